package dev.aisle.wms.order;

import dev.aisle.wms.shared.FieldProblem;
import dev.aisle.wms.shared.OrderId;
import java.util.List;

/** What came of entering an order. */
public sealed interface EntryOutcome {
  record Entered(OrderId order) implements EntryOutcome {}

  /** The customer's own number was entered before; this is the order it made. */
  record AlreadyEntered(OrderId order) implements EntryOutcome {}

  record Refused(List<FieldProblem> problems) implements EntryOutcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
