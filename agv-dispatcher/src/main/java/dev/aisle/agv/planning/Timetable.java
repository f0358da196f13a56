package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When each vehicle will be where, if from now on nothing delays it but waiting for others. The
 * times need not come true; they only have to respect every dependency, so that whatever is fitted
 * into them adds no circle of waiting.
 */
public final class Timetable {
  /** Time of what will not happen as things are, in milliseconds. */
  public static final long NEVER = Long.MAX_VALUE / 4;

  /**
   * A vehicle has a place to itself from one moment to another, in milliseconds.
   *
   * @param owner number of the vehicle in this timetable
   */
  public record Hold(
      VehicleId vehicle, int owner, long visit, boolean lane, long fromMs, long toMs) {}

  private final Roadmap map;
  private final Conflicts conflicts;
  private final long nowMs;
  private final Map<VehicleId, Times> times = new LinkedHashMap<>();
  private final List<List<Hold>> holds;

  /** Kept between searches, until somebody takes or leaves the place or one in conflict. */
  private final @Nullable Busy[] busy;

  private boolean asked;

  private final boolean circular;

  private Timetable(
      Roadmap map,
      Conflicts conflicts,
      Collection<Itinerary> itineraries,
      Function<VehicleId, Optional<Course>> known,
      long nowMs) {
    this.map = map;
    this.conflicts = conflicts;
    this.nowMs = nowMs;
    for (Itinerary each : itineraries) {
      Course course =
          known
              .apply(each.vehicle())
              .filter(c -> c.leadsAlong(each))
              .orElseGet(() -> Course.of(map, each));
      times.put(each.vehicle(), new Times(times.size(), course, each, nowMs));
    }
    circular = !settle();
    holds = new ArrayList<>(Collections.nCopies(conflicts.places(), List.of()));
    busy = new Busy[conflicts.places()];
    for (Times each : times.values()) {
      collect(each, 0);
    }
  }

  public static Timetable of(
      Roadmap map, Conflicts conflicts, Collection<Itinerary> itineraries, long nowMs) {
    return new Timetable(map, conflicts, itineraries, vehicle -> Optional.empty(), nowMs);
  }

  /**
   * The same, quicker.
   *
   * @param known what {@link #course} said of the vehicles before, as far as it is known; one that
   *     is no longer right is not used
   */
  public static Timetable of(
      Roadmap map,
      Conflicts conflicts,
      Collection<Itinerary> itineraries,
      Function<VehicleId, Optional<Course>> known,
      long nowMs) {
    return new Timetable(map, conflicts, itineraries, known, nowMs);
  }

  /** The way of a vehicle in the roadmap's numbers. */
  public Course course(VehicleId vehicle) {
    return require(vehicle).course;
  }

  /** True if some vehicles wait for each other in a circle, which must never be. */
  public boolean isCircular() {
    return circular;
  }

  /** All holds of a place, which is a node's number or that of a lane as place, in no order. */
  public List<Hold> holdsOf(int place) {
    return holds.get(place);
  }

  /** When a place cannot be had. */
  Busy busy(int place) {
    Busy known = busy[place];
    if (known == null) {
      List<Hold> taken = new ArrayList<>();
      for (int other : conflicts.with(place)) {
        taken.addAll(holds.get(other));
      }
      known = new Busy(taken, nowMs);
      busy[place] = known;
      asked = true;
    }
    return known;
  }

  /** The vehicle's number in {@link Hold#owner}. */
  int number(VehicleId vehicle) {
    return require(vehicle).number;
  }

  /** When the vehicle is at the end of its released way and done there. */
  public long readyAtReleasedMs(VehicleId vehicle) {
    Times own = require(vehicle);
    return own.ready[own.position(own.plan.released())];
  }

  /** When the vehicle will be at the end of its way. */
  public long endMs(VehicleId vehicle) {
    Times own = times.get(vehicle);
    return own == null ? NEVER : own.arrive[own.arrive.length - 1];
  }

  /** When the vehicle will set out for a visit of its way. */
  public long startMs(VehicleId vehicle, long visit) {
    Times own = require(vehicle);
    return own.start[own.position(visit)];
  }

  /** Vehicles that pass after this one somewhere, and may be some that do no longer. */
  public Set<VehicleId> followersOf(VehicleId vehicle) {
    return require(vehicle).followers;
  }

