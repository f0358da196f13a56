package dev.aisle.hmi.api.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list.
 *
 * @param lines how many lines it has
 * @param units ordered base units, all lines together
 * @param milestone the last one reached
 */
public record OrderRow(
    String id,
    String customer,
    String customerName,
    int lines,
    long units,
    MilestoneName milestone,
    OrderStatus status,
    Instant enteredAt,
    @Nullable LocalDate requestedFor,
    @Nullable String externalRef) {}
