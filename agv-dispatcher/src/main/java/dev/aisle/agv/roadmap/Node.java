package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Point;

/**
 * A point on the floor, in metres on its map, with the name painted there.
 *
 * @param map the level; empty where the floor is all on the vehicles' own map
 */
public record Node(String id, double xM, double yM, NodeKind kind, String map) {
  public Node {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a node needs a name");
    }
    if (!Double.isFinite(xM) || !Double.isFinite(yM)) {
      throw new IllegalArgumentException("node %s has no position".formatted(id));
    }
  }

  /** On a floor of one map. */
  public Node(String id, double xM, double yM, NodeKind kind) {
    this(id, xM, yM, kind, "");
  }

  /** The same on another map. */
  public Node on(String other) {
    return new Node(id, xM, yM, kind, other);
  }

  public Point point() {
    return new Point(xM, yM);
  }

  /** Straight distance in metres. */
  public double distanceM(Node other) {
    return Math.hypot(xM - other.xM, yM - other.yM);
  }
}
