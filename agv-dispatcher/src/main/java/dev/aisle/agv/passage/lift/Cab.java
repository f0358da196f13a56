package dev.aisle.agv.passage.lift;

/** How a lift stands, as its own switches say. A level is called as the map of its nodes. */
public sealed interface Cab {
  /** Nobody knows: its controller does not answer. */
  Cab UNKNOWN = new Unknown();

  Cab BETWEEN = new Between();
  Cab FAULT = new Fault();

  /** See {@link #UNKNOWN}. */
  record Unknown() implements Cab {}

  /** Not at any level. */
  record Between() implements Cab {}

  /** It reports a fault, or its switches contradict each other. */
  record Fault() implements Cab {}

  /**
   * It is level with a floor.
   *
   * @param ready its door is open there, and it stays so as long as it is called there
   */
  record At(String level, boolean ready) implements Cab {}
}
