package dev.aisle.sim.plc;

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

  public static PlcPoint coil(int number) {
    return new PlcPoint(Kind.COIL, number);
  }

  public static PlcPoint input(int number) {
    return new PlcPoint(Kind.INPUT, number);
  }
}
