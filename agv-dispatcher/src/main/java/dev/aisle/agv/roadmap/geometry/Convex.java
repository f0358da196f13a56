package dev.aisle.agv.roadmap.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest convex outline round some points, widened by a radius: one point is a disc, two are
 * a straight way of some width, more are a polygon.
 *
 * @param corners counter-clockwise
 * @param radiusM 0 for sharp corners
 */
public record Convex(List<Point> corners, double radiusM) {
  public Convex {
    corners = List.copyOf(corners);
    if (corners.isEmpty() || radiusM < 0) {
      throw new IllegalArgumentException("an outline needs a corner and a radius from 0");
    }
  }

  public static Convex disc(Point centre, double radiusM) {
    return new Convex(List.of(centre), radiusM);
  }

  /** All that lies within half a width of a straight way. */
  public static Convex strip(Point from, Point to, double halfWidthM) {
    return new Convex(List.of(from, to), halfWidthM);
  }

  /** Andrew's monotone chain. */
  public static Convex hull(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .distinct()
            .sorted(Comparator.comparingDouble(Point::xM).thenComparingDouble(Point::yM))
            .toList();
    if (sorted.size() < 3) {
      return new Convex(sorted, 0);
    }
    List<Point> hull = new ArrayList<>(half(sorted));
    hull.removeLast();
    hull.addAll(half(sorted.reversed()));
    hull.removeLast();
    return new Convex(hull, 0);
  }

  private static List<Point> half(List<Point> sorted) {
    List<Point> chain = new ArrayList<>();
    for (Point next : sorted) {
      while (chain.size() >= 2 && next.leftOf(chain.get(chain.size() - 2), chain.getLast()) <= 0) {
        chain.removeLast();
      }
      chain.add(next);
    }
    return chain;
  }

  /** Gap in metres between the two outlines; 0 when they touch or overlap. */
  public double distanceM(Convex other) {
    return Math.max(0, betweenM(other) - radiusM - other.radiusM);
  }

  public boolean contains(Point point) {
    return distanceM(disc(point, 0)) == 0;
  }

  private double betweenM(Convex other) {
    if (encloses(other.corners.getFirst()) || other.encloses(corners.getFirst())) {
      return 0;
    }
    double least = Double.MAX_VALUE;
    for (int i = 0; i < sides(); i++) {
      for (int j = 0; j < other.sides(); j++) {
        least =
            Math.min(
                least, sideToSideM(corner(i), corner(i + 1), other.corner(j), other.corner(j + 1)));
      }
    }
    return least;
  }

  private static double sideToSideM(Point a, Point b, Point c, Point d) {
    if (c.leftOf(a, b) * d.leftOf(a, b) < 0 && a.leftOf(c, d) * b.leftOf(c, d) < 0) {
      return 0;
    }
    return Math.min(
        Math.min(a.distanceToM(c, d), b.distanceToM(c, d)),
        Math.min(c.distanceToM(a, b), d.distanceToM(a, b)));
  }

  private boolean encloses(Point point) {
    if (corners.size() < 3) {
      return false;
    }
    for (int i = 0; i < corners.size(); i++) {
      if (point.leftOf(corner(i), corner(i + 1)) < 0) {
        return false;
      }
    }
    return true;
  }

  private int sides() {
    return corners.size() == 2 ? 1 : corners.size();
  }

  private Point corner(int number) {
    return corners.get(number % corners.size());
  }
}
