package dev.aisle.wms.order;

import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One row of the list of orders. */
public record OrderRow(
    OrderId id,
    PartyId customer,
    String customerName,
    int lines,
    long units,
    OrderStatus status,
    Milestone milestone,
    Instant enteredAt,
    Optional<LocalDate> requestedFor,
    Optional<String> externalRef) {}
