package dev.aisle.sim.fleet;

import java.time.Duration;

/**
 * What a fleet has to do.
 *
 * @param transports after so many are over the run ends
 * @param atOnce so many are open at any time, as long as there are more
 * @param atMost and it ends after this time of the fleet's clock
 */
public record FleetWork(int transports, int atOnce, Duration atMost) {
  private static final int ENDLESS = Integer.MAX_VALUE;

  /** As much as can be done in a time. */
  public static FleetWork during(Duration time, int atOnce) {
    return new FleetWork(ENDLESS, atOnce, time);
  }
}
