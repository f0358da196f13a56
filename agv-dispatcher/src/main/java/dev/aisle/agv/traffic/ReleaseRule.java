package dev.aisle.agv.traffic;

import dev.aisle.agv.planning.After;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.Map;
import java.util.Optional;

/**
 * How far a vehicle may be released: as long as everybody who goes first has gone, up to the next
 * stop, and not further ahead than driving without a halt needs, since a release is final.
 */
public final class ReleaseRule {
  /** Nodes released beyond the one reached. */
  private static final int MOST_AHEAD = 6;

  /** Once two nodes and this many metres are released, more can wait. */
  private static final double ENOUGH_AHEAD_M = 7;

  private ReleaseRule() {}

  /** Index of the last visit that may be released now. */
  public static long releaseTo(Roadmap map, Itinerary own, Map<VehicleId, Itinerary> all) {
    long released = own.released();
    double aheadM = 0;
    for (long i = own.reached() + 1; i <= released; i++) {
      aheadM += lengthM(map, own, i);
    }
    while (released < own.lastIndex()
        && own.visit(released).stop().isEmpty()
        && released - own.reached() < MOST_AHEAD
        && (released - own.reached() < 2 || aheadM < ENOUGH_AHEAD_M)
        && closed(map, own, released + 1).isEmpty()
        && blocker(own.visit(released + 1), all).isEmpty()) {
      released++;
      aheadM += lengthM(map, own, released);
    }
    return released;
  }

  /** Why the lane to a visit may not be driven just now. */
  public static Optional<Closure> closed(Roadmap map, Itinerary own, long visit) {
    int lane = map.laneBetween(own.visit(visit - 1).node(), own.visit(visit).node());
    return lane < 0 ? Optional.empty() : map.closureOf(lane);
  }

  /** The first vehicle that still has to pass before the visit may begin. */
  public static Optional<After> blocker(Visit visit, Map<VehicleId, Itinerary> all) {
    return visit.after().stream()
        .filter(
            after -> {
              Itinerary other = all.get(after.vehicle());
              return other != null && !after.isMetBy(other.reached());
            })
        .findFirst();
  }

  private static double lengthM(Roadmap map, Itinerary own, long visit) {
    return map.node(own.visit(visit - 1).node()).distanceM(map.node(own.visit(visit).node()));
  }
}
