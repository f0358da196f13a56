package dev.aisle.agv.traffic;

import dev.aisle.agv.planning.After;
import dev.aisle.agv.planning.After.Until;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.PlannedVisit;
import dev.aisle.agv.planning.Timetable;
import dev.aisle.agv.planning.Timetable.Hold;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fixes who passes first at every shared place: an action dependency graph (Hönig et al., RA-L
 * 2019). A new route fits into the timetable of all others, so each dependency leads from an
 * earlier moment to a later one and no circle can arise, whatever delays come afterwards.
 *
 * <p>The graph is sparse: who comes to a place waits for the last one before it there only, as that
 * one waits for those before it. When one of them gives up its way, those behind it take over what
 * it waited for.
 */
public final class PassingOrder {
  private final Roadmap map;
  private final Conflicts conflicts;

  public PassingOrder(Roadmap map, Conflicts conflicts) {
    this.map = map;
    this.conflicts = conflicts;
  }

  /**
   * Replaces what a vehicle has planned beyond its release.
   *
   * @param timetable the one the route was planned with
   * @return the itineraries that changed, that of the vehicle among them
   */
  public Map<VehicleId, Itinerary> insert(
      Map<VehicleId, Itinerary> all,
      VehicleId vehicle,
      List<PlannedVisit> route,
      Timetable timetable) {
    Itinerary old = require(all, vehicle);
    Itinerary own = old.releasedOnly();
    Map<VehicleId, Itinerary> changed = withdraw(all, old, timetable.followersOf(vehicle));
    Map<VehicleId, Map<Long, List<After>>> more = new LinkedHashMap<>();
    List<Visit> visits = new ArrayList<>(own.visits());
    String previous = visits.getLast().node();
    for (PlannedVisit planned : route) {
      long index = visits.getLast().index() + 1;
      List<After> after = new ArrayList<>();
      Claim node = new Claim(vehicle, index, false, planned.fromMs(), planned.leftMs());
      order(node, map.number(planned.node()), timetable, after, more);
      int lane = map.laneBetween(previous, planned.node());
      if (lane >= 0) {
        Claim way = new Claim(vehicle, index, true, planned.fromMs(), planned.arriveMs());
        order(way, conflicts.placeOfLane(lane), timetable, after, more);
      }
      visits.add(new Visit(index, planned.node(), planned.stop(), List.of()).andAfter(after));
      previous = planned.node();
    }
    changed.put(vehicle, own.with(visits));
    more.forEach(
        (other, additions) ->
            changed.merge(
                other,
                add(all, changed.getOrDefault(other, require(all, other)), additions),
                (plain, extended) -> extended));
    return changed;
  }

  /**
   * Takes what a vehicle has planned beyond its release out of the order; who waited for it there
   * waits for those that it waited for itself.
   *
   * @return the itineraries of others that changed
   */
  public Map<VehicleId, Itinerary> giveUp(Map<VehicleId, Itinerary> all, VehicleId vehicle) {
    return withdraw(all, require(all, vehicle), all.keySet());
  }

  /**
   * Lets everybody who is not yet released to a place near a vehicle wait until it has left. For a
   * vehicle that turns up where nobody planned it to be.
   */
  public Map<VehicleId, Itinerary> appear(Map<VehicleId, Itinerary> all, VehicleId vehicle) {
    Itinerary own = require(all, vehicle);
    Map<VehicleId, Itinerary> changed = new LinkedHashMap<>();
    After left = new After(vehicle, own.reached(), Until.LEFT);
    int[] near = conflicts.with(map.number(own.visits().getFirst().node()));
    for (Itinerary other : all.values()) {
      if (other.vehicle().equals(vehicle)) {
        continue;
      }
      Map<Long, List<After>> additions = new LinkedHashMap<>();
      for (int i = 1; i < other.visits().size(); i++) {
        Visit visit = other.visits().get(i);
        if (visit.index() <= other.released()) {
          continue;
        }
        int lane = map.laneBetween(other.visits().get(i - 1).node(), visit.node());
        if (contains(near, map.number(visit.node()))
            || (lane >= 0 && contains(near, conflicts.placeOfLane(lane)))) {
          additions.put(visit.index(), List.of(left));
        }
      }
      if (!additions.isEmpty()) {
        changed.put(other.vehicle(), add(all, other, additions));
      }
    }
    return changed;
  }

