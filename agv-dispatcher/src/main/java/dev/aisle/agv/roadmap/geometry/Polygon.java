package dev.aisle.agv.roadmap.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A closed outline of any shape, such as that of a zone. */
public record Polygon(List<Point> corners) {
  public Polygon {
    corners = List.copyOf(corners);
    if (corners.size() < 3) {
      throw new IllegalArgumentException("an outline needs three corners at least");
    }
  }

  /** True inside; on the outline itself it may be either. */
  public boolean contains(Point point) {
    boolean inside = false;
    for (int i = 0; i < corners.size(); i++) {
      Point a = corners.get(i);
      Point b = corner(i + 1);
      boolean between = (a.yM() > point.yM()) != (b.yM() > point.yM());
      if (between
          && point.xM() < (b.xM() - a.xM()) * (point.yM() - a.yM()) / (b.yM() - a.yM()) + a.xM()) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** Metres of a straight way that lie inside. */
  public double insideM(Point from, Point to) {
    List<Double> cuts = new ArrayList<>(List.of(0.0, 1.0));
    for (int i = 0; i < corners.size(); i++) {
      cut(from, to, corners.get(i), corner(i + 1), cuts);
    }
    Collections.sort(cuts);
    double length = from.distanceM(to);
    double inside = 0;
    for (int i = 1; i < cuts.size(); i++) {
      double middle = (cuts.get(i - 1) + cuts.get(i)) / 2;
      if (contains(between(from, to, middle))) {
        inside += (cuts.get(i) - cuts.get(i - 1)) * length;
      }
    }
    return inside;
  }

  /** True when the area and the inside of this outline have a point in common. */
  public boolean touches(Area area) {
    for (Convex piece : area.pieces()) {
      if (contains(piece.corners().getFirst())) {
        return true;
      }
      for (int i = 0; i < corners.size(); i++) {
        if (piece.distanceM(Convex.strip(corners.get(i), corner(i + 1), 0)) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private Point corner(int number) {
    return corners.get(number % corners.size());
  }

  private static Point between(Point from, Point to, double t) {
    return new Point(from.xM() + (to.xM() - from.xM()) * t, from.yM() + (to.yM() - from.yM()) * t);
  }

  private static void cut(Point from, Point to, Point a, Point b, List<Double> cuts) {
    double dx = to.xM() - from.xM();
    double dy = to.yM() - from.yM();
    double across = dx * (b.yM() - a.yM()) - dy * (b.xM() - a.xM());
    if (across == 0) {
      return;
    }
    double t =
        ((a.xM() - from.xM()) * (b.yM() - a.yM()) - (a.yM() - from.yM()) * (b.xM() - a.xM()))
            / across;
    double u = ((a.xM() - from.xM()) * dy - (a.yM() - from.yM()) * dx) / across;
    if (t > 0 && t < 1 && u >= 0 && u <= 1) {
      cuts.add(t);
    }
  }
}
