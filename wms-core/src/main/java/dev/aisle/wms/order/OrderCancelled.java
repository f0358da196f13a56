package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;
import java.time.Instant;

/** The order is not wanted any more; its stock is free again. */
public record OrderCancelled(OrderId order, Instant at) {}
