package dev.aisle.sim.plc.machine;

/** The terminals of a controller, from the machine's side. */
public interface Wires {
  /** What the controller puts out. */
  boolean on(String output);

  /** What a sensor or contact tells the controller. */
  void sense(String input, boolean on);
}
