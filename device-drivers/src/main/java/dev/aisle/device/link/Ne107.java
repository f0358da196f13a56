package dev.aisle.device.link;

/** Status signals of field devices (NAMUR NE 107), and UNKNOWN for one never heard. */
public enum Ne107 {
  OK,
  FAILURE,
  CHECK,
  OUT_OF_SPEC,
  MAINTENANCE,
  UNKNOWN
}
