package dev.aisle.wms.capture;

/** Which way a tag went past a read point. */
public enum Direction {
  /** Into the warehouse. */
  IN,
  /** Out of the warehouse. */
  OUT,
  /** It passed, but the photo-eyes did not say which way. */
  UNKNOWN,
  /** The read point has no direction, as under a pick position. */
  NONE
}
