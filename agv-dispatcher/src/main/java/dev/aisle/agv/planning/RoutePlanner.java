package dev.aisle.agv.planning;

import dev.aisle.agv.planning.SafeIntervals.Interval;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quickest way of one vehicle over several goals that fits between the times of all
 * others, waiting where it must: safe interval path planning (Phillips, Likhachev, ICRA 2011) with
 * one layer for each goal. On its way a vehicle holds both ends of a lane. The last goal is where
 * it rests, so it must stay free for ever.
 */
public final class RoutePlanner {
  /** Search is given up after so many steps; a floor of a thousand nodes needs far fewer. */
  static final int MOST_EXPANSIONS = 60_000;

  private final Roadmap map;
  private final Conflicts conflicts;

  public RoutePlanner(Roadmap map, Conflicts conflicts) {
    this.map = map;
    this.conflicts = conflicts;
  }

  /**
   * Plans from the end of the vehicle's released way.
   *
   * @return the visits after the released ones, or empty if there is no way as things are; an empty
   *     list if the vehicle is already where it shall rest
   */
  public Optional<List<PlannedVisit>> plan(
      Itinerary own, Timetable timetable, List<Goal> goals, long nowMs) {
    return new Search(own, timetable, goals, nowMs).run();
  }

  private static final class Label {
    final int goal;
    final int node;
    final Interval interval;
    final int intervalNumber;
    final long fromMs;
    final long atMs;
    final long estimateMs;
    final @Nullable Label parent;
    final boolean stopped;
    final long number;

    Label(
        int goal,
        int node,
        Interval interval,
        int intervalNumber,
        long fromMs,
        long atMs,
        long estimateMs,
        @Nullable Label parent,
        boolean stopped,
        long number) {
      this.goal = goal;
      this.node = node;
      this.interval = interval;
      this.intervalNumber = intervalNumber;
      this.fromMs = fromMs;
      this.atMs = atMs;
      this.estimateMs = estimateMs;
      this.parent = parent;
      this.stopped = stopped;
      this.number = number;
    }
  }

  private final class Search {
    private final Itinerary own;
    private final List<Goal> goals;
    private final SafeIntervals safe;
    private final long nowMs;
    private final long startMs;
    private final int[] goalNodes;
    private final long[][] toGoal;
    private final long[] restMs;
    private final Map<Long, Long> best = new HashMap<>();
    private final PriorityQueue<Label> open =
        new PriorityQueue<>(
            (a, b) ->
                a.estimateMs != b.estimateMs
                    ? Long.compare(a.estimateMs, b.estimateMs)
                    : Long.compare(b.number, a.number));
    private long labels;

    Search(Itinerary own, Timetable timetable, List<Goal> goals, long nowMs) {
      this.own = own;
      this.goals = goals;
      this.nowMs = nowMs;
      safe = new SafeIntervals(conflicts, timetable, own.vehicle(), nowMs);
      startMs = timetable.readyAtReleasedMs(own.vehicle());
      int n = goals.size();
      goalNodes = goals.stream().mapToInt(g -> map.number(g.node())).toArray();
      toGoal = new long[n][];
      restMs = new long[n + 1];
      for (int i = n - 1; i >= 0; i--) {
        toGoal[i] = map.travelMsTo(goalNodes[i], own.speedMps());
        restMs[i] = restMs[i + 1] + goals.get(i).stop().dwellMs();
        if (i + 1 < n) {
          restMs[i] = Timetable.plus(restMs[i], toGoal[i + 1][goalNodes[i]]);
        }
      }
    }

    Optional<List<PlannedVisit>> run() {
      int start = map.number(own.visit(own.released()).node());
      List<Interval> intervals = safe.of(start);
      if (startMs >= Timetable.NEVER
          || intervals.isEmpty()
          || intervals.getFirst().fromMs() > nowMs
          || startMs > intervals.getFirst().toMs()) {
        return Optional.empty();
      }
      push(0, start, intervals.getFirst(), 0, startMs, startMs, null, false);
      for (int steps = 0; steps < MOST_EXPANSIONS && !open.isEmpty(); steps++) {
        Label label = open.remove();
        if (best.getOrDefault(key(label.goal, label.node, label.intervalNumber), Long.MIN_VALUE)
            < label.atMs) {
          continue;
        }
        if (label.goal == goals.size()) {
          if (label.interval.toMs() == Timetable.NEVER) {
            return Optional.of(visits(label));
          }
          continue;
        }
        if (label.node == goalNodes[label.goal]) {
          long done = Timetable.plus(label.atMs, goals.get(label.goal).stop().dwellMs());
          if (done <= label.interval.toMs()) {
            push(
                label.goal + 1,
                label.node,
                label.interval,
                label.intervalNumber,
                label.atMs,
                done,
                label,
                true);
          }
        }
        expand(label);
      }
      return Optional.empty();
    }

    private void expand(Label label) {
      for (int lane : map.lanesOut(label.node)) {
        int to = map.laneTo(lane);
        if (map.node(to).kind().isEndpoint() && to != goalNodes[label.goal]) {
          continue;
        }
        long travel = map.travelMs(lane, own.speedMps());
        List<Interval> intervals = safe.of(to);
        for (int i = 0; i < intervals.size(); i++) {
          Interval interval = intervals.get(i);
          long from = laneFree(lane, Math.max(label.atMs, interval.fromMs()), travel);
          if (from + travel > label.interval.toMs()) {
            break;
          }
          if (from + travel < interval.toMs()) {
            push(label.goal, to, interval, i, from, from + travel, label, false);
          }
        }
      }
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
        Interval interval,
        int intervalNumber,
        long fromMs,
        long atMs,
        @Nullable Label parent,
        boolean stopped) {
      long rest = goal == goals.size() ? 0 : toGoal[goal][node];
      if (rest == Long.MAX_VALUE || atMs >= Timetable.NEVER) {
        return;
      }
      Long known = best.get(key(goal, node, intervalNumber));
      if (known != null && known <= atMs) {
        return;
      }
      best.put(key(goal, node, intervalNumber), atMs);
      long estimate = atMs + rest + (goal == goals.size() ? 0 : restMs[goal]);
      open.add(
          new Label(
              goal,
              node,
              interval,
              intervalNumber,
              fromMs,
              atMs,
              estimate,
              parent,
              stopped,
              labels++));
    }

    private long key(int goal, int node, int interval) {
      return ((long) goal * map.nodes().size() + node) << 20 | interval;
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
                new PlannedVisit(
                    here.node(), Optional.of(stop), here.fromMs(), here.arriveMs(), 0));
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
}
