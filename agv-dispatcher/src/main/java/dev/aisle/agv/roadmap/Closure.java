package dev.aisle.agv.roadmap;

import java.time.Instant;

/**
 * Somebody has closed a lane, in its one direction, or a node, until it is opened again.
 *
 * @param place what is closed
 * @param by who did it
 * @param why in the words of that person
 */
public record Closure(Place place, String by, String why, Instant at) {

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
