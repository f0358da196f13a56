package dev.aisle.wms.order;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Page;
import java.util.Optional;

/** Customers' orders. Each act is one transaction and says what came of it. */
public interface Orders {

  /** Checks every field and enters the order, or names all that is wrong at once. */
  EntryOutcome enter(OrderDraft draft, Actor by);

  /** Freezes the order and allocates stock to it, first expiry first. */
  OrderOutcome confirm(OrderId order, Actor by);

  /** Possible until the first goods are picked. */
  OrderOutcome cancel(OrderId order, Actor by);

  /** Gives up what stock is missing for, so that the rest can be packed. */
  OrderOutcome closeShort(OrderId order, Actor by);

  /** The next milestone, reported by people: in transit, arrived, signed or filed. */
  OrderOutcome advance(OrderId order, Milestone to, Actor by);

  Optional<Order> find(OrderId order);

  /**
   * Searches id, external reference and customer; sorts by id, customer, milestone, status,
   * enteredAt, requestedFor; filters by milestone, status and customer.
   */
  Page<OrderRow> list(ListQuery query);

  /** Confirmed orders that are not yet picked or cancelled. */
  int openOrders();
}
