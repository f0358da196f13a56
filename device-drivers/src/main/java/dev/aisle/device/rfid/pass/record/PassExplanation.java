package dev.aisle.device.rfid.pass.record;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to "why was this tag counted, or not?".
 *
 * @param decisive what kept it out, or all that spoke for it when it was counted
 * @param all every rule that was asked, in order
 */
public record PassExplanation(
    String readPoint,
    String epcHex,
    boolean counted,
    Direction direction,
    List<Reason> decisive,
    List<Reason> all) {

  public PassExplanation {
    decisive = List.copyOf(decisive);
    all = List.copyOf(all);
  }

  public static PassExplanation of(PassRecord pass) {
    Verdict verdict = pass.verdict();
    List<Reason> against =
        verdict.reasons().stream().filter(reason -> reason.kind().against()).toList();
    return new PassExplanation(
        pass.readPoint(),
        pass.epcHex(),
        verdict.counted(),
        verdict.direction(),
        verdict.counted() ? verdict.reasons() : against,
        verdict.reasons());
  }

  static PassExplanation notHeard(String readPoint, String epcHex) {
    List<Reason> why = List.of(Reason.of(ReasonKind.NOT_HEARD));
    return new PassExplanation(readPoint, epcHex, false, Direction.UNKNOWN, why, why);
  }

  public String english() {
    return "%s %s at %s: %s"
        .formatted(
            epcHex,
            counted ? "was counted (%s)".formatted(direction) : "was not counted",
            readPoint,
            decisive.stream().map(Reason::english).collect(Collectors.joining("; ")));
  }

  public String chinese() {
    return "%s 在 %s %s：%s"
        .formatted(
            epcHex,
            readPoint,
            counted ? "已计数（%s）".formatted(direction) : "未计数",
            decisive.stream().map(Reason::chinese).collect(Collectors.joining("；")));
  }

  @Override
  public String toString() {
    return english();
  }
}
