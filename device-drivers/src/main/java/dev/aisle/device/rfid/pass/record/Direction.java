package dev.aisle.device.rfid.pass.record;

/** Which way a tag went through a portal. */
public enum Direction {
  /** Outer side first, then inner: towards the warehouse. */
  IN,
  /** Inner side first, then outer: out of the warehouse. */
  OUT,
  /** No evidence. Never guessed. */
  UNKNOWN
}
