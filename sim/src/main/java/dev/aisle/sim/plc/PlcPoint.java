package dev.aisle.sim.plc;

import dev.aisle.device.plc.Point;

/**
 * Address of a named point.
 *
 * @param number zero-based address of the coil or discrete input
 */
public record PlcPoint(Kind kind, int number) {

  /** A coil is written by the master, an input is read by it. */
  public enum Kind {
    COIL,
    INPUT
  }

  public PlcPoint {
    if (number < 0 || number >= SimulatedPlc.POINTS_MAX) {
      throw new IllegalArgumentException("no such point: %d".formatted(number));
    }
  }

  /**
   * The wire of a point as the site file has it, for example {@code input 3 counter 103}.
   *
   * @throws IllegalArgumentException for what the simulated PLC does not have
   */
  public static PlcPoint of(Point written) {
    int counter = written.counter().orElse(SimulatedPlc.COUNTERS_FROM + written.address());
    if (counter != SimulatedPlc.COUNTERS_FROM + written.address()) {
      throw new IllegalArgumentException(
          "input %d is counted in register %d"
              .formatted(written.address(), SimulatedPlc.COUNTERS_FROM + written.address()));
    }
    return switch (written.kind()) {
      case COIL -> coil(written.address());
      case INPUT -> input(written.address());
      case HOLDING, COUNTER, INPUT_REGISTER ->
          throw new IllegalArgumentException("the simulated PLC has coils and inputs only");
    };
  }

  public static PlcPoint coil(int number) {
    return new PlcPoint(Kind.COIL, number);
  }

  public static PlcPoint input(int number) {
    return new PlcPoint(Kind.INPUT, number);
  }
}
