package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Point;

/** A point on the floor, in metres on the site's map, with the name painted there. */
public record Node(String id, double xM, double yM, NodeKind kind) {
  public Node {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a node needs a name");
    }
    if (!Double.isFinite(xM) || !Double.isFinite(yM)) {
      throw new IllegalArgumentException("node %s has no position".formatted(id));
    }
  }

  public Point point() {
    return new Point(xM, yM);
  }

  /** Straight distance in metres. */
  public double distanceM(Node other) {
    return Math.hypot(xM - other.xM, yM - other.yM);
  }
}
