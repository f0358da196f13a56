package dev.aisle.sim.vehicle;

/** What a vehicle makes of an order. */
sealed interface Verdict {

  /** Taken over. */
  record Accepted() implements Verdict {}

  /** Already known, nothing changes. */
  record Known() implements Verdict {}

  /** Not taken over; the order before goes on. {@code errorType} as in VDA 5050 2.1, 6.6.4. */
  record Rejected(String errorType, String why) implements Verdict {}
}
