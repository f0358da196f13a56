package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Conflicts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who is to be where, by place: the visits of all vehicles sorted in numbers, without objects. */
final class Stays {
  private static final int LANE = 1 << 31;

  private final int[] first;
  private final int[] vehicle;
  private final int[] position;

  /**
   * @param times by number of the vehicle
   */
  Stays(@Nullable Times[] times, Conflicts conflicts) {
    first = new int[conflicts.places() + 1];
    for (Times each : times) {
      if (each != null) {
        for (int i = 0; i < each.start.length; i++) {
          first[each.node(i) + 1]++;
          int lane = laneInConflict(each, i, conflicts);
          if (lane >= 0) {
            first[lane + 1]++;
          }
        }
      }
    }
    for (int place = 0; place + 1 < first.length; place++) {
      first[place + 1] += first[place];
    }
    vehicle = new int[first[first.length - 1]];
    position = new int[vehicle.length];
    int[] next = Arrays.copyOf(first, first.length);
    for (Times each : times) {
      if (each != null) {
        for (int i = 0; i < each.start.length; i++) {
          int at = next[each.node(i)]++;
          vehicle[at] = each.number;
          position[at] = i;
          int lane = laneInConflict(each, i, conflicts);
          if (lane >= 0) {
            int there = next[lane]++;
            vehicle[there] = each.number;
            position[there] = i | LANE;
          }
        }
      }
    }
  }

  /** The place of the lane that leads there, or -1 if nobody can be in its way there. */
  private static int laneInConflict(Times each, int i, Conflicts conflicts) {
    int lane = each.lane(i);
    if (lane < 0) {
      return -1;
    }
    int place = conflicts.placeOfLane(lane);
    return conflicts.with(place).length > 0 ? place : -1;
  }

  /** Where the stays at a place begin, which is where those of the one before it end. */
  int first(int place) {
    return first[place];
  }

  int count(int place) {
    return first[place + 1] - first[place];
  }

  int vehicle(int stay) {
    return vehicle[stay];
  }

  /** Which of the vehicle's visits. */
  int position(int stay) {
    return position[stay] & ~LANE;
  }

  /** True if the place is the lane to that visit, not its node. */
  boolean isLane(int stay) {
    return (position[stay] & LANE) != 0;
  }
}
