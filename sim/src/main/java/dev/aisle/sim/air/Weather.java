package dev.aisle.sim.air;

/**
 * What happens to messages of quality of service 0, as shares of them.
 *
 * @param lost never arrive
 * @param doubled come a second time, up to {@link #LATEST_MS} later
 * @param late come up to {@link #LATEST_MS} late, and so after later ones
 */
public record Weather(double lost, double doubled, double late) {
  static final long LATEST_MS = 3_000;

  public static final Weather FINE = new Weather(0, 0, 0);

  public Weather {
    for (double share : new double[] {lost, doubled, late}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("not a share of messages: " + share);
      }
    }
  }
}
