package dev.aisle.sim.fleet;

import java.time.Duration;

/**
 * What a fleet has to do.
 *
 * @param transports after so many nothing more is asked for
 * @param atOnce so many are open at any time, as long as there are more
 * @param asking and nothing is asked for after this time of the fleet's clock
 * @param atMost the run ends when nothing is open any more, or after this time
 */
public record FleetWork(int transports, int atOnce, Duration asking, Duration atMost) {
  private static final int ENDLESS = Integer.MAX_VALUE;

  public FleetWork(int transports, int atOnce, Duration atMost) {
    this(transports, atOnce, atMost, atMost);
  }

  /** True when what is open at the end of the time has not been done in time. */
  public boolean shallEnd() {
    return transports < ENDLESS || asking.compareTo(atMost) < 0;
  }

  /** As much as can be done in a time. */
  public static FleetWork during(Duration time, int atOnce) {
    return new FleetWork(ENDLESS, atOnce, time, time);
  }

  /** As much as is asked for in a time, all of which has to end. */
  public static FleetWork askedDuring(Duration asking, int atOnce, Duration atMost) {
    return new FleetWork(ENDLESS, atOnce, asking, atMost);
  }
}