  private record Claim(VehicleId vehicle, long index, boolean lane, long fromMs, long toMs) {
    After over() {
      return new After(vehicle, index, lane ? Until.REACHED : Until.LEFT);
    }
  }

  private void order(
      Claim claim,
      int place,
      Timetable timetable,
      List<After> after,
      Map<VehicleId, Map<Long, List<After>>> more) {
    int[] near = conflicts.with(place);
    for (int each : near) {
      orderAt(claim, each, timetable, after, more);
    }
    if (!contains(near, place)) {
      orderAt(claim, place, timetable, after, more);
    }
  }

  /** Links the claim with the last hold before it and the first behind it at one place. */
  private static void orderAt(
      Claim claim,
      int place,
      Timetable timetable,
      List<After> after,
      Map<VehicleId, Map<Long, List<After>>> more) {
    Hold before = null;
    Hold behind = null;
    for (Hold hold : timetable.holdsOf(place)) {
      if (hold.vehicle().equals(claim.vehicle())) {
        continue;
      }
      if (hold.toMs() <= claim.fromMs()) {
        before = before == null || hold.toMs() > before.toMs() ? hold : before;
      } else if (hold.fromMs() >= Timetable.NEVER) {
        link(claim, hold, more); // among those that are not timed nobody is known to be first
      } else if (claim.toMs() <= hold.fromMs()) {
        behind = behind == null || hold.fromMs() < behind.fromMs() ? hold : behind;
      } else {
        throw new IllegalStateException(
            "%s planned over %s, both at place %d".formatted(claim, hold, place));
      }
    }
    if (before != null) {
      after.add(
          new After(before.vehicle(), before.visit(), before.lane() ? Until.REACHED : Until.LEFT));
    }
    if (behind != null) {
      link(claim, behind, more);
    }
  }

  private static void link(Claim claim, Hold behind, Map<VehicleId, Map<Long, List<After>>> more) {
    more.computeIfAbsent(behind.vehicle(), v -> new LinkedHashMap<>())
        .computeIfAbsent(behind.visit(), v -> new ArrayList<>())
        .add(claim.over());
  }

  /**
   * Takes a vehicle's unreleased way out of the graph.
   *
   * @return those of its followers that waited for it
   */
  private Map<VehicleId, Itinerary> withdraw(
      Map<VehicleId, Itinerary> all, Itinerary own, Set<VehicleId> followers) {
    Map<VehicleId, Itinerary> changed = new LinkedHashMap<>();
    List<Awaited> awaited = null;
    for (VehicleId follower : followers) {
      Itinerary other = all.get(follower);
      if (other == null || follower.equals(own.vehicle())) {
        continue;
      }
      List<Visit> visits = null;
      for (int i = 0; i < other.visits().size(); i++) {
        Visit visit = other.visits().get(i);
        long last = lastAwaited(visit, own);
        if (last > own.released()) {
          awaited = awaited == null ? awaited(all, own) : awaited;
          visits = visits == null ? new ArrayList<>(other.visits()) : visits;
          visits.set(
              i,
              visit
                  .withoutAfter(
                      a -> a.visit() > own.released() && a.vehicle().equals(own.vehicle()))
                  .andAfter(inherited(awaited, last, other, i)));
        }
      }
      if (visits != null) {
        changed.put(follower, other.with(visits));
      }
    }
    return changed;
  }

