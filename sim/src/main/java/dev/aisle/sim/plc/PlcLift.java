package dev.aisle.sim.plc;

import java.util.List;
import java.util.Optional;

/**
 * A lift that hangs on a controller. Names are those of the controller's points.
 *
 * @param landings from one end of the shaft to the other
 * @param isOpen input
 * @param fault input
 * @param rideSeconds from one level to the next, without the door
 * @param doorSeconds from closed to open
 */
public record PlcLift(
    String name,
    List<Landing> landings,
    String isOpen,
    Optional<String> fault,
    double rideSeconds,
    double doorSeconds) {

  /**
   * A level.
   *
   * @param call output, on as long as it shall be there
   * @param at input
   */
  public record Landing(String call, String at) {}

  public PlcLift {
    landings = List.copyOf(landings);
    if (landings.size() < 2 || !(rideSeconds > 0) || !(doorSeconds > 0)) {
      throw new IllegalArgumentException(name + " needs two levels and time to move");
    }
  }
}
