package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;

/** What came of an act on an order. */
public sealed interface OrderOutcome {
  record Done(OrderId order) implements OrderOutcome {}

  /** It was so before; nothing changed. */
  record NothingToDo(OrderId order) implements OrderOutcome {}

  /** Milestones go forward one at a time. */
  record WrongMilestone(OrderId order, Milestone now, Milestone wanted) implements OrderOutcome {}

  /** Goods were picked already; it can no longer be cancelled here. */
  record PickingBegan(OrderId order) implements OrderOutcome {}

  record Cancelled(OrderId order) implements OrderOutcome {}

  record NoSuchOrder(OrderId order) implements OrderOutcome {}
}
