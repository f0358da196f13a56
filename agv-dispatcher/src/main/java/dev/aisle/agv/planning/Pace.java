package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Roadmap;

/**
 * How fast a vehicle gets on.
 *
 * @param speedMps highest speed, in metres per second
 * @param turnRadps how fast it turns, in radians per second
 * @param brakingMps2 how hard it brakes, in metres per second squared
 * @param type of vehicle, as speed limits of lanes name it; empty for none
 */
public record Pace(double speedMps, double turnRadps, double brakingMps2, String type) {
  /** Of a vehicle that does not say how fast it turns. */
  public static final double USUAL_TURN_RADPS = 1.0;

  /** Of a vehicle that does not say how hard it brakes; most brake harder. */
  public static final double USUAL_BRAKING_MPS2 = 0.5;

  /** Bends up to this angle, in radians, are driven without slowing down. */
  private static final double STRAIGHT_RAD = Math.toRadians(15);

  public Pace {
    if (!(speedMps > 0) || !(turnRadps > 0) || !(brakingMps2 > 0)) {
      throw new IllegalArgumentException("a vehicle drives, turns and brakes at more than 0");
    }
  }

  /** Of a vehicle that turns and brakes as most do. */
  public static Pace of(double speedMps) {
    return new Pace(speedMps, USUAL_TURN_RADPS, USUAL_BRAKING_MPS2, "");
  }

  /** Metres it still drives when it has to stop. */
  public double stoppingM(double fromMps) {
    return fromMps * fromMps / (2 * brakingMps2);
  }

  /** Time in milliseconds for a lane, without turning into it. */
  long travelMs(Roadmap map, int lane) {
    return map.travelMs(lane, speedMps, type);
  }

  /** Time in milliseconds to turn from one lane into the next; either may be -1 for none. */
  long turnMs(Roadmap map, int lane, int next) {
    if (lane < 0 || next < 0) {
      return 0;
    }
    double angle = map.turnRad(lane, next);
    return angle < STRAIGHT_RAD ? 0 : Math.round(angle / turnRadps * 1000);
  }
}
