package dev.aisle.agv.planning;

import dev.aisle.agv.planning.Busy.Interval;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.LaneTimes;
import dev.aisle.agv.roadmap.Roadmap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** One search of the {@link RoutePlanner}. */
final class RouteSearch {
  /**
   * The way left counts for more than it takes: where vehicles wait for each other anyway, a way
   * that is a little longer is worth a search that is many times shorter.
   */
  private static final double GREED = 1.8;

  /**
   * A node counts for so much more, in milliseconds, for each time that somebody is to be there:
   * the times planned need not come true, and where many pass, one that is late keeps up many.
   */
  private static final long CROWD_MS = 800;

  /** More than so many are no worse. */
  private static final int CROWD = 10;

  /** The state of having come to a node in one of its safe intervals. */
  private record Label(
      int goal,
      int node,
      int lane,
      Interval interval,
      int intervalNumber,
      long fromMs,
      long atMs,
      long extraMs,
      long estimateMs,
      @Nullable Label parent,
      boolean stopped,
      long number) {}

  private final Roadmap map;
  private final Conflicts conflicts;
  private final Itinerary own;
  private final List<Goal> goals;
  private final Timetable timetable;
  private final SafeIntervals safe;
  private final LaneTimes lanes;
  private final long nowMs;
  private final long startMs;
  private final int[] goalNodes;
  private final CrowdedWays[] toGoal;
  private final long[] restMs;
  private final boolean[] loaded;
  private final long[][] best;
  private final PriorityQueue<Label> open = new PriorityQueue<>(RouteSearch::compare);
  private long labels;

  RouteSearch(
      Roadmap map,
      Conflicts conflicts,
      Itinerary own,
      Timetable timetable,
      List<Goal> goals,
      long nowMs) {
    this.map = map;
    this.conflicts = conflicts;
    this.own = own;
    this.goals = goals;
    this.nowMs = nowMs;
    this.timetable = timetable;
    safe = new SafeIntervals(timetable, timetable.number(own.vehicle()), conflicts.places());
    lanes = map.laneTimes(own.pace().speedMps(), own.pace().type());
    startMs = timetable.readyAtReleasedMs(own.vehicle());
    int n = goals.size();
    goalNodes = goals.stream().mapToInt(g -> map.number(g.node())).toArray();
    toGoal = new CrowdedWays[n];
    restMs = new long[n + 1];
    best = new long[(n + 1) * map.nodes().size()][];
    loaded = loaded(goals);
    for (int i = n - 1; i >= 0; i--) {
      int from = i == 0 ? map.number(own.visit(own.released()).node()) : goalNodes[i - 1];
      toGoal[i] =
          new CrowdedWays(
              map,
              lanes,
              from,
              goalNodes[i],
              map.costMsTo(goalNodes[i], own.pace().speedMps()),
              this::crowdMs);
      restMs[i] = restMs[i + 1] + goals.get(i).stop().dwellMs();
      if (i + 1 < n) {
        restMs[i] = Timetable.plus(restMs[i], toGoal[i + 1].leftMs(goalNodes[i]));
      }
    }
  }

  /**
   * Who has come to the next goal goes on from there first: to have been there earlier is seldom
   * worse, and whatever keeps a vehicle up later would else have all ways before it tried again.
   * What was left behind is looked at when there is no way on.
   */
  private static int compare(Label a, Label b) {
    if (a.goal != b.goal) {
      return Integer.compare(b.goal, a.goal);
    }
    return a.estimateMs != b.estimateMs
        ? Long.compare(a.estimateMs, b.estimateMs)
        : Long.compare(b.number, a.number);
  }

  /** Whether there is a load on the vehicle on its way to each goal, and after the last. */
  private static boolean[] loaded(List<Goal> goals) {
    boolean[] loaded = new boolean[goals.size() + 1];
    for (int i = 0; i < goals.size(); i++) {
      Stop.Kind kind = goals.get(i).stop().kind();
      loaded[i] |= kind == Stop.Kind.DROP;
      loaded[i + 1] = kind == Stop.Kind.PICK;
    }
    return loaded;
  }

  Optional<List<PlannedVisit>> run(Effort effort) {
    int start = map.number(own.visit(own.released()).node());
    List<Interval> intervals = safe.of(start);
    if (startMs >= Timetable.NEVER
        || intervals.isEmpty()
        || intervals.getFirst().fromMs() > nowMs
        || startMs > intervals.getFirst().toMs()) {
      return Optional.empty();
    }
    push(0, start, laneIn(start), intervals.getFirst(), 0, startMs, startMs, 0, null, false);
    while (!open.isEmpty() && effort.take()) {
      Label label = open.remove();
      if (isOutdone(label)) {
        continue;
      }
      if (label.goal == goals.size()) {
        if (label.interval.toMs() == Timetable.NEVER) {
          return Optional.of(visits(label));
        }
        continue;
      }
      if (label.node == goalNodes[label.goal]) {
        stop(label);
      }
      expand(label);
    }
    return Optional.empty();
  }

  private int laneIn(int node) {
    return own.released() == own.reached()
        ? -1
        : map.laneBetween(map.number(own.visit(own.released() - 1).node()), node);
  }

