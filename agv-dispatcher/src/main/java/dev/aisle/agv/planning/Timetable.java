package dev.aisle.agv.planning;

import dev.aisle.agv.planning.After.Until;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each vehicle will be where, if from now on nothing delays it but waiting for others. The
 * times need not come true; they only have to respect every dependency, so that whatever is fitted
 * into them adds no circle of waiting.
 */
public final class Timetable {
  /** Time of what will not happen as things are, in milliseconds. */
  public static final long NEVER = Long.MAX_VALUE / 4;

  /** A vehicle has a place to itself from one moment to another, in milliseconds. */
  public record Hold(VehicleId vehicle, long visit, boolean lane, long fromMs, long toMs) {}

  private final Map<VehicleId, Times> times = new LinkedHashMap<>();
  private final Map<Integer, List<Hold>> holds;
  private final boolean circular;

  private Timetable(
      Roadmap map, Conflicts conflicts, Collection<Itinerary> itineraries, long nowMs) {
    itineraries.forEach(i -> times.put(i.vehicle(), new Times(map, i, nowMs)));
    circular = !settle();
    holds = new LinkedHashMap<>();
    for (Times each : times.values()) {
      each.collect(map, conflicts, holds, nowMs);
    }
  }

  public static Timetable of(
      Roadmap map, Conflicts conflicts, Collection<Itinerary> itineraries, long nowMs) {
    return new Timetable(map, conflicts, itineraries, nowMs);
  }

  /** True if some vehicles wait for each other in a circle, which must never be. */
  public boolean isCircular() {
    return circular;
  }

  /** All holds of a place, which is a node's number or that of a lane as place. */
  public List<Hold> holdsOf(int place) {
    return holds.getOrDefault(place, Collections.emptyList());
  }

  /** When the vehicle is at the end of its released way and done there. */
  public long readyAtReleasedMs(VehicleId vehicle) {
    Times own = times.get(vehicle);
    if (own == null) {
      throw new IllegalArgumentException("%s has no itinerary".formatted(vehicle));
    }
    return own.ready[(int) (own.plan.released() - own.plan.reached())];
  }

  /** When the vehicle will be at the end of its way. */
  public long endMs(VehicleId vehicle) {
    Times own = times.get(vehicle);
    return own == null ? NEVER : own.arrive[own.arrive.length - 1];
  }

  private boolean settle() {
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Times each : times.values()) {
        while (each.advance(times)) {
          moved = true;
        }
      }
    }
    boolean all = times.values().stream().allMatch(Times::complete);
    times.values().forEach(Times::giveUp);
    return all;
  }

  private static final class Times {
    final Itinerary plan;
    final long[] travel;
    final long[] start;
    final long[] arrive;
    final long[] ready;
    int done = 1;

    Times(Roadmap map, Itinerary plan, long nowMs) {
      this.plan = plan;
      int n = plan.visits().size();
      travel = new long[n];
      start = new long[n];
      arrive = new long[n];
      ready = new long[n];
      for (int i = 1; i < n; i++) {
        travel[i] = travelMs(map, plan.visits().get(i - 1), plan.visits().get(i), plan.speedMps());
      }
      start[0] = nowMs;
      arrive[0] = nowMs;
      ready[0] = nowMs + plan.delayMs() + dwell(0);
    }

    private static long travelMs(Roadmap map, Visit from, Visit to, double speedMps) {
      if (from.node().equals(to.node())) {
        return 0;
      }
      int lane = map.laneBetween(from.node(), to.node());
      if (lane < 0) {
        return Math.round(map.node(from.node()).distanceM(map.node(to.node())) / speedMps * 1000);
      }
      return map.travelMs(lane, speedMps);
    }

    private long dwell(int i) {
      return plan.visits().get(i).stop().map(Stop::dwellMs).orElse(0L);
    }

    boolean complete() {
      return done == start.length;
    }

    boolean advance(Map<VehicleId, Times> all) {
      if (complete()) {
        return false;
      }
      long begin = ready[done - 1];
      if (plan.reached() + done > plan.released()) {
        for (After after : plan.visits().get(done).after()) {
          long when = whenMet(after, all.get(after.vehicle()));
          if (when < 0) {
            return false;
          }
          begin = Math.max(begin, when);
        }
      }
      start[done] = begin;
      arrive[done] = plus(begin, travel[done]);
      ready[done] = plus(arrive[done], dwell(done));
      done++;
      return true;
    }

    /** Negative while not known yet. */
    private static long whenMet(After after, @Nullable Times other) {
      if (other == null || after.isMetBy(other.plan.reached())) {
        return 0;
      }
      long wanted = after.until() == Until.LEFT ? after.visit() + 1 : after.visit();
      int position = (int) (wanted - other.plan.reached());
      if (position >= other.start.length) {
        return NEVER;
      }
      return position < other.done ? other.arrive[position] : -1;
    }

    void giveUp() {
      for (int i = done; i < start.length; i++) {
        start[i] = NEVER;
        arrive[i] = NEVER;
        ready[i] = NEVER;
      }
    }

    void collect(Roadmap map, Conflicts conflicts, Map<Integer, List<Hold>> holds, long nowMs) {
      for (int i = 0; i < start.length; i++) {
        Visit visit = plan.visits().get(i);
        long from = visit.index() <= plan.released() ? nowMs : start[i];
        long to = i + 1 < start.length ? arrive[i + 1] : NEVER;
        add(
            holds,
            map.number(visit.node()),
            new Hold(plan.vehicle(), visit.index(), false, from, to));
        if (i > 0) {
          int lane = map.laneBetween(plan.visits().get(i - 1).node(), visit.node());
          if (lane >= 0 && conflicts.with(conflicts.placeOfLane(lane)).length > 0) {
            add(
                holds,
                conflicts.placeOfLane(lane),
                new Hold(plan.vehicle(), visit.index(), true, from, arrive[i]));
          }
        }
      }
    }

    private static void add(Map<Integer, List<Hold>> holds, int place, Hold hold) {
      holds.computeIfAbsent(place, p -> new ArrayList<>()).add(hold);
    }
  }

  /** Adds without passing {@link #NEVER}. */
  static long plus(long timeMs, long moreMs) {
    return Math.min(NEVER, timeMs + moreMs);
  }
}
