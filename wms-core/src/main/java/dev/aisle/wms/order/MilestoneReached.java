package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;
import java.time.Instant;

/** An order went one milestone forward. */
public record MilestoneReached(OrderId order, Milestone milestone, Instant at, String by) {}
