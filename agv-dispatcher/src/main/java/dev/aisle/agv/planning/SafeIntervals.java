package dev.aisle.agv.planning;

import dev.aisle.agv.planning.Busy.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times at which a vehicle may have each place, because nobody else has one in conflict. */
final class SafeIntervals {
  private final Timetable timetable;
  private final int self;
  private final @Nullable List<Interval>[] known;

  SafeIntervals(Timetable timetable, int self, int places) {
    this.timetable = timetable;
    this.self = self;
    known = known(places);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable List<Interval>[] known(int places) {
    return new List[places];
  }

  List<Interval> of(int place) {
    List<Interval> intervals = known[place];
    if (intervals == null) {
      intervals = timetable.busy(place).freeFor(self);
      known[place] = intervals;
    }
    return intervals;
  }
}