  private void stop(Label label) {
    long done = Timetable.plus(label.atMs, goals.get(label.goal).stop().dwellMs());
    if (done <= label.interval.toMs()) {
      push(
          label.goal + 1,
          label.node,
          label.lane,
          label.interval,
          label.intervalNumber,
          label.atMs,
          done,
          label.extraMs,
          label,
          true);
    }
  }

  private void expand(Label label) {
    for (int lane : map.lanesOut(label.node)) {
      int to = map.laneTo(lane);
      boolean passesEndpoint = map.node(to).kind().isEndpoint() && to != goalNodes[label.goal];
      if (passesEndpoint || !map.admits(lane, loaded[label.goal])) {
        continue;
      }
      long travel = own.pace().turnMs(map, label.lane, lane) + lanes.travelMs(lane);
      List<Interval> intervals = safe.of(to);
      for (int i = 0; i < intervals.size(); i++) {
        Interval interval = intervals.get(i);
        if (label.atMs + travel >= interval.toMs()) {
          continue;
        }
        long from = laneFree(lane, Math.max(label.atMs, interval.fromMs()), travel);
        if (from + travel > label.interval.toMs()) {
          break;
        }
        if (from + travel < interval.toMs()) {
          long extra = label.extraMs + lanes.extraMs(lane) + crowdMs(to);
          push(label.goal, to, lane, interval, i, from, from + travel, extra, label, false);
        }
      }
    }
  }

  private long crowdMs(int node) {
    return CROWD_MS * Math.min(CROWD, timetable.holdsAt(node));
  }

  private long laneFree(int lane, long earliestMs, long travelMs) {
    int place = conflicts.placeOfLane(lane);
    if (conflicts.with(place).length == 0) {
      return earliestMs;
    }
    for (Interval interval : safe.of(place)) {
      long from = Math.max(earliestMs, interval.fromMs());
      if (from + travelMs <= interval.toMs()) {
        return from;
      }
    }
    return Timetable.NEVER;
  }

  private void push(
      int goal,
      int node,
      int lane,
      Interval interval,
      int intervalNumber,
      long fromMs,
      long atMs,
      long extraMs,
      @Nullable Label parent,
      boolean stopped) {
    long rest = goal == goals.size() ? 0 : toGoal[goal].leftMs(node);
    if (rest == Long.MAX_VALUE || atMs >= Timetable.NEVER) {
      return;
    }
    long[] known = known(goal, node);
    int dearness = known.length / 2 + intervalNumber;
    if (known[intervalNumber] <= atMs && known[dearness] <= atMs + extraMs) {
      return;
    }
    known[intervalNumber] = Math.min(known[intervalNumber], atMs);
    known[dearness] = Math.min(known[dearness], atMs + extraMs);
    long left = goal == goals.size() ? 0 : Timetable.plus(rest, restMs[goal]);
    long estimate = Timetable.plus(atMs + extraMs, Math.round(GREED * left));
    open.add(
        new Label(
            goal,
            node,
            lane,
            interval,
            intervalNumber,
            fromMs,
            atMs,
            extraMs,
            estimate,
            parent,
            stopped,
            labels++));
  }

  /** True when another way is known that is both quicker and, with all zones, less dear. */
  private boolean isOutdone(Label label) {
    long[] known = known(label.goal, label.node);
    return known[label.intervalNumber] < label.atMs
        && known[known.length / 2 + label.intervalNumber] < label.atMs + label.extraMs;
  }

  /**
   * Earliest time at a node known so far, for each of its safe intervals, and after these the least
   * dear: a way through a zone of penalty may be the quicker one.
   */
  private long[] known(int goal, int node) {
    int key = goal * map.nodes().size() + node;
    long[] known = best[key];
    if (known == null) {
      known = new long[2 * safe.of(node).size()];
      Arrays.fill(known, Long.MAX_VALUE);
      best[key] = known;
    }
    return known;
  }

  private List<PlannedVisit> visits(Label last) {
    List<Label> chain = new ArrayList<>();
    for (Label label = last; label != null; label = label.parent) {
      chain.add(label);
    }
    Collections.reverse(chain);
    List<PlannedVisit> visits = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      Label label = chain.get(i);
      if (!label.stopped) {
        visits.add(visit(label, Optional.empty()));
      } else {
        Stop stop = goals.get(label.goal - 1).stop();
        if (!visits.isEmpty() && visits.getLast().stop().isEmpty()) {
          PlannedVisit here = visits.removeLast();
          visits.add(
              new PlannedVisit(here.node(), Optional.of(stop), here.fromMs(), here.arriveMs(), 0));
        } else if (stop.kind() != Stop.Kind.PARK) {
          visits.add(visit(label, Optional.of(stop)));
        }
      }
    }
    List<PlannedVisit> timed = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      PlannedVisit v = visits.get(i);
      long left = i + 1 < visits.size() ? visits.get(i + 1).arriveMs() : Timetable.NEVER;
      timed.add(new PlannedVisit(v.node(), v.stop(), v.fromMs(), v.arriveMs(), left));
    }
    return timed;
  }

  private PlannedVisit visit(Label label, Optional<Stop> stop) {
    return new PlannedVisit(
        map.node(label.node).id(),
        stop,
        label.fromMs,
        label.stopped ? label.fromMs : label.atMs,
        0);
  }
}
