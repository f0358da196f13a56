package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;
import java.time.Instant;

/** Every line of the order has its stock. */
public record OrderAllocated(OrderId order, Instant at) {}
