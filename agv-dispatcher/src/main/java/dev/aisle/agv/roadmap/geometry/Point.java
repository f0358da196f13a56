package dev.aisle.agv.roadmap.geometry;

/** A place on the floor, in metres on the site's map. */
public record Point(double xM, double yM) {
  public Point {
    if (!Double.isFinite(xM) || !Double.isFinite(yM)) {
      throw new IllegalArgumentException("a point needs two finite coordinates");
    }
  }

  public double distanceM(Point other) {
    return Math.hypot(other.xM - xM, other.yM - yM);
  }

  /** Direction in radians, counter-clockwise from the x axis, of the straight way to another. */
  public double headingTo(Point other) {
    return Math.atan2(other.yM - yM, other.xM - xM);
  }

  /** This point moved along and, to the left, across a heading in radians. */
  public Point moved(double headingRad, double alongM, double leftM) {
    double cos = Math.cos(headingRad);
    double sin = Math.sin(headingRad);
    return new Point(xM + alongM * cos - leftM * sin, yM + alongM * sin + leftM * cos);
  }

  /** Shortest distance in metres to the straight way between two points. */
  public double distanceToM(Point from, Point to) {
    double dx = to.xM - from.xM;
    double dy = to.yM - from.yM;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((xM - from.xM) * dx + (yM - from.yM) * dy) / square;
    double t = Math.clamp(along, 0.0, 1.0);
    return Math.hypot(xM - from.xM - t * dx, yM - from.yM - t * dy);
  }

  /** Above 0 when this point lies left of the way from one point to another, 0 when on it. */
  double leftOf(Point from, Point to) {
    return (to.xM - from.xM) * (yM - from.yM) - (to.yM - from.yM) * (xM - from.xM);
  }

  /** Smallest turn in radians, 0 to pi, from one heading to another. */
  public static double turn(double fromRad, double toRad) {
    return Math.abs(Math.IEEEremainder(toRad - fromRad, 2 * Math.PI));
  }
}