  /**
   * Takes over another way of one vehicle, whose times are known, without timing all others again:
   * the way was fitted in between theirs.
   *
   * @param own the whole way, whose unreleased part is the route
   */
  public void replace(Itinerary own, List<PlannedVisit> route) {
    Times old = require(own.vehicle());
    for (int i = 1; i < old.start.length; i++) {
      Visit visit = old.plan.visits().get(i);
      if (visit.index() > own.released()) {
        remove(old.node(i), own);
        int lane = old.lane(i);
        if (lane >= 0) {
          remove(conflicts.placeOfLane(lane), own);
        }
      }
    }
    int kept = old.position(own.released());
    int endNode = old.node(kept);
    Times fresh = new Times(old.number, Course.of(map, own), own, nowMs);
    fresh.followers.addAll(old.followers);
    for (int i = 0; i < fresh.start.length; i++) {
      if (i <= kept) {
        fresh.start[i] = old.start[i];
        fresh.arrive[i] = old.arrive[i];
        fresh.ready[i] = old.ready[i];
      } else {
        PlannedVisit planned = route.get(i - kept - 1);
        fresh.start[i] = planned.fromMs();
        fresh.arrive[i] = planned.arriveMs();
        fresh.ready[i] = plus(planned.arriveMs(), fresh.dwell(i));
      }
    }
    fresh.done = fresh.start.length;
    times.put(own.vehicle(), fresh);
    remove(endNode, own.vehicle(), own.released());
    change(endNode).add(hold(fresh, kept));
    collect(fresh, kept + 1);
    own.visits().stream()
        .flatMap(visit -> visit.after().stream())
        .forEach(after -> follow(after.vehicle(), own.vehicle()));
  }

  /** Notes that a vehicle now passes somewhere after another. */
  public void follow(VehicleId first, VehicleId then) {
    Times times = this.times.get(first);
    if (times != null) {
      times.followers.add(then);
    }
  }

  private void remove(int place, Itinerary own) {
    change(place).removeIf(h -> h.visit() > own.released() && h.vehicle().equals(own.vehicle()));
  }

  private void remove(int place, VehicleId vehicle, long visit) {
    change(place).removeIf(h -> h.visit() == visit && !h.lane() && h.vehicle().equals(vehicle));
  }

  private Times require(VehicleId vehicle) {
    Times own = times.get(vehicle);
    if (own == null) {
      throw new IllegalArgumentException("%s has no itinerary".formatted(vehicle));
    }
    return own;
  }

  /** Times each vehicle as far as it goes, and on when the one that it waits for is timed. */
  private boolean settle() {
    ArrayDeque<Times> open = new ArrayDeque<>(times.values());
    while (!open.isEmpty()) {
      Times next = open.remove();
      if (next.advance(times)) {
        open.addAll(next.waiting);
        next.waiting.clear();
      }
    }
    boolean all = times.values().stream().allMatch(Times::isComplete);
    times.values().forEach(Times::giveUp);
    return all;
  }

  private void collect(Times each, int from) {
    for (int i = from; i < each.start.length; i++) {
      Hold node = hold(each, i);
      change(each.node(i)).add(node);
      int lane = each.lane(i);
      if (lane >= 0 && conflicts.with(conflicts.placeOfLane(lane)).length > 0) {
        change(conflicts.placeOfLane(lane))
            .add(
                new Hold(
                    node.vehicle(),
                    node.owner(),
                    node.visit(),
                    true,
                    node.fromMs(),
                    each.arrive[i]));
      }
    }
  }

  private Hold hold(Times each, int i) {
    long index = each.plan.visits().get(i).index();
    long from = index <= each.plan.released() ? nowMs : each.start[i];
    long to = i + 1 < each.start.length ? each.arrive[i + 1] : NEVER;
    return new Hold(each.plan.vehicle(), each.number, index, false, from, to);
  }

  /** The holds of a place, to be changed. */
  private List<Hold> change(int place) {
    if (asked) {
      busy[place] = null;
      for (int near : conflicts.with(place)) {
        busy[near] = null;
      }
    }
    List<Hold> list = holds.get(place);
    if (!(list instanceof ArrayList)) {
      list = new ArrayList<>(4);
      holds.set(place, list);
    }
    return list;
  }

  /** Adds without passing {@link #NEVER}. */
  static long plus(long timeMs, long moreMs) {
    return moreMs >= NEVER - timeMs ? NEVER : timeMs + moreMs;
  }
}
