package dev.aisle.wms.inbound;

import dev.aisle.wms.shared.FieldProblem;
import java.util.List;

/** What came of announcing a delivery. */
public sealed interface AnnounceOutcome {
  record Announced(AdviceId advice) implements AnnounceOutcome {}

  record AlreadyAnnounced(AdviceId advice) implements AnnounceOutcome {}

  record Refused(List<FieldProblem> problems) implements AnnounceOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
