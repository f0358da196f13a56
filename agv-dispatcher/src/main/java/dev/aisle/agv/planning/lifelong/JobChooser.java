package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives jobs to vehicles so that the ticks of empty and loaded driving stay few. As long as no stop
 * of a job is served it may go to another vehicle. In small fleets the assignment is the cheapest
 * there is; in large ones it starts from the nearest pairs and is bettered by exchanges, so many a
 * tick.
 */
final class JobChooser {
  /** A change must save more than this, so that vehicles do not dither. */
  private static final int STAY = DistanceTable.TICK;

  private static final int EXACT_PAIRS = 100_000;
  private static final int NO_JOB = 10_000_000;
  private static final int COMPARED_A_TICK = 300_000;

  private final JobCosts costs;
  private final Matching matching = new Matching();
  private final Map<Integer, Integer> loaded = new HashMap<>();
  private final NearestPairs nearest;
  private int[] cost = {};
  private int[] column = {};
  private int turn;

  JobChooser(JobCosts costs, Workers workers) {
    this.costs = costs;
    this.nearest = new NearestPairs(workers);
  }

  /** The job of each vehicle, or null. */
  Situation.@Nullable Job[] choose(Situation now) {
    List<Situation.Vehicle> vehicles = now.vehicles();
    Situation.@Nullable Job[] held = new Situation.Job[vehicles.size()];
    int[] movable = new int[vehicles.size()];
    int rows = 0;
    for (int v = 0; v < held.length; v++) {
      held[v] = vehicles.get(v).job();
      if (!vehicles.get(v).begun()) {
        movable[rows++] = v;
      }
    }
    forgetClosed(now.open());
    int columns = Math.max(now.open().size(), rows);
    if ((long) rows * columns <= EXACT_PAIRS) {
      match(now, held, movable, rows, columns);
    } else {
      exchange(now, held, movable, rows);
    }
    return held;
  }

  private void match(
      Situation now, Situation.@Nullable Job[] held, int[] movable, int rows, int columns) {
    List<Situation.Job> open = now.open();
    if (cost.length < rows * columns) {
      cost = new int[rows * columns + rows * columns / 2];
    }
    if (column.length < held.length) {
      column = new int[held.length];
    }
    for (int j = 0; j < columns; j++) {
      Situation.@Nullable Job job = j < open.size() ? open.get(j) : null;
      for (int row = 0; row < rows; row++) {
        Situation.Vehicle vehicle = now.vehicles().get(movable[row]);
        cost[row * columns + j] =
            job == null ? NO_JOB : cost(vehicle, job) - (isOf(vehicle, job) ? STAY : 0);
      }
    }
    matching.solve(cost, rows, columns, column);
    for (int row = 0; row < rows; row++) {
      held[movable[row]] = column[row] < open.size() ? open.get(column[row]) : null;
    }
  }

  private void exchange(Situation now, Situation.@Nullable Job[] held, int[] movable, int rows) {
    Set<Integer> taken = new HashSet<>();
    List<Integer> idle = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      Situation.Job job = held[movable[row]];
      if (job == null) {
        idle.add(movable[row]);
      } else {
        taken.add(job.number());
      }
    }
    List<Situation.Job> free = new ArrayList<>();
    for (Situation.Job job : now.open()) {
      if (!taken.contains(job.number())) {
        loaded(job); // known before several threads ask
        costs.ready(job.stops().getFirst());
        free.add(job);
      }
    }
    nearest.assign(idle, free, held, (v, job) -> cost(now.vehicles().get(v), job));
    long compared = 0;
    for (int i = 0; i < idle.size() && compared < COMPARED_A_TICK; i++) {
      compared += better(now, idle.get(i), held, movable, rows, free);
    }
    for (int i = 0; i < rows && compared < COMPARED_A_TICK; i++) {
      turn = (turn + 1) % rows;
      compared += better(now, movable[turn], held, movable, rows, free);
    }
  }

  /** A free job instead of its own, or that of another who is better off with its own. */
  private int better(
      Situation now,
      int v,
      Situation.@Nullable Job[] held,
      int[] movable,
      int rows,
      List<Situation.Job> free) {
    Situation.Vehicle vehicle = now.vehicles().get(v);
    Situation.Job own = held[v];
    if (own == null) {
      return 1;
    }
    int ownCost = cost(vehicle, own);
    int best = ownCost - STAY;
    int bestFree = -1;
    for (int j = 0; j < free.size(); j++) {
      int its = cost(vehicle, free.get(j));
      if (its < best) {
        best = its;
        bestFree = j;
      }
    }
    if (bestFree >= 0) {
      held[v] = free.set(bestFree, own);
      return free.size();
    }
    int mostSaved = STAY;
    int partner = -1;
    for (int row = 0; row < rows; row++) {
      int other = movable[row];
      Situation.Job its = held[other];
      if (other == v || its == null) {
        continue;
      }
      Situation.Vehicle holder = now.vehicles().get(other);
      // loaded drives stay the same in sum
      int before = empty(vehicle, own) + empty(holder, its);
      int mine = empty(vehicle, its);
      if (before - mine > mostSaved) {
        int saved = before - mine - empty(holder, own);
        if (saved > mostSaved) {
          mostSaved = saved;
          partner = other;
        }
      }
    }
    if (partner >= 0) {
      held[v] = held[partner];
      held[partner] = own;
    }
    return free.size() + 2 * rows;
  }

  private int cost(Situation.Vehicle vehicle, Situation.Job job) {
    return empty(vehicle, job) + loaded(job);
  }

  private int empty(Situation.Vehicle vehicle, Situation.Job job) {
    return costs.empty(vehicle, job.stops().getFirst());
  }

  private int loaded(Situation.Job job) {
    Integer known = loaded.get(job.number());
    if (known == null) {
      known = costs.loaded(job, 0);
      loaded.put(job.number(), known);
    }
    return known;
  }

  private void forgetClosed(List<Situation.Job> open) {
    if (loaded.size() > 4 * open.size() + 1_000) {
      loaded.clear();
    }
  }

  private static boolean isOf(Situation.Vehicle vehicle, Situation.Job job) {
    Situation.Job own = vehicle.job();
    return own != null && own.number() == job.number();
  }
}
