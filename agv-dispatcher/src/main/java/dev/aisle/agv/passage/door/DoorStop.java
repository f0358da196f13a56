package dev.aisle.agv.passage.door;

import java.time.Instant;

/**
 * A vehicle was stopped on its way to a door that has closed before it.
 *
 * @param going true once it was told to go on
 * @param toldAt when it was told last; long past if it was not yet
 */
public record DoorStop(String door, boolean going, Instant toldAt) {
  public static DoorStop before(String door) {
    return new DoorStop(door, false, Instant.EPOCH);
  }

  public DoorStop over() {
    return going ? this : new DoorStop(door, true, Instant.EPOCH);
  }

  public DoorStop toldAt(Instant at) {
    return new DoorStop(door, going, at);
  }
}
