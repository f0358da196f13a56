package dev.aisle.sim.vehicle;

/** What a vehicle makes of an order. */
sealed interface Verdict {

  /** Taken over. */
  record Accepted() implements Verdict {}

  /** Already known, nothing changes. */
  record Known() implements Verdict {}

  /** Not taken over; the order before goes on. */
  record Rejected(Complaint what, String why) implements Verdict {}
}
