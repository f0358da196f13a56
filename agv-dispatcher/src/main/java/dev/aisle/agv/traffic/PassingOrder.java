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

/**
 * Fixes who passes first at every shared place: an action dependency graph (Hönig et al., RA-L
 * 2019). A new route fits into the timetable of all others, so each dependency leads from an
 * earlier moment to a later one and no circle can arise, whatever delays come afterwards.
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
    Map<VehicleId, Itinerary> changed = new LinkedHashMap<>();
    Itinerary own = require(all, vehicle).releasedOnly();
    for (Itinerary other : all.values()) {
      if (!other.vehicle().equals(vehicle)) {
        Itinerary freed = forget(other, vehicle, own.released());
        if (!freed.equals(other)) {
          changed.put(other.vehicle(), freed);
        }
      }
    }
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
                add(changed.getOrDefault(other, require(all, other)), additions),
                (old, extended) -> extended));
    return changed;
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
        changed.put(other.vehicle(), add(other, additions));
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
    for (int near : conflicts.with(place)) {
      for (Hold hold : timetable.holdsOf(near)) {
        if (hold.vehicle().equals(claim.vehicle())) {
          continue;
        }
        if (hold.toMs() <= claim.fromMs()) {
          after.add(
              new After(hold.vehicle(), hold.visit(), hold.lane() ? Until.REACHED : Until.LEFT));
        } else if (claim.toMs() <= hold.fromMs()) {
          more.computeIfAbsent(hold.vehicle(), v -> new LinkedHashMap<>())
              .computeIfAbsent(hold.visit(), v -> new ArrayList<>())
              .add(claim.over());
        } else {
          throw new IllegalStateException(
              "%s planned over %s, both at place %d".formatted(claim, hold, near));
        }
      }
    }
  }

  private static Itinerary forget(Itinerary other, VehicleId vehicle, long released) {
    List<Visit> visits =
        other.visits().stream()
            .map(v -> v.withoutAfter(a -> a.vehicle().equals(vehicle) && a.visit() > released))
            .toList();
    return visits.equals(other.visits()) ? other : other.with(visits);
  }

  private static Itinerary add(Itinerary other, Map<Long, List<After>> additions) {
    return other.with(
        other.visits().stream()
            .map(v -> additions.containsKey(v.index()) ? v.andAfter(additions.get(v.index())) : v)
            .toList());
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
