package dev.aisle.wms.inventory;

/** What came of a reservation. */
public sealed interface ReservationOutcome {
  record Reserved(Reservation reservation) implements ReservationOutcome {}

  record Refused(Shortage shortage) implements ReservationOutcome {}
}
