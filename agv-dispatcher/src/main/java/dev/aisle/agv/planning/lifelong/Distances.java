package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of the goals in play, made when they are first asked for. At most so many are kept; those
 * unused longest give their memory to new ones.
 */
final class Distances {
  /** Ticks. */
  private static final int RENEWED_AFTER = 20;

  private static final int CELLS_RENEWED_A_TICK = 200_000;

  private final Floor floor;
  private final int most;
  private final Workers workers;
  private final DistanceSearch[] searches;
  private final @Nullable DistanceTable[] table; // by goal
  private final int[] lastUse; // by goal
  private final int[] goals; // those with a table
  private int count;
  private final int[] filledAt; // by goal
  private int clock;
  private int turn;

  /**
   * @param traffic that is part of the costs; tables in use follow it, so many a tick
   * @param most tables kept at a time
   */
  Distances(Floor floor, Traffic traffic, int most, Workers workers) {
    this.floor = floor;
    this.most = Math.max(2, Math.min(most, floor.cells()));
    this.workers = workers;
    searches = new DistanceSearch[workers.count()];
    Arrays.setAll(searches, i -> new DistanceSearch(floor, traffic));
    table = new DistanceTable[floor.cells()];
    lastUse = new int[floor.cells()];
    goals = new int[this.most];
    filledAt = new int[floor.cells()];
  }

  /** Call once a tick: what was asked for before counts as older. */
  void tick() {
    clock++;
  }

  boolean has(int goal) {
    return table[goal] != null;
  }

  /** The table, made now if it must be. Not to be kept beyond the tick. */
  DistanceTable to(int goal) {
    DistanceTable known = table[goal];
    if (known == null) {
      known = room();
      searches[0].fill(known, goal);
      enter(goal, known);
      filledAt[goal] = clock;
    }
    lastUse[goal] = clock;
    return known;
  }

  /**
   * Makes what is missing of these, side by side, no more than fit at a time; and makes those anew
   * that have not followed the traffic for long.
   */
  void prepare(int[] wanted, int howMany) {
    List<DistanceTable> fresh = new ArrayList<>();
    int[] goalOf = new int[Math.min(howMany, most)];
    for (int i = 0; i < howMany; i++) {
      if (table[wanted[i]] != null) {
        lastUse[wanted[i]] = clock;
      }
    }
    for (int i = 0; i < howMany && fresh.size() < goalOf.length; i++) {
      int goal = wanted[i];
      if (table[goal] == null) {
        DistanceTable empty = room();
        goalOf[fresh.size()] = goal;
        fresh.add(empty);
        enter(goal, empty);
        lastUse[goal] = clock;
        filledAt[goal] = clock;
      }
    }
    int most = Math.min(goalOf.length, fresh.size() + CELLS_RENEWED_A_TICK / floor.cells());
    for (int i = 0; i < howMany && fresh.size() < most; i++) {
      turn = (turn + 1) % howMany;
      int goal = wanted[turn];
      DistanceTable known = table[goal];
      if (known != null && clock - filledAt[goal] >= RENEWED_AFTER) {
        goalOf[fresh.size()] = goal;
        fresh.add(known);
        filledAt[goal] = clock;
      }
    }
    List<Runnable> pieces = new ArrayList<>();
    for (int worker = 0; worker < searches.length; worker++) {
      int first = worker;
      pieces.add(
          () -> {
            for (int i = first; i < fresh.size(); i += searches.length) {
              searches[first].fill(fresh.get(i), goalOf[i]);
            }
          });
    }
    if (fresh.size() == 1) {
      searches[0].fill(fresh.getFirst(), goalOf[0]);
    } else if (!fresh.isEmpty()) {
      workers.run(pieces);
    }
  }

  private void enter(int goal, DistanceTable made) {
    table[goal] = made;
    goals[count++] = goal;
  }

  /** A table to write into: a new one, or that unused longest. */
  private DistanceTable room() {
    if (count < most) {
      return new DistanceTable(floor.cells());
    }
    int oldest = 0;
    for (int i = 1; i < count; i++) {
      if (lastUse[goals[i]] < lastUse[goals[oldest]]) {
        oldest = i;
      }
    }
    int goal = goals[oldest];
    DistanceTable freed = table[goal];
    table[goal] = null;
    goals[oldest] = goals[--count];
    return freed == null ? new DistanceTable(floor.cells()) : freed;
  }
}
