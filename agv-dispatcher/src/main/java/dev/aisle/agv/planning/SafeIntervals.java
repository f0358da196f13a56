package dev.aisle.agv.planning;

import dev.aisle.agv.planning.Timetable.Hold;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times at which a vehicle may have each place, because nobody else has one in conflict. */
final class SafeIntervals {
  /** From, inclusive, to, exclusive, in milliseconds. */
  record Interval(long fromMs, long toMs) {}

  private final Conflicts conflicts;
  private final Timetable timetable;
  private final VehicleId self;
  private final long nowMs;
  private final List<Interval> always;
  private final @Nullable List<Interval>[] known;

  SafeIntervals(Conflicts conflicts, Timetable timetable, VehicleId self, long nowMs) {
    this.conflicts = conflicts;
    this.timetable = timetable;
    this.self = self;
    this.nowMs = nowMs;
    always = List.of(new Interval(nowMs, Timetable.NEVER));
    known = known(conflicts.places());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Interval>[] known(int places) {
    return new List[places];
  }

  List<Interval> of(int place) {
    List<Interval> intervals = known[place];
    if (intervals == null) {
      intervals = compute(place);
      known[place] = intervals;
    }
    return intervals;
  }

  private List<Interval> compute(int place) {
    List<Hold> taken = new ArrayList<>();
    for (int other : conflicts.with(place)) {
      for (Hold hold : timetable.holdsOf(other)) {
        if (hold.fromMs() < Timetable.NEVER && !hold.vehicle().equals(self)) {
          taken.add(hold);
        }
      }
    }
    if (taken.isEmpty()) {
      return always;
    }
    taken.sort(Comparator.comparingLong(Hold::fromMs));
    List<Interval> free = new ArrayList<>();
    long from = nowMs;
    for (Hold hold : taken) {
      if (hold.fromMs() > from) {
        free.add(new Interval(from, hold.fromMs()));
      }
      from = Math.max(from, hold.toMs());
    }
    if (from < Timetable.NEVER) {
      free.add(new Interval(from, Timetable.NEVER));
    }
    return free;
  }
}
