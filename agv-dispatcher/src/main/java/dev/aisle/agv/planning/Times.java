package dev.aisle.agv.planning;

import dev.aisle.agv.planning.After.Until;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times of one vehicle while a timetable is made, in milliseconds, one for each visit. */
final class Times {
  final Itinerary plan;
  final int[] lane;
  final long[] start;
  final long[] arrive;
  final long[] ready;
  final List<Times> waiting = new ArrayList<>();
  final Set<VehicleId> followers = new LinkedHashSet<>();
  int done = 1;
  private final long[] travel;
  private int checked;
  private long begin;

  Times(Roadmap map, Itinerary plan, long nowMs) {
    this.plan = plan;
    int n = plan.visits().size();
    lane = new int[n];
    travel = new long[n];
    start = new long[n];
    arrive = new long[n];
    ready = new long[n];
    lane[0] = -1;
    int node = map.number(plan.visits().getFirst().node());
    for (int i = 1; i < n; i++) {
      int next = map.number(plan.visits().get(i).node());
      lane[i] = map.laneBetween(node, next);
      if (lane[i] >= 0) {
        travel[i] =
            plan.pace().turnMs(map, lane[i - 1], lane[i]) + plan.pace().travelMs(map, lane[i]);
      } else if (node != next) {
        double lengthM = map.node(node).distanceM(map.node(next));
        travel[i] = Math.round(lengthM / plan.pace().speedMps() * 1000);
      }
      node = next;
    }
    start[0] = nowMs;
    arrive[0] = nowMs;
    ready[0] = nowMs + plan.delayMs() + dwell(0);
  }

  int position(long visit) {
    return (int) (visit - plan.reached());
  }

  long dwell(int i) {
    return plan.visits().get(i).stop().map(Stop::dwellMs).orElse(0L);
  }

  boolean isComplete() {
    return done == start.length;
  }

  /** Goes on as far as the others are timed; false if that is not a single visit further. */
  boolean advance(Map<VehicleId, Times> all) {
    int before = done;
    while (!isComplete()) {
      if (checked == 0) {
        begin = ready[done - 1];
      }
      if (plan.reached() + done > plan.released() && !resolve(all)) {
        break;
      }
      checked = 0;
      start[done] = begin;
      arrive[done] = Timetable.plus(begin, travel[done]);
      ready[done] = Timetable.plus(arrive[done], dwell(done));
      done++;
    }
    return done > before;
  }

  private boolean resolve(Map<VehicleId, Times> all) {
    List<After> afters = plan.visits().get(done).after();
    for (; checked < afters.size(); checked++) {
      After after = afters.get(checked);
      Times other = all.get(after.vehicle());
      long when = whenMet(after, other);
      if (when < 0 && other != null) {
        other.waiting.add(this);
        return false;
      }
      begin = Math.max(begin, when);
    }
    return true;
  }

  /** Negative while not known yet. */
  private long whenMet(After after, @Nullable Times other) {
    if (other == null || after.isMetBy(other.plan.reached())) {
      return 0;
    }
    other.followers.add(plan.vehicle());
    long wanted = after.until() == Until.LEFT ? after.visit() + 1 : after.visit();
    int position = other.position(wanted);
    if (position >= other.start.length) {
      return Timetable.NEVER;
    }
    return position < other.done ? other.arrive[position] : -1;
  }

  void giveUp() {
    for (int i = done; i < start.length; i++) {
      start[i] = Timetable.NEVER;
      arrive[i] = Timetable.NEVER;
      ready[i] = Timetable.NEVER;
    }
  }
}
