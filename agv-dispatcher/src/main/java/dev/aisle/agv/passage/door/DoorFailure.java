package dev.aisle.agv.passage.door;

/** Why nobody is sent through a door. */
public enum DoorFailure {
  /** It reports a fault. */
  FAULT,
  /** It was asked and did not open in its time. */
  NOT_OPENED,
  /** It was asked, and its controller does not answer. */
  SILENT
}
