package dev.aisle.agv.handover;

/** What a station says of itself. */
public enum StationState {
  /** Nobody knows: its controller does not answer. */
  UNKNOWN,
  /** It moves, or must not be touched. */
  NOT_READY,
  /** It stands still and has room for a load. */
  FREE,
  /** It stands still and a load is on it. */
  LOADED
}
