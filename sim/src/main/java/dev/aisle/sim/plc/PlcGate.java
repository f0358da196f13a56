package dev.aisle.sim.plc;

/**
 * A door that hangs on a controller. Names are those of the controller's points.
 *
 * @param open output, pulsed
 * @param close output, pulsed
 * @param travelSeconds from one end to the other
 */
public record PlcGate(
    String open, String close, String isOpen, String isClosed, double travelSeconds) {
  public PlcGate {
    if (!(travelSeconds > 0)) {
      throw new IllegalArgumentException("a door takes time to move");
    }
  }
}
