package dev.aisle.agv.roadmap.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * A non-uniform rational B-spline, as VDA 5050 (2.1, 6.6.5 trajectory) and LIF 1.0 describe the way
 * along an edge. It begins at the first control point and ends at the last.
 *
 * @param degree 1 for straight pieces
 * @param knots between 0 and 1, never falling, as many as control points and degree and 1 together
 */
public record Curve(int degree, List<Double> knots, List<ControlPoint> controlPoints) {
  /** More are not read: a lane is a few metres long. */
  public static final int MOST_CONTROL_POINTS = 200;

  private static final int MOST_DEGREE = 10;

  /** Pieces in which each control point's part of the curve is drawn. */
  private static final int PIECES = 8;

  /**
   * @param weight how hard the curve is pulled to the point; 1 is usual
   */
  public record ControlPoint(Point at, double weight) {
    public ControlPoint {
      if (!(weight > 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("a control point needs a weight above 0");
      }
    }
  }

  public Curve {
    knots = List.copyOf(knots);
    controlPoints = List.copyOf(controlPoints);
    if (degree < 1 || degree > MOST_DEGREE) {
      throw new IllegalArgumentException("degree %d is not 1 to %d".formatted(degree, MOST_DEGREE));
    }
    if (controlPoints.size() <= degree || controlPoints.size() > MOST_CONTROL_POINTS) {
      throw new IllegalArgumentException(
          "degree %d wants %d to %d control points, not %d"
              .formatted(degree, degree + 1, MOST_CONTROL_POINTS, controlPoints.size()));
    }
    if (knots.size() != controlPoints.size() + degree + 1) {
      throw new IllegalArgumentException(
          "%d control points of degree %d want %d knots, not %d"
              .formatted(
                  controlPoints.size(), degree, controlPoints.size() + degree + 1, knots.size()));
    }
    for (int i = 0; i < knots.size(); i++) {
      double knot = knots.get(i);
      if (!(knot >= 0 && knot <= 1) || (i > 0 && knot < knots.get(i - 1))) {
        throw new IllegalArgumentException("knots rise from 0 to 1");
      }
    }
  }

  /** Straight pieces over these points. */
  public static Curve over(List<Point> points) {
    return clamped(1, points);
  }

  /** One Bézier curve: its control points, the ends among them. */
  public static Curve bezier(List<Point> points) {
    return clamped(points.size() - 1, points);
  }

  private static Curve clamped(int degree, List<Point> points) {
    int inner = points.size() - degree;
    List<Double> knots = new ArrayList<>();
    for (int i = 0; i <= degree; i++) {
      knots.add(0.0);
    }
    for (int i = 1; i < inner; i++) {
      knots.add((double) i / inner);
    }
    for (int i = 0; i <= degree; i++) {
      knots.add(1.0);
    }
    return new Curve(degree, knots, points.stream().map(p -> new ControlPoint(p, 1)).toList());
  }

  /** Points on the curve close enough together to be joined by straight lines, both ends too. */
  public List<Point> points() {
    List<Point> points = new ArrayList<>();
    points.add(controlPoints.getFirst().at());
    for (int span = degree; span < controlPoints.size(); span++) {
      double from = knots.get(span);
      double to = knots.get(span + 1);
      if (to <= from) {
        continue;
      }
      int pieces = degree == 1 ? 1 : PIECES;
      for (int i = 1; i <= pieces; i++) {
        points.add(at(span, from + (to - from) * i / pieces));
      }
    }
    return points;
  }

  public double lengthM() {
    List<Point> points = points();
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i - 1).distanceM(points.get(i));
    }
    return length;
  }

  /** De Boor's algorithm in homogeneous coordinates. */
  private Point at(int span, double t) {
    double[][] d = new double[degree + 1][];
    for (int j = 0; j <= degree; j++) {
      ControlPoint p = controlPoints.get(j + span - degree);
      d[j] = new double[] {p.at().xM() * p.weight(), p.at().yM() * p.weight(), p.weight()};
    }
    for (int r = 1; r <= degree; r++) {
      for (int j = degree; j >= r; j--) {
        double low = knots.get(j + span - degree);
        double high = knots.get(j + 1 + span - r);
        double part = high == low ? 0 : (t - low) / (high - low);
        for (int c = 0; c < 3; c++) {
          d[j][c] = (1 - part) * d[j - 1][c] + part * d[j][c];
        }
      }
    }
    return new Point(d[degree][0] / d[degree][2], d[degree][1] / d[degree][2]);
  }
}
