package dev.aisle.wms.inventory;

/** Number of a reservation. */
public record ReservationId(long number) {}
