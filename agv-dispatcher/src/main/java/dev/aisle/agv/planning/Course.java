package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Roadmap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in the roadmap's numbers, with the time for each part of it. Looked up once, it serves as
 * long as the vehicle goes on along it.
 */
public final class Course {
  private final Pace pace;
  private final long first;
  private final String[] names;
  private final int[] node;
  private final int[] lane;
  private final long[] travelMs;

  /** Looked up when first asked for, and again when others were put first. */
  private final @Nullable Waits[] waits;

  private Course(Roadmap map, Pace pace, List<Visit> visits) {
    int n = visits.size();
    this.pace = pace;
    first = visits.getFirst().index();
    names = new String[n];
    node = new int[n];
    lane = new int[n];
    travelMs = new long[n];
    waits = new Waits[n];
    for (int i = 0; i < n; i++) {
      names[i] = visits.get(i).node();
      node[i] = map.number(names[i]);
      lane[i] = i == 0 ? -1 : map.laneBetween(node[i - 1], node[i]);
      if (lane[i] >= 0) {
        travelMs[i] = pace.turnMs(map, lane[i - 1], lane[i]) + pace.travelMs(map, lane[i]);
      } else if (i > 0 && node[i - 1] != node[i]) {
        double lengthM = map.node(node[i - 1]).distanceM(map.node(node[i]));
        travelMs[i] = Math.round(lengthM / pace.speedMps() * 1000);
      }
    }
  }

  public static Course of(Roadmap map, Itinerary way) {
    return new Course(map, way.pace(), way.visits());
  }

  /** True if the way is what is left of this one. */
  public boolean leadsAlong(Itinerary way) {
    if (way.reached() < first
        || way.lastIndex() != first + names.length - 1
        || !way.pace().equals(pace)) {
      return false;
    }
    int at = at(way.reached());
    for (Visit visit : way.visits()) {
      if (!names[at++].equals(visit.node())) {
        return false;
      }
    }
    return true;
  }

  /** When the vehicle is at the end of what it was released to and done there, in milliseconds. */
  public long readyAtReleasedMs(Itinerary way, long nowMs) {
    long ready = nowMs + way.delayMs() + way.visit(way.reached()).dwellMs();
    for (long i = way.reached() + 1; i <= way.released(); i++) {
      ready = Timetable.plus(ready, travelMs(i) + way.visit(i).dwellMs());
    }
    return ready;
  }

  /** What a visit waits for. */
  Waits waits(Roll roll, Visit visit) {
    int at = at(visit.index());
    Waits known = waits[at];
    if (known == null || !known.tell(roll, visit.after())) {
      known = new Waits(roll, visit.after());
      waits[at] = known;
    }
    return known;
  }

  private int at(long visit) {
    return (int) (visit - first);
  }

  int node(long visit) {
    return node[at(visit)];
  }

  /** The lane that leads to a visit, or -1. */
  int lane(long visit) {
    return lane[at(visit)];
  }

  /** Time from the visit before, with turning. */
  long travelMs(long visit) {
    return travelMs[at(visit)];
  }
}
