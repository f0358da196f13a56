package dev.aisle.sim.vehicle;

import java.util.List;

/**
 * Straight legs at limited speed: a trapezoid with equal acceleration and braking, slower round
 * corners, standing still before a turn back.
 */
final class Driving {
  private static final double CORNER_FROM_RAD = Math.toRadians(10);
  private static final double TURN_BACK_FROM_RAD = Math.toRadians(135);
  private static final double CORNER_SPEED_MPS = 0.6;

  private Driving() {}

  /** A straight way to a node; {@code maxSpeedMps} is the edge's limit. */
  record Leg(double toXM, double toYM, double maxSpeedMps) {}

  /** How far the step came. {@code reached} legs were driven to their end. */
  record Step(Body body, int reached) {}

  /** One small step towards the end of the last leg, where the vehicle comes to stand. */
  static Step advance(Body from, List<Leg> legs, double accelerationMps2, double dtS) {
    if (legs.isEmpty()) {
      return new Step(from.withSpeed(0), 0);
    }
    double allowed = allowedSpeed(from, legs, accelerationMps2);
    double speed = Math.min(from.speedMps() + accelerationMps2 * dtS, allowed);
    return move(from.withSpeed(speed), legs, dtS);
  }

  /** One small step of braking on the way. */
  static Step brake(Body from, List<Leg> legs, double accelerationMps2, double dtS) {
    double speed = Math.max(0, from.speedMps() - accelerationMps2 * dtS);
    return legs.isEmpty() || !from.isMoving()
        ? new Step(from.withSpeed(0), 0)
        : move(from.withSpeed(speed), legs, dtS);
  }

  static double brakingDistanceM(double speedMps, double accelerationMps2) {
    return speedMps * speedMps / (2 * accelerationMps2);
  }

  private static Step move(Body from, List<Leg> legs, double dtS) {
    Body body = from;
    double leftM = from.speedMps() * dtS;
    int reached = 0;
    for (Leg leg : legs) {
      double legM = body.distanceM(leg.toXM(), leg.toYM());
      if (legM > 0) {
        body = body.turnedTowards(course(body.xM(), body.yM(), leg), dtS);
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

  private static double allowedSpeed(Body from, List<Leg> legs, double accelerationMps2) {
    double allowed = legs.getFirst().maxSpeedMps();
    double aheadM = 0;
    double xM = from.xM();
    double yM = from.yM();
    for (int i = 0; i < legs.size(); i++) {
      Leg leg = legs.get(i);
      aheadM += Math.hypot(leg.toXM() - xM, leg.toYM() - yM);
      double atEnd = i + 1 < legs.size() ? speedAtCorner(xM, yM, leg, legs.get(i + 1)) : 0;
      allowed = Math.min(allowed, Math.sqrt(atEnd * atEnd + 2 * accelerationMps2 * aheadM));
      xM = leg.toXM();
      yM = leg.toYM();
    }
    // a hair of speed is left so that the last millimetres take no eternity
    return Math.max(allowed, 0.01);
  }

  private static double speedAtCorner(double fromXM, double fromYM, Leg in, Leg out) {
    double turn =
        Math.abs(Body.angle(course(in.toXM(), in.toYM(), out) - course(fromXM, fromYM, in)));
    if (turn < CORNER_FROM_RAD) {
      return out.maxSpeedMps();
    }
    return turn > TURN_BACK_FROM_RAD ? 0 : Math.min(CORNER_SPEED_MPS, out.maxSpeedMps());
  }

  private static double course(double fromXM, double fromYM, Leg leg) {
    return Math.atan2(leg.toYM() - fromYM, leg.toXM() - fromXM);
  }
}
