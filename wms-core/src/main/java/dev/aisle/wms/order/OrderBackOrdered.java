package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;
import java.time.Instant;

/** Stock is missing for at least one line. */
public record OrderBackOrdered(OrderId order, Instant at) {}
