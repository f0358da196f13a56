package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assigns cheapest pairs first, each vehicle among the few jobs that are cheapest for it. */
final class NearestPairs {
  private static final int KEPT = 24;

  private final Workers workers;

  NearestPairs(Workers workers) {
    this.workers = workers;
  }

  /** Cost of a vehicle doing a job; asked by several threads at once. */
  interface Cost {
    int of(int vehicle, Situation.Job job);
  }

  /** Gives each idle vehicle a free job while there are any; what is given leaves the list. */
  void assign(
      List<Integer> idle, List<Situation.Job> free, Situation.@Nullable Job[] held, Cost cost) {
    int kept = Math.min(KEPT, free.size());
    if (kept == 0 || idle.isEmpty()) {
      return;
    }
    long[] pairs = new long[idle.size() * kept];
    List<Runnable> pieces = new ArrayList<>();
    for (int worker = 0; worker < workers.count(); worker++) {
      int first = worker;
      pieces.add(
          () -> {
            for (int i = first; i < idle.size(); i += workers.count()) {
              cheapest(i, idle.get(i), free, kept, cost, pairs);
            }
          });
    }
    workers.run(pieces);
    Arrays.sort(pairs);
    boolean[] taken = new boolean[free.size()];
    for (long pair : pairs) {
      int v = idle.get((int) (pair >> 20) & 0xFFFFF);
      int j = (int) pair & 0xFFFFF;
      if (held[v] == null && !taken[j]) {
        held[v] = free.get(j);
        taken[j] = true;
      }
    }
    List<Situation.Job> rest = new ArrayList<>();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        rest.add(free.get(j));
      }
    }
    for (int v : idle) {
      if (held[v] == null && !rest.isEmpty()) {
        held[v] = rest.removeLast();
      }
    }
    free.clear();
    free.addAll(rest);
  }

  /** Sorted by insertion into the part of the array that is this vehicle's. */
  private static void cheapest(
      int i, int v, List<Situation.Job> free, int kept, Cost cost, long[] pairs) {
    int from = i * kept;
    Arrays.fill(pairs, from, from + kept, Long.MAX_VALUE);
    for (int j = 0; j < free.size(); j++) {
      long pair = ((long) cost.of(v, free.get(j)) << 40) | ((long) i << 20) | j;
      int at = from + kept - 1;
      if (pair >= pairs[at]) {
        continue;
      }
      while (at > from && pairs[at - 1] > pair) {
        pairs[at] = pairs[at - 1];
        at--;
      }
      pairs[at] = pair;
    }
  }
}
