package dev.aisle.agv.planning;

import dev.aisle.agv.planning.After.Until;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The times of one vehicle while a timetable is made, in milliseconds, one for each visit. */
final class Times {
  final int number;
  final Itinerary plan;
  final Course course;
  final long[] start;
  final long[] arrive;
  final long[] ready;
  final List<Times> waiting = new ArrayList<>();
  final Set<VehicleId> followers = new LinkedHashSet<>();
  int done = 1;
  private int checked;
  private long begin;

  Times(int number, Course course, Itinerary plan, long nowMs) {
    this.number = number;
    this.course = course;
    this.plan = plan;
    int n = plan.visits().size();
    start = new long[n];
    arrive = new long[n];
    ready = new long[n];
    start[0] = nowMs;
    arrive[0] = nowMs;
    ready[0] = nowMs + plan.delayMs() + dwell(0);
  }

  int node(int i) {
    return course.node(plan.reached() + i);
  }

  int lane(int i) {
    return i == 0 ? -1 : course.lane(plan.reached() + i);
  }

  int position(long visit) {
    return (int) (visit - plan.reached());
  }

  long dwell(int i) {
    return plan.visits().get(i).dwellMs();
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
      arrive[done] = Timetable.plus(begin, course.travelMs(plan.reached() + done));
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
