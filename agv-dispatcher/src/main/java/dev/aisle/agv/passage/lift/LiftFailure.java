package dev.aisle.agv.passage.lift;

/** Why nobody is sent into a lift. */
public enum LiftFailure {
  /** It reports a fault. */
  FAULT,
  /** It was called and did not come to the level in its time. */
  NOT_COME,
  /** It came and did not open. */
  NOT_OPENED,
  /** It was called, and its controller does not answer. */
  SILENT
}
