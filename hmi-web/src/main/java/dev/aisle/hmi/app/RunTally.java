package dev.aisle.hmi.app;

import java.util.Map;

/** Counts what was done, for the summary at the end of a run. */
public interface RunTally {
  /** Words for people to counts, in the order to show them. */
  Map<String, Long> counts();
}
