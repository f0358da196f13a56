package dev.aisle.sim.plc.machine;

/** A machine between the outputs and the inputs of a controller. Knows no clock. Thread-safe. */
public interface SimulatedMachine {
  /** So much time goes by. */
  void step(double seconds, Wires wires);
}
