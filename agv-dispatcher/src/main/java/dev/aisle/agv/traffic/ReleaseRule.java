package dev.aisle.agv.traffic;

import dev.aisle.agv.planning.After;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * How far a vehicle may be released: as long as everybody who goes first has gone, up to the next
 * stop, and not further ahead than driving without braking needs, since a release is final.
 */
public final class ReleaseRule {
  /**
   * From the moment a vehicle passes a node until it knows what was released then, in seconds: its
   * state, a step, the order, and something for a slow network.
   */
  private static final double ANSWER_S = 1.5;

  private ReleaseRule() {}

  /**
   * Index of the last visit that may be released now.
   *
   * @param eager true if the vehicle itself asks for more (newBaseRequest)
   */
  public static long releaseTo(
      Roadmap map, Itinerary own, Map<VehicleId, Itinerary> all, boolean eager) {
    return releaseTo(map, own, all, eager, visit -> false);
  }

  /**
   * The same where the way to some visits is barred just now.
   *
   * @param barred true for the index of such a visit
   */
  public static long releaseTo(
      Roadmap map,
      Itinerary own,
      Map<VehicleId, Itinerary> all,
      boolean eager,
      LongPredicate barred) {
    long released = own.released();
    double aheadM = 0;
    for (long i = own.reached() + 2; i <= released; i++) {
      aheadM += lengthM(map, own, i);
    }
    double enoughM = enoughM(map, own);
    boolean more = eager;
    while (released < own.lastIndex()
        && own.visit(released).stop().isEmpty()
        && (released <= own.reached() + 1 || aheadM < enoughM || more)
        && closed(map, own, released + 1).isEmpty()
        && blocker(own.visit(released + 1), all).isEmpty()
        && !barred.test(released + 1)) {
      released++;
      more = false;
      aheadM += released > own.reached() + 1 ? lengthM(map, own, released) : 0;
    }
    return released;
  }

  /**
   * What must be released beyond the next node, in metres: passing that node it asks again, drives
   * on until the answer is there, and must even then not have begun to brake.
   */
  private static double enoughM(Roadmap map, Itinerary own) {
    double speed = own.pace().speedMps();
    if (own.reached() < own.lastIndex()) {
      int lane =
          map.laneBetween(own.visits().getFirst().node(), own.visit(own.reached() + 1).node());
      speed = lane < 0 ? speed : Math.min(speed, map.laneSpeedMps(lane));
    }
    return own.pace().stoppingM(speed) + speed * ANSWER_S;
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
