package dev.aisle.agv.passage.lift;

import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.traffic.ReleaseRule;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gathers what the vehicles want of the lifts at one moment. */
public final class LiftNeeds {
  private final Roadmap map;
  private final Map<String, LiftNeed> needs = new HashMap<>();

  public LiftNeeds(Roadmap map) {
    this.map = map;
  }

  LiftNeed of(String lift) {
    return needs.getOrDefault(lift, LiftNeed.NONE);
  }

  /**
   * A vehicle whose way is known. Where it is released in or out the lift has to stand; who stands
   * in the cab, and whose way goes on at another level, rides there; and for who comes next, with
   * nobody to pass before, it is called in time.
   *
   * @param sent true if it may be sent on just now
   * @param standing true if it says that it stands still at the last node it came to
   */
  public void add(Itinerary own, Map<VehicleId, Itinerary> all, boolean sent, boolean standing) {
    for (long v = own.reached(); v <= own.released(); v++) {
      Optional<Lift> lift = map.liftAt(own.visit(v).node());
      if (lift.isPresent() && (v == own.released() || !isIn(lift.get(), own.visit(v + 1)))) {
        want(lift.get(), inCab(own, lift.get(), v, sent && standing));
      }
    }
    if (sent) {
      ahead(own, all);
    }
  }

  /** What a vehicle wants whose release ends in the cab, or leads out of it there. */
  private LiftNeed inCab(Itinerary own, Lift lift, long visit, boolean ready) {
    boolean ends = visit == own.reached() && visit == own.released();
    if (!ends) {
      return LiftNeed.holds(level(own.visit(visit)));
    }
    if (visit == own.lastIndex() || !ready) {
      return LiftNeed.STAY;
    }
    Visit next = own.visit(visit + 1);
    return LiftNeed.holds(level(isIn(lift, next) ? next : own.visit(visit)));
  }

  /** Somebody is there whose way is not known, as a person drives it. */
  public void standing(Pose at, double lengthM) {
    for (Lift lift : map.lifts()) {
      for (String stop : lift.stops()) {
        Node cab = map.node(stop);
        if (cab.map().equals(at.mapId())
            && Math.hypot(cab.xM() - at.xM(), cab.yM() - at.yM()) < lengthM) {
          want(lift, LiftNeed.STAY);
        }
      }
    }
  }

  private void ahead(Itinerary own, Map<VehicleId, Itinerary> all) {
    double aheadM = 0;
    for (long v = own.reached() + 1; v <= own.lastIndex(); v++) {
      Visit before = own.visit(v - 1);
      Visit visit = own.visit(v);
      boolean free =
          v <= own.released()
              || (before.stop().isEmpty() && ReleaseRule.blocker(visit, all).isEmpty());
      if (!free) {
        return;
      }
      Optional<Lift> lift = map.liftAt(visit.node());
      if (lift.isPresent() && v > own.released()) {
        if (aheadM <= nearM(own, lift.get()) && !isIn(lift.get(), before)) {
          want(lift.get(), LiftNeed.comes(level(visit)));
        }
        return;
      }
      aheadM += map.node(before.node()).distanceM(map.node(visit.node()));
    }
  }

  /** A lift is called when the vehicle, at full speed, is no further away than the cab may be. */
  private static double nearM(Itinerary own, Lift lift) {
    double speed = own.pace().speedMps();
    return own.pace().stoppingM(speed) + speed * lift.longest().toMillis() / 1000.0;
  }

  private static boolean isIn(Lift lift, Visit visit) {
    return lift.stops().contains(visit.node());
  }

  private String level(Visit visit) {
    return map.node(visit.node()).map();
  }

  private void want(Lift lift, LiftNeed need) {
    needs.merge(lift.id(), need, LiftNeed::or);
  }
}
