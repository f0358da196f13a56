package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
  private final Roll roll;

  /** By number; null for a vehicle without a way. */
  private final @Nullable Times[] times;

  private final Stays stays;

  /** Those of {@link #stays} that were asked for, and what has changed since. */
  private final @Nullable List<Hold>[] holds;

  /** Kept between searches, until somebody takes or leaves the place or one in conflict. */
  private final @Nullable Busy[] busy;

  private boolean asked;

  private final boolean circular;

  private Timetable(
      Roadmap map,
      Conflicts conflicts,
      Collection<Itinerary> itineraries,
      Roll roll,
      Function<VehicleId, Optional<Course>> known,
      long nowMs) {
    this.roll = roll;
    this.map = map;
    this.conflicts = conflicts;
    this.nowMs = nowMs;
    times = new Times[roll.size()];
    for (Itinerary each : itineraries) {
      Course course =
          known
              .apply(each.vehicle())
              .filter(c -> c.leadsAlong(each))
              .orElseGet(() -> Course.of(map, each));
      int number = roll.number(each.vehicle());
      times[number] = new Times(number, course, each, nowMs);
    }
    circular = !settle();
    stays = new Stays(times, conflicts);
    holds = none(conflicts.places());
    busy = new Busy[conflicts.places()];
  }

  public static Timetable of(
      Roadmap map, Conflicts conflicts, Collection<Itinerary> itineraries, long nowMs) {
    Roll roll = Roll.of(itineraries.stream().map(Itinerary::vehicle).toList());
    return new Timetable(map, conflicts, itineraries, roll, vehicle -> Optional.empty(), nowMs);
  }

  /**
   * The same, quicker.
   *
   * @param roll all vehicles that have a way, and may be others
   * @param known what {@link #course} said of the vehicles before, as far as it is known; one that
   *     is no longer right is not used
   */
  public static Timetable of(
      Roadmap map,
      Conflicts conflicts,
      Collection<Itinerary> itineraries,
      Roll roll,
      Function<VehicleId, Optional<Course>> known,
      long nowMs) {
    return new Timetable(map, conflicts, itineraries, roll, known, nowMs);
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
    List<Hold> known = holds[place];
    if (known == null) {
      known = made(place);
      holds[place] = known;
    }
    return known;
  }

  /** How many there are. */
  int holdsAt(int place) {
    List<Hold> known = holds[place];
    return known == null ? stays.count(place) : known.size();
  }

  private List<Hold> made(int place) {
    List<Hold> made = new ArrayList<>(stays.count(place) + 2);
    for (int i = stays.first(place); i < stays.first(place + 1); i++) {
      Times each = times[stays.vehicle(i)];
      if (each != null) {
        Hold node = hold(each, stays.position(i));
        made.add(stays.isLane(i) ? laneHold(node, each, stays.position(i)) : node);
      }
    }
    return made;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Hold>[] none(int places) {
    return new List[places];
  }

  /** When a place cannot be had. */
  Busy busy(int place) {
    Busy known = busy[place];
    if (known == null) {
      List<Hold> taken = new ArrayList<>();
      for (int other : conflicts.with(place)) {
        taken.addAll(holdsOf(other));
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
    Times own = known(vehicle);
    return own == null ? NEVER : own.arrive[own.arrive.length - 1];
  }

  /** When the vehicle will set out for a visit of its way. */
  public long startMs(VehicleId vehicle, long visit) {
    Times own = require(vehicle);
    return own.start[own.position(visit)];
  }

  /** Vehicles that pass after this one somewhere, and may be some that do no longer. */
  public Set<VehicleId> followersOf(VehicleId vehicle) {
    Set<VehicleId> names = new LinkedHashSet<>();
    require(vehicle).followers.stream().forEach(number -> names.add(roll.name(number)));
    return names;
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
    fresh.followers.or(old.followers);
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
    times[fresh.number] = fresh;
    remove(endNode, own.vehicle(), own.released());
    change(endNode).add(hold(fresh, kept));
    collect(fresh, kept + 1);
    own.visits().stream()
        .flatMap(visit -> visit.after().stream())
        .forEach(after -> follow(after.vehicle(), own.vehicle()));
  }

  /** Notes that a vehicle now passes somewhere after another. */
  public void follow(VehicleId first, VehicleId then) {
    Times leader = known(first);
    int number = roll.number(then);
    if (leader != null && number >= 0) {
      leader.followers.set(number);
    }
  }

  private void remove(int place, Itinerary own) {
    change(place).removeIf(h -> h.visit() > own.released() && h.vehicle().equals(own.vehicle()));
  }

  private void remove(int place, VehicleId vehicle, long visit) {
    change(place).removeIf(h -> h.visit() == visit && !h.lane() && h.vehicle().equals(vehicle));
  }

  private @Nullable Times known(VehicleId vehicle) {
    int number = roll.number(vehicle);
    return number < 0 ? null : times[number];
  }

  private Times require(VehicleId vehicle) {
    Times own = known(vehicle);
    if (own == null) {
      throw new IllegalArgumentException("%s has no itinerary".formatted(vehicle));
    }
    return own;
  }

  /** Times each vehicle as far as it goes, and on when the one that it waits for is timed. */
  private boolean settle() {
    List<Times> all = Arrays.stream(times).filter(Objects::nonNull).toList();
    ArrayDeque<Times> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      Times next = open.remove();
      if (next.advance(times, roll)) {
        open.addAll(next.waiting);
        next.waiting.clear();
      }
    }
    boolean complete = all.stream().allMatch(Times::isComplete);
    all.forEach(Times::giveUp);
    return complete;
  }

  private void collect(Times each, int from) {
    for (int i = from; i < each.start.length; i++) {
      Hold node = hold(each, i);
      change(each.node(i)).add(node);
      int lane = each.lane(i);
      if (lane >= 0 && conflicts.with(conflicts.placeOfLane(lane)).length > 0) {
        change(conflicts.placeOfLane(lane)).add(laneHold(node, each, i));
      }
    }
  }

  private static Hold laneHold(Hold node, Times each, int i) {
    return new Hold(
        node.vehicle(), node.owner(), node.visit(), true, node.fromMs(), each.arrive[i]);
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
    return holdsOf(place);
  }

  /** Adds without passing {@link #NEVER}. */
  static long plus(long timeMs, long moreMs) {
    return moreMs >= NEVER - timeMs ? NEVER : timeMs + moreMs;
  }
}
