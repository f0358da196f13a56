package dev.aisle.agv.passage.door;

/** What the fleet wants of a door at a moment, from the least to the most. */
enum Need {
  /** It may close. */
  NONE,
  /** Somebody may stand in it: it is not to be closed, but need not open. */
  STAY,
  /** Somebody passes, or will soon. */
  OPEN
}
