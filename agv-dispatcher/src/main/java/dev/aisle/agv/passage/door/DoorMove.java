package dev.aisle.agv.passage.door;

/** What a door is told. Telling it twice changes nothing. */
public enum DoorMove {
  OPEN,
  CLOSE,
  /** A person has seen to its fault; it may be moved again. */
  RESET
}
