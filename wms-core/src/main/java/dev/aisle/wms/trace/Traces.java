package dev.aisle.wms.trace;

import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/** Lives of units and orders, from first read to last. */
public interface Traces {

  /** Empty when no such unit was ever known. */
  Optional<Life> unit(Sscc unit);

  /** Empty when there is no such order. Includes what happened to its parcels. */
  Optional<Life> order(OrderId order);
}
