package dev.aisle.agv.passage.door;

/** How a door stands, as its own switches say. */
public enum DoorPosition {
  /** Nobody knows: its controller does not answer. */
  UNKNOWN,
  CLOSED,
  /** Between its ends. */
  MOVING,
  OPEN,
  /** Its switches contradict each other, or it did not get where it was sent. */
  FAULT
}
