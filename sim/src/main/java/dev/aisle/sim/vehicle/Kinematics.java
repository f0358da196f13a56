package dev.aisle.sim.vehicle;

/**
 * How a vehicle moves.
 *
 * @param accelerationMps2 speeding up
 * @param brakingMps2 slowing down on the way to where it has to stand
 * @param turnRadps turning speed, standing or driving
 * @param cornerMps speed round a corner; at 0 it stands, turns, and drives on, as a vehicle with
 *     two driven wheels does
 * @param forkS lifting or lowering a load
 */
public record Kinematics(
    double accelerationMps2, double brakingMps2, double turnRadps, double cornerMps, double forkS) {
  private static final double QUICK_TURN_RADPS = 2.0;
  private static final double CORNER_MPS = 0.6;
  private static final double FORK_S = 6.0;

  public Kinematics {
    boolean moves = accelerationMps2 > 0 && brakingMps2 > 0 && turnRadps > 0;
    if (!moves || !(cornerMps >= 0) || !(forkS > 0)) {
      throw new IllegalArgumentException("a vehicle that cannot move: " + accelerationMps2);
    }
  }

  /** Steers round corners without a halt. */
  public static Kinematics steering(double accelerationMps2) {
    return new Kinematics(accelerationMps2, accelerationMps2, QUICK_TURN_RADPS, CORNER_MPS, FORK_S);
  }

  boolean turnsStanding() {
    return cornerMps == 0;
  }

  double brakingDistanceM(double speedMps) {
    return speedMps * speedMps / (2 * brakingMps2);
  }
}
