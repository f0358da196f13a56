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
  private final Floor floor;
  private final int most;
  private final Workers workers;
  private final DistanceSearch[] searches;
  private final @Nullable DistanceTable[] table; // by goal
  private final int[] lastUse; // by goal
  private final int[] goals; // those with a table
  private int count;
  private int clock;

  /**
   * @param most tables kept at a time
   */
  Distances(Floor floor, int most, Workers workers) {
    this.floor = floor;
    this.most = Math.max(2, Math.min(most, floor.cells()));
    this.workers = workers;
    searches = new DistanceSearch[workers.count()];
    Arrays.setAll(searches, i -> new DistanceSearch(floor));
    table = new DistanceTable[floor.cells()];
    lastUse = new int[floor.cells()];
    goals = new int[this.most];
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
    }
    lastUse[goal] = clock;
    return known;
  }

  /** Makes what is missing of these, side by side; no more than fit at a time. */
  void prepare(int[] wanted, int howMany) {
    List<DistanceTable> fresh = new ArrayList<>();
    int[] missing = new int[Math.min(howMany, most)];
    for (int i = 0; i < howMany; i++) {
      int goal = wanted[i];
      if (table[goal] != null) {
        lastUse[goal] = clock;
      }
    }
    for (int i = 0; i < howMany && fresh.size() < missing.length; i++) {
      int goal = wanted[i];
      if (table[goal] == null) {
        DistanceTable empty = room();
        missing[fresh.size()] = goal;
        fresh.add(empty);
        enter(goal, empty);
        lastUse[goal] = clock;
      }
    }
    List<Runnable> pieces = new ArrayList<>();
    for (int worker = 0; worker < searches.length; worker++) {
      int first = worker;
      pieces.add(
          () -> {
            for (int i = first; i < fresh.size(); i += searches.length) {
              searches[first].fill(fresh.get(i), missing[i]);
            }
          });
    }
    if (fresh.size() == 1) {
      searches[0].fill(fresh.getFirst(), missing[0]);
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
