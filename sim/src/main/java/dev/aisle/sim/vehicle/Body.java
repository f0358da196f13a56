package dev.aisle.sim.vehicle;

import java.util.Objects;

/**
 * The moving mass: where it is and how fast.
 *
 * @param xM metres on the map
 * @param thetaRad direction the vehicle's nose points, radians, counter-clockwise from x
 * @param batteryPercent 0 to 100
 * @param map that it is on; empty for the one on which it begins
 */
public record Body(
    double xM,
    double yM,
    double thetaRad,
    double speedMps,
    double batteryPercent,
    boolean charging,
    String map) {

  /** What an earlier version of the program stored knows of one map only. */
  public Body {
    map = Objects.requireNonNullElse(map, "");
  }

  /** Driving empties a full battery in about four hours. */
  static final double DRIVING_PERCENT_PER_S = 100.0 / (4 * 3600);

  /** Standing with everything switched on lasts two days. */
  static final double IDLE_PERCENT_PER_S = 100.0 / (48 * 3600);

  /** A full charge takes half an hour. */
  static final double CHARGING_PERCENT_PER_S = 100.0 / 1800;

  boolean isMoving() {
    return speedMps > 0.001;
  }

  public double distanceM(double toXM, double toYM) {
    return Math.hypot(toXM - xM, toYM - yM);
  }

  Body at(double newXM, double newYM) {
    return new Body(newXM, newYM, thetaRad, speedMps, batteryPercent, charging, map);
  }

  /** After a ride in a lift. */
  Body on(String other) {
    return new Body(xM, yM, thetaRad, speedMps, batteryPercent, charging, other);
  }

  Body withSpeed(double mps) {
    return new Body(xM, yM, thetaRad, mps, batteryPercent, charging, map);
  }

  Body withCharging(boolean on) {
    return new Body(xM, yM, thetaRad, speedMps, batteryPercent, on, map);
  }

  Body afterBatteryUse(double dtS) {
    double rate =
        charging
            ? CHARGING_PERCENT_PER_S
            : isMoving() ? -DRIVING_PERCENT_PER_S : -IDLE_PERCENT_PER_S;
    double percent = Math.clamp(batteryPercent + rate * dtS, 0.0, 100.0);
    return new Body(xM, yM, thetaRad, speedMps, percent, charging, map);
  }

  /** Turns towards a course, nose or tail first, whichever is nearer. */
  Body turnedTowards(double courseRad, double mostRad) {
    double turn = Math.clamp(offCourseRad(courseRad), -mostRad, mostRad);
    return new Body(xM, yM, angle(thetaRad + turn), speedMps, batteryPercent, charging, map);
  }

  /** How far nose or tail, whichever is nearer, points away from a course. */
  double offCourseRad(double courseRad) {
    double off = angle(courseRad - thetaRad);
    return Math.abs(off) > Math.PI / 2 ? angle(off + Math.PI) : off;
  }

  /** The same angle within (-π, π]. */
  public static double angle(double rad) {
    if (rad > -Math.PI && rad < Math.PI) {
      return rad;
    }
    double wrapped = Math.IEEEremainder(rad, 2 * Math.PI);
    return wrapped <= -Math.PI ? wrapped + 2 * Math.PI : wrapped;
  }
}
