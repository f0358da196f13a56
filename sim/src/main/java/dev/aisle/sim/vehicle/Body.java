package dev.aisle.sim.vehicle;

/**
 * The moving mass: where it is and how fast.
 *
 * @param xM metres on the map
 * @param thetaRad direction the vehicle's nose points, radians, counter-clockwise from x
 * @param batteryPercent 0 to 100
 */
public record Body(
    double xM,
    double yM,
    double thetaRad,
    double speedMps,
    double batteryPercent,
    boolean charging) {

  /** Driving empties a full battery in about four hours. */
  static final double DRIVING_PERCENT_PER_S = 100.0 / (4 * 3600);

  /** Standing with everything switched on lasts two days. */
  static final double IDLE_PERCENT_PER_S = 100.0 / (48 * 3600);

  /** A full charge takes half an hour. */
  static final double CHARGING_PERCENT_PER_S = 100.0 / 1800;

  private static final double TURN_RAD_PER_S = 2.0;

  boolean isMoving() {
    return speedMps > 0.001;
  }

  public double distanceM(double toXM, double toYM) {
    return Math.hypot(toXM - xM, toYM - yM);
  }

  Body at(double newXM, double newYM) {
    return new Body(newXM, newYM, thetaRad, speedMps, batteryPercent, charging);
  }

  Body withSpeed(double mps) {
    return new Body(xM, yM, thetaRad, mps, batteryPercent, charging);
  }

  Body withCharging(boolean on) {
    return new Body(xM, yM, thetaRad, speedMps, batteryPercent, on);
  }

  Body afterBatteryUse(double dtS) {
    double rate =
        charging
            ? CHARGING_PERCENT_PER_S
            : isMoving() ? -DRIVING_PERCENT_PER_S : -IDLE_PERCENT_PER_S;
    double percent = Math.clamp(batteryPercent + rate * dtS, 0.0, 100.0);
    return new Body(xM, yM, thetaRad, speedMps, percent, charging);
  }

  /** Turns towards a course, nose or tail first, whichever is nearer. */
  Body turnedTowards(double courseRad, double dtS) {
    double off = angle(courseRad - thetaRad);
    if (Math.abs(off) > Math.PI / 2) {
      off = angle(off + Math.PI);
    }
    double turn = Math.clamp(off, -TURN_RAD_PER_S * dtS, TURN_RAD_PER_S * dtS);
    return new Body(xM, yM, angle(thetaRad + turn), speedMps, batteryPercent, charging);
  }

  /** The same angle within (-π, π]. */
  public static double angle(double rad) {
    double wrapped = Math.IEEEremainder(rad, 2 * Math.PI);
    return wrapped <= -Math.PI ? wrapped + 2 * Math.PI : wrapped;
  }
}
