package dev.aisle.wms.order;

import dev.aisle.wms.inventory.ReservationId;
import dev.aisle.wms.inventory.StockKey;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Quantity;
import dev.aisle.wms.shared.Sscc;

/** Stock in one unit that is reserved for one order line. */
public record Allocation(
    long id,
    OrderId order,
    int line,
    Sscc unit,
    StockKey key,
    Quantity quantity,
    ReservationId reservation) {}
