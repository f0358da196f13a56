package dev.aisle.agv.planning;

import dev.aisle.agv.planning.Timetable.Hold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When one place cannot be had because somebody holds it, or one in conflict with it. */
final class Busy {
  /** Free from, inclusive, to, exclusive, in milliseconds. */
  record Interval(long fromMs, long toMs) {}

  private final long nowMs;
  private final Hold[] holds;
  private @Nullable List<Interval> free;

  /**
   * @param holds in no order; those that are not timed leave the place free
   */
  Busy(List<Hold> holds, long nowMs) {
    this.nowMs = nowMs;
    this.holds = holds.stream().filter(h -> h.fromMs() < Timetable.NEVER).toArray(Hold[]::new);
    Arrays.sort(this.holds, (a, b) -> Long.compare(a.fromMs(), b.fromMs()));
  }

  /** When the place is free for a vehicle, in order. */
  List<Interval> freeFor(int vehicle) {
    for (Hold hold : holds) {
      if (hold.owner() == vehicle) {
        return without(vehicle);
      }
    }
    List<Interval> known = free;
    if (known == null) {
      known = without(-1);
      free = known;
    }
    return known;
  }

  private List<Interval> without(int vehicle) {
    List<Interval> intervals = new ArrayList<>(holds.length + 1);
    long from = nowMs;
    for (Hold hold : holds) {
      if (hold.owner() == vehicle) {
        continue;
      }
      if (hold.fromMs() > from) {
        intervals.add(new Interval(from, hold.fromMs()));
      }
      from = Math.max(from, hold.toMs());
    }
    if (from < Timetable.NEVER) {
      intervals.add(new Interval(from, Timetable.NEVER));
    }
    return intervals;
  }
}
