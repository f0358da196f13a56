package dev.aisle.sim.vehicle;

import java.util.List;

/**
 * Straight legs at limited speed: speeding up, braking in time, slower round corners or standing
 * while it turns, standing still before a turn back.
 */
final class Driving {
  private static final double CORNER_FROM_RAD = Math.toRadians(10);
  private static final double TURN_BACK_FROM_RAD = Math.toRadians(135);

  /** A standing vehicle sets out when it points no farther away from its course. */
  private static final double ALIGNED_RAD = Math.toRadians(1);

  /** A limit that falls on the way is kept as soon as this much more than usual braking does it. */
  private static final double HARD_BRAKING = 1.5;

  private Driving() {}

  /**
   * A straight way.
   *
   * @param maxSpeedMps the edge's limit
   * @param toNode false for a point between two nodes
   */
  record Leg(double toXM, double toYM, double maxSpeedMps, boolean toNode) {}

  /** How far the step came. {@code reached} legs were driven to their end. */
  record Step(Body body, int reached) {}

  /** One small step towards the end of the last leg, where the vehicle comes to stand. */
  static Step advance(Body from, List<Leg> legs, Kinematics how, double dtS) {
    if (legs.isEmpty()) {
      return new Step(from.withSpeed(0), 0);
    }
    Leg first = legs.getFirst();
    boolean mustTurn =
        how.turnsStanding()
            && !from.isMoving()
            && from.distanceM(first.toXM(), first.toYM()) > 0
            && Math.abs(from.offCourseRad(course(from.xM(), from.yM(), first))) > ALIGNED_RAD;
    if (mustTurn) {
      double course = course(from.xM(), from.yM(), first);
      return new Step(from.turnedTowards(course, how.turnRadps() * dtS), 0);
    }
    double allowed = allowedSpeed(from, legs, how);
    double speed = Math.min(from.speedMps() + how.accelerationMps2() * dtS, allowed);
    double least = from.speedMps() - HARD_BRAKING * how.brakingMps2() * dtS;
    return move(from.withSpeed(Math.max(speed, least)), legs, how, dtS);
  }

  /** One small step of braking on the way. */
  static Step brake(Body from, List<Leg> legs, Kinematics how, double dtS) {
    double speed = Math.max(0, from.speedMps() - how.brakingMps2() * dtS);
    return legs.isEmpty() || !from.isMoving()
        ? new Step(from.withSpeed(0), 0)
        : move(from.withSpeed(speed), legs, how, dtS);
  }

  private static Step move(Body from, List<Leg> legs, Kinematics how, double dtS) {
    Body body = from;
    double leftM = from.speedMps() * dtS;
    int reached = 0;
    for (Leg leg : legs) {
      double legM = body.distanceM(leg.toXM(), leg.toYM());
      if (legM > 0) {
        body = body.turnedTowards(course(body.xM(), body.yM(), leg), how.turnRadps() * dtS);
      }
      if (leftM < legM) {
        double part = leftM / legM;
        body =
            body.at(
                body.xM() + part * (leg.toXM() - body.xM()),
                body.yM() + part * (leg.toYM() - body.yM()));
        return new Step(body, reached);
      }
      body = body.at(leg.toXM(), leg.toYM());
      leftM -= legM;
      reached++;
    }
    return new Step(body.withSpeed(0), reached);
  }

  private static double allowedSpeed(Body from, List<Leg> legs, Kinematics how) {
    double allowed = legs.getFirst().maxSpeedMps();
    double aheadM = 0;
    double xM = from.xM();
    double yM = from.yM();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      aheadM += Math.hypot(leg.toXM() - xM, leg.toYM() - yM);
      double atEnd = i + 1 < legs.size() ? speedAtCorner(xM, yM, leg, legs.get(i + 1), how) : 0;
      allowed = Math.min(allowed, Math.sqrt(atEnd * atEnd + 2 * how.brakingMps2() * aheadM));
      xM = leg.toXM();
      yM = leg.toYM();
    }
    // a hair of speed is left so that the last millimetres take no eternity
    return Math.max(allowed, 0.01);
  }

  private static double speedAtCorner(
      double fromXM, double fromYM, Leg in, Leg out, Kinematics how) {
    double turn =
        Math.abs(Body.angle(course(in.toXM(), in.toYM(), out) - course(fromXM, fromYM, in)));
    if (turn < CORNER_FROM_RAD) {
      return out.maxSpeedMps();
    }
    return turn > TURN_BACK_FROM_RAD ? 0 : Math.min(how.cornerMps(), out.maxSpeedMps());
  }

  private static double course(double fromXM, double fromYM, Leg leg) {
    return Math.atan2(leg.toYM() - fromYM, leg.toXM() - fromXM);
  }
}
