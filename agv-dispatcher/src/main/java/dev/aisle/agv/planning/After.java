package dev.aisle.agv.planning;

import dev.aisle.device.agv.VehicleId;

/** A visit may begin only after another vehicle has reached, or left, one of its own visits. */
public record After(VehicleId vehicle, long visit, Until until) {

  /** A vehicle has left a visit when it has reached the next one. */
  public enum Until {
    REACHED,
    LEFT
  }

  /** True when the other vehicle's latest reached visit is this one. */
  public boolean isMetBy(long reached) {
    return until == Until.REACHED ? reached >= visit : reached > visit;
  }
}
