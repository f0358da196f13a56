package dev.aisle.sim.fleet;

import dev.aisle.sim.air.Weather;

/**
 * What goes wrong, as shares of what happens or chances in an hour.
 *
 * @param slowest how much slower a vehicle drives and handles loads at most; how much it is, is
 *     drawn anew every few seconds, evenly from nothing
 * @param weather what befalls messages
 * @param stopsPerHour halts of one vehicle for 5 to 60 s
 * @param restartsPerHour ends of the dispatcher, which goes on from its journal
 * @param cutsPerHour losses of one vehicle's link for 35 s, told by its last will
 * @param rebootsPerHour restarts of one vehicle that stands, without memory of its order
 * @param lossesPerHour loads that fall off a vehicle that drives; a person puts them where they
 *     were to go, and says so
 * @param carriesPerHour times that people carry one vehicle home, with what is on it
 */
public record Disturbance(
    double slowest,
    Weather weather,
    double stopsPerHour,
    double restartsPerHour,
    double cutsPerHour,
    double rebootsPerHour,
    double lossesPerHour,
    double carriesPerHour) {

  /** A day when nothing goes wrong. */
  public static final Disturbance NONE = new Disturbance(0, Weather.FINE, 0, 0, 0, 0, 0, 0);

  /** Random delays, a lossy network, stops and restarts. */
  public static final Disturbance ROUGH =
      new Disturbance(0.2, new Weather(0.01, 0.01, 0.01), 4, 6, 0, 0, 0, 0);

  /** Everything there is. */
  public static final Disturbance ROUGHEST =
      new Disturbance(0.2, new Weather(0.02, 0.02, 0.02), 4, 6, 1, 1, 0, 0);

  /** Besides, what only people can put right. */
  public static final Disturbance WITH_PEOPLE =
      new Disturbance(0.2, new Weather(0.01, 0.01, 0.01), 4, 6, 1, 1, 20, 10);

  /** Vehicles that lose this share of their pace on average, and nothing else. */
  public static Disturbance slow(double share) {
    return new Disturbance(2 * share, Weather.FINE, 0, 0, 0, 0, 0, 0);
  }

  /** The same without an end of the dispatcher. */
  public Disturbance withoutRestarts() {
    return new Disturbance(
        slowest,
        weather,
        stopsPerHour,
        0,
        cutsPerHour,
        rebootsPerHour,
        lossesPerHour,
        carriesPerHour);
  }
}
