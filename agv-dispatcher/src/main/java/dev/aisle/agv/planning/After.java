package dev.aisle.agv.planning;

import dev.aisle.device.agv.VehicleId;

/** A visit may begin only after another vehicle has reached, or left, one of its own visits. */
public record After(VehicleId vehicle, long visit, Until until) {

  /** A vehicle has left a visit when it has reached the next one. */
  public enum Until {
    REACHED,
    LEFT
  }

  /** The visit of the other vehicle whose reaching is waited for. */
  public long reachedAt() {
    return until == Until.LEFT ? visit + 1 : visit;
  }

  /** True when the other vehicle's latest reached visit is this one. */
  public boolean isMetBy(long reached) {
    return reached >= reachedAt();
  }
}
