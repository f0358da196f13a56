package dev.aisle.device.rfid.pass.record;

import java.util.List;

/** What was decided about one tag in one visit, and why: every rule that was asked, in order. */
public record Verdict(Direction direction, List<Reason> reasons) {
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  public boolean counted() {
    return reasons.stream().noneMatch(reason -> reason.kind().against());
  }

  public boolean has(ReasonKind kind) {
    return reasons.stream().anyMatch(reason -> reason.kind() == kind);
  }
}
