package dev.aisle.agv.control.work;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Course;
import dev.aisle.agv.planning.Effort;
import dev.aisle.agv.planning.Goal;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.PlannedVisit;
import dev.aisle.agv.planning.RoutePlanner;
import dev.aisle.agv.planning.Timetable;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.traffic.PassingOrder;
import dev.aisle.device.agv.VehicleId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways of all vehicles and their times while one step plans. Timed once, when first asked for;
 * after that each new way is fitted in.
 */
final class Schedule {
  private final Draft draft;
  private final RoutePlanner planner;
  private final PassingOrder order;
  private final Map<VehicleId, Itinerary> all = new LinkedHashMap<>();
  private @Nullable Timetable timetable;

  Schedule(Draft draft) {
    this.draft = draft;
    planner = new RoutePlanner(draft.map, draft.conflicts);
    order = new PassingOrder(draft.map, draft.conflicts);
  }

  Timetable timetable() {
    Timetable times = timetable;
    if (times == null) {
      all.putAll(draft.itineraries());
      times =
          Timetable.of(
              draft.map,
              draft.conflicts,
              all.values(),
              draft.before.ground().roll(),
              vehicle -> Optional.ofNullable(draft.tracks.get(vehicle)).flatMap(t -> t.course),
              draft.now.toEpochMilli());
      for (VehicleTrack track : draft.tracks.values()) {
        if (all.containsKey(track.spec.id())) {
          track.course = Optional.of(times.course(track.spec.id()));
        }
      }
      if (times.isCircular()) {
        throw new IllegalStateException("some vehicles wait for each other in a circle");
      }
      timetable = times;
    }
    return times;
  }

  /** When the vehicle will have done what it was released to; that depends on no other. */
  long readyAtReleasedMs(VehicleTrack track) {
    Itinerary own = track.itinerary(draft.now);
    Course course =
        track.course.filter(c -> c.leadsAlong(own)).orElseGet(() -> Course.of(draft.map, own));
    track.course = Optional.of(course);
    return course.readyAtReleasedMs(own, draft.now.toEpochMilli());
  }

  /** A way over the goals, or empty if there is none as things are or it takes too much work. */
  Optional<List<PlannedVisit>> route(VehicleTrack track, List<Goal> goals, Effort effort) {
    Timetable times = timetable();
    Itinerary own = all.get(track.spec.id());
    return own == null
        ? Optional.empty()
        : planner.plan(own, times, goals, draft.now.toEpochMilli(), effort);
  }

  /**
   * The vehicle no longer stops where it was to. Its times stay as they were: they need not come
   * true.
   */
  void stopsDropped(VehicleTrack track) {
    if (all.containsKey(track.spec.id())) {
      all.put(track.spec.id(), track.itinerary(draft.now));
    }
  }

  /** Gives the vehicle this way instead of what was planned beyond its release. */
  public void take(VehicleTrack track, List<PlannedVisit> route) {
    Timetable times = timetable();
    Map<VehicleId, Itinerary> changed = order.insert(all, track.spec.id(), route, times);
    draft.apply(changed);
    changed.values().forEach(one -> follow(times, one));
    all.putAll(changed);
    Itinerary own = changed.get(track.spec.id());
    if (own != null) {
      times.replace(own, route);
      track.plannedEndMs = times.endMs(track.spec.id());
    }
  }

  /** Notes for whom a vehicle waits from now on. */
  private void follow(Timetable times, Itinerary one) {
    Itinerary before = all.get(one.vehicle());
    for (Visit visit : one.visits()) {
      boolean asBefore =
          before != null
              && visit.index() <= before.lastIndex()
              && before.visit(visit.index()).equals(visit);
      if (!asBefore) {
        visit.after().forEach(after -> times.follow(after.vehicle(), one.vehicle()));
      }
    }
  }
}
