package dev.aisle.agv.roadmap;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A lane, in its one direction, or a node is closed until it is opened again: by a person, or
 * because a door on it, or the lift that it leads into, is out of order.
 *
 * @param place what is closed
 * @param by who did it; the machine's name where a machine did
 * @param why in the words of that person
 * @param door the door that is out of order
 * @param lift the lift that is
 */
public record Closure(
    Place place, String by, String why, Instant at, Optional<String> door, Optional<String> lift) {
  /** What an earlier version of the program stored knows of no doors and lifts. */
  public Closure {
    door = Objects.requireNonNullElse(door, Optional.empty());
    lift = Objects.requireNonNullElse(lift, Optional.empty());
  }

  /** By a person. */
  public Closure(Place place, String by, String why, Instant at) {
    this(place, by, why, at, Optional.empty(), Optional.empty());
  }

  /** By a door that is out of order. */
  public static Closure byDoor(Place place, String door, Instant at) {
    return new Closure(place, door, "", at, Optional.of(door), Optional.empty());
  }

  /** By a lift that is out of order. */
  public static Closure byLift(Place place, String lift, Instant at) {
    return new Closure(place, lift, "", at, Optional.empty(), Optional.of(lift));
  }

  /** True until a person opens it; what a machine has closed is open when the machine works. */
  public boolean isByPerson() {
    return door.isEmpty() && lift.isEmpty();
  }

  /**
   * A node, or the lane between two.
   *
   * @param from the node, or the beginning of the lane
   * @param to the end of the lane, empty for a node
   */
  public record Place(String from, String to) {
    public static Place node(String id) {
      return new Place(id, "");
    }

    public static Place lane(String from, String to) {
      return new Place(from, to);
    }

    public boolean isNode() {
      return to.isEmpty();
    }

    /** The node's name, or {@code A>B} for a lane. */
    public String id() {
      return isNode() ? from : Lane.idOf(from, to);
    }
  }
}