  private static long lastAwaited(Visit visit, Itinerary own) {
    long last = -1;
    for (After after : visit.after()) {
      if (after.visit() > last && after.vehicle().equals(own.vehicle())) {
        last = after.visit();
      }
    }
    return last;
  }

  /**
   * Something a vehicle waits for.
   *
   * @param visit of its own before which it waits; that it has reached for what it holds itself
   * @param place that is waited for
   */
  private record Awaited(long visit, After after, int place) {}

  /** What the vehicle waits for on its way, and where it is or is released to. */
  private List<Awaited> awaited(Map<VehicleId, Itinerary> all, Itinerary own) {
    List<Awaited> awaited = new ArrayList<>();
    for (After still : held(own)) {
      awaited.add(new Awaited(own.reached(), still, place(own, still)));
    }
    for (long v = own.released() + 1; v <= own.lastIndex(); v++) {
      for (After after : own.visit(v).after()) {
        Itinerary first = all.get(after.vehicle());
        if (first != null
            && !after.isMetBy(first.reached())
            && after.visit() <= first.lastIndex()) {
          awaited.add(new Awaited(v, after, place(first, after)));
        }
      }
    }
    return awaited;
  }

  /** What of it lies in the way of another that waited for the vehicle until a visit. */
  private List<After> inherited(List<Awaited> awaited, long until, Itinerary other, int position) {
    int node = map.number(other.visits().get(position).node());
    int lane =
        position == 0
            ? -1
            : map.laneBetween(map.number(other.visits().get(position - 1).node()), node);
    List<After> inherited = new ArrayList<>();
    for (Awaited one : awaited) {
      if (one.visit() <= until
          && isInTheWay(one.place(), node, lane)
          && !one.after().vehicle().equals(other.vehicle())) {
        inherited.add(one.after());
      }
    }
    return inherited;
  }

  /** The end of everything that a vehicle still holds: what it stands on and is released to. */
  private static List<After> held(Itinerary own) {
    List<After> held = new ArrayList<>();
    for (long v = own.reached(); v <= own.released(); v++) {
      held.add(new After(own.vehicle(), v, Until.LEFT));
      if (v > own.reached()) {
        held.add(new After(own.vehicle(), v, Until.REACHED));
      }
    }
    return held;
  }

  private boolean isInTheWay(int place, int node, int lane) {
    return place >= 0
        && (inConflict(place, node)
            || (lane >= 0 && inConflict(place, conflicts.placeOfLane(lane))));
  }

  /** The place that is waited for, or -1 if it is none of the roadmap. */
  private int place(Itinerary first, After after) {
    int node = map.number(first.visit(after.visit()).node());
    if (after.until() == Until.LEFT) {
      return node;
    }
    int lane = map.laneBetween(map.number(first.visit(after.visit() - 1).node()), node);
    return lane < 0 ? -1 : conflicts.placeOfLane(lane);
  }

  private boolean inConflict(int place, int other) {
    return place == other || contains(conflicts.with(place), other);
  }

  private static Itinerary add(
      Map<VehicleId, Itinerary> all, Itinerary other, Map<Long, List<After>> additions) {
    return other.with(
        other.visits().stream()
            .map(
                v ->
                    additions.containsKey(v.index())
                        ? v.withoutAfter(a -> isMet(all, a)).andAfter(additions.get(v.index()))
                        : v)
            .toList());
  }

  private static boolean isMet(Map<VehicleId, Itinerary> all, After after) {
    Itinerary first = all.get(after.vehicle());
    return first != null && after.isMetBy(first.reached());
  }

  private static boolean contains(int[] places, int place) {
    for (int each : places) {
      if (each == place) {
        return true;
      }
    }
    return false;
  }

  private static Itinerary require(Map<VehicleId, Itinerary> all, VehicleId vehicle) {
    Itinerary own = all.get(vehicle);
    if (own == null) {
      throw new IllegalArgumentException("%s has no itinerary".formatted(vehicle));
    }
    return own;
  }
}
