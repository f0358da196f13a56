package dev.aisle.agv.charging;

import dev.aisle.agv.roadmap.Roadmap;
import java.util.Collection;

/** Whether a vehicle still gets to a charger. */
public final class Reach {
  /** Below this a vehicle may switch off at any moment, in percent. */
  public static final double EMPTY = 5;

  /** Ways take longer than planned: others pass first. */
  private static final double DETOUR = 1.5;

  private static final long NOWHERE = Long.MAX_VALUE / 4;

  private Reach() {}

  /** Driving time to the nearest of the chargers; a quarter of all longs if there is no way. */
  public static long toNearestMs(
      Roadmap map, String from, Collection<String> chargers, double speedMps) {
    int here = map.number(from);
    return chargers.stream()
        .mapToLong(charger -> map.travelMsTo(map.number(charger), speedMps)[here])
        .filter(ms -> ms < NOWHERE)
        .min()
        .orElse(NOWHERE);
  }

  /** Charge that a vehicle needs to come that far and not be empty. */
  public static double neededPercent(Drain drain, long drivingMs) {
    return drivingMs >= NOWHERE ? EMPTY : EMPTY + DETOUR * drain.percentFor(drivingMs);
  }

  /** How long a vehicle can work and then still drive that far. */
  public static long enduranceMs(Drain drain, double percent, long toChargerMs) {
    return drain.lastsMs(percent, neededPercent(drain, toChargerMs));
  }
}
