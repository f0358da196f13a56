package dev.aisle.sim.vehicle;

/** Whether two vehicles, seen from above as rectangles, touch each other. */
public final class Footprints {
  private Footprints() {}

  public static boolean overlap(Vehicle first, Vehicle second) {
    if (!first.mapId().equals(second.mapId())) {
      return false;
    }
    double[][] a = corners(first);
    double[][] b = corners(second);
    return !separated(a, b, first.body().thetaRad()) && !separated(a, b, second.body().thetaRad());
  }

  /** True if an axis of a rectangle turned by {@code thetaRad} lies free between the two. */
  private static boolean separated(double[][] a, double[][] b, double thetaRad) {
    return separatedAlong(a, b, Math.cos(thetaRad), Math.sin(thetaRad))
        || separatedAlong(a, b, -Math.sin(thetaRad), Math.cos(thetaRad));
  }

  private static boolean separatedAlong(double[][] a, double[][] b, double x, double y) {
    double[] shadowA = shadow(a, x, y);
    double[] shadowB = shadow(b, x, y);
    return shadowA[1] <= shadowB[0] || shadowB[1] <= shadowA[0];
  }

  private static double[] shadow(double[][] corners, double x, double y) {
    double[] fromTo = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double[] corner : corners) {
      double at = corner[0] * x + corner[1] * y;
      fromTo[0] = Math.min(fromTo[0], at);
      fromTo[1] = Math.max(fromTo[1], at);
    }
    return fromTo;
  }

  private static double[][] corners(Vehicle vehicle) {
    Body body = vehicle.body();
    double alongX = Math.cos(body.thetaRad()) * vehicle.spec().lengthM() / 2;
    double alongY = Math.sin(body.thetaRad()) * vehicle.spec().lengthM() / 2;
    double acrossX = -Math.sin(body.thetaRad()) * vehicle.spec().widthM() / 2;
    double acrossY = Math.cos(body.thetaRad()) * vehicle.spec().widthM() / 2;
    return new double[][] {
      {body.xM() + alongX + acrossX, body.yM() + alongY + acrossY},
      {body.xM() + alongX - acrossX, body.yM() + alongY - acrossY},
      {body.xM() - alongX - acrossX, body.yM() - alongY - acrossY},
      {body.xM() - alongX + acrossX, body.yM() - alongY + acrossY}
    };
  }
}
