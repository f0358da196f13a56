package dev.aisle.device.rfid.smoothing;

/** Which way a tag went through a portal. */
public enum Direction {
  /** Outer eye, then inner: towards the warehouse. */
  IN,
  /** Inner eye, then outer: out of the warehouse. */
  OUT,
  /** No evidence. Never guessed. */
  UNKNOWN
}
