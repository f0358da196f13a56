package dev.aisle.device.plc;

/** What came of a write. */
public enum WriteOutcome {
  /** Read back with the wanted value. */
  CONFIRMED,
  /** The controller refused, or kept another value. */
  REFUSED,
  /** It is not known whether it was carried out. Look again before repeating it. */
  UNKNOWN,
  /** The site does not allow it, or not now; nothing was sent. */
  NOT_ALLOWED,
  /** The controller cannot be reached; nothing was sent. */
  NOT_SENT
}
