package dev.aisle.wms.order;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What picking needs from an order. Every call takes part in the caller's transaction. */
public interface Allocations {

  /** Orders that have all their stock and are not yet picked, in the order they should go. */
  List<OrderId> readyToPick();

  /** Reserved and not yet picked. */
  List<Allocation> of(OrderId order);

  /** Still reserved; empty once picked or released. */
  Optional<Allocation> find(long allocation);

  /**
   * So much was taken out of the unit, and the reservation used for it. What is missing needs stock
   * again.
   */
  void picked(long allocation, Quantity taken);

  /**
   * Looks for stock for what a line still needs.
   *
   * @param notFrom units that are not to be used
   * @return whether the order has all its stock; if not, it waits for some
   */
  boolean refill(OrderId order, Set<Sscc> notFrom);

  /** All goods are in closed parcels: the order is picked. */
  void packed(OrderId order, Actor by);

  /** The parcels of the order have left. */
  void shipped(OrderId order, Actor by);

  /** Tries again for all orders that wait for stock; returns how many were filled. */
  int retryBackOrders();
}
