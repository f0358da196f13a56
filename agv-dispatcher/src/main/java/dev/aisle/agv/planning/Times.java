package dev.aisle.agv.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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
  final BitSet followers = new BitSet();
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
  boolean advance(@Nullable Times[] all, Roll roll) {
    int before = done;
    while (!isComplete()) {
      if (checked == 0) {
        begin = ready[done - 1];
      }
      if (plan.reached() + done > plan.released() && !resolve(all, roll)) {
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

  private boolean resolve(@Nullable Times[] all, Roll roll) {
    Waits waits = course.waits(roll, plan.visits().get(done));
    for (; checked < waits.vehicle.length; checked++) {
      int vehicle = waits.vehicle[checked];
      Times other = vehicle < 0 ? null : all[vehicle];
      if (other == null || other.plan.reached() >= waits.visit[checked]) {
        continue;
      }
      other.followers.set(number);
      int position = other.position(waits.visit[checked]);
      if (position >= other.start.length) {
        begin = Timetable.NEVER;
      } else if (position < other.done) {
        begin = Math.max(begin, other.arrive[position]);
      } else {
        other.waiting.add(this);
        return false;
      }
    }
    return true;
  }

  void giveUp() {
    for (int i = done; i < start.length; i++) {
      start[i] = Timetable.NEVER;
      arrive[i] = Timetable.NEVER;
      ready[i] = Timetable.NEVER;
    }
  }
}
