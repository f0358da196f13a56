package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Betters a joint plan bit by bit until the time or the work allowed is used up. With several
 * workers the floor is cut into strips anew for every round; each works on vehicles that cannot
 * leave its strip within the window, so that no two ever look at the same cell. What comes out
 * depends on the seed and the number of rounds, not on who was faster.
 */
final class Improvement {
  private static final int TRIES_PER_SEARCH = 300;
  private static final int VISITS = 3;
  private static final int LOOK_AT_CLOCK_EVERY = 16;
  private static final int LEAST_TRIES_A_ROUND = 256;

  private final JointPlan plan;
  private final Workers workers;
  private final PushSearch[] searches;
  private final SplittableRandom[] random;
  private final int[][] members;
  private final int[] memberCount;
  private final int[] accepted;
  private final int[] strip; // by vehicle
  private final int[] sorted;
  private final SplittableRandom cuts;
  private final List<Runnable> pieces = new ArrayList<>();
  private final LongSupplier nanos;
  private int triesEach;
  private long deadline;

  Improvement(JointPlan plan, Workers workers, LongSupplier nanos, long seed) {
    this.plan = plan;
    this.workers = workers;
    this.nanos = nanos;
    int count = workers.count();
    cuts = new SplittableRandom(seed);
    searches = new PushSearch[count];
    random = new SplittableRandom[count];
    members = new int[count][plan.vehicles];
    memberCount = new int[count];
    accepted = new int[count];
    strip = new int[plan.vehicles];
    sorted = new int[plan.vehicles];
    for (int w = 0; w < count; w++) {
      searches[w] = new PushSearch(plan);
      random[w] = cuts.split();
      int worker = w;
      pieces.add(() -> work(worker));
    }
  }

  /**
   * @param tries at most
   * @param deadlineNanos by the clock given; not exceeded by more than a few searches
   */
  void run(long tries, long deadlineNanos) {
    deadline = deadlineNanos;
    int count = searches.length;
    triesEach = Math.max(LEAST_TRIES_A_ROUND, plan.vehicles) / count;
    int fruitless = 0;
    for (long done = 0; done < tries && fruitless < 2 * count; done += (long) triesEach * count) {
      if (nanos.getAsLong() >= deadline) {
        return;
      }
      cut();
      if (count == 1) {
        work(0);
      } else {
        workers.run(pieces);
      }
      fruitless = Arrays.stream(accepted).sum() == 0 ? fruitless + 1 : 0;
    }
  }

  private void work(int worker) {
    accepted[worker] = 0;
    int count = memberCount[worker];
    if (count == 0) {
      return;
    }
    for (int i = 0; i < triesEach; i++) {
      if (i % LOOK_AT_CLOCK_EVERY == 0 && nanos.getAsLong() >= deadline) {
        return;
      }
      int v = members[worker][random[worker].nextInt(count)];
      if (searches[worker].improve(v, TRIES_PER_SEARCH, VISITS)) {
        accepted[worker]++;
      }
    }
  }

  /** Strips of about equally many vehicles, across or along; who is near an edge sits out. */
  private void cut() {
    int count = searches.length;
    Arrays.fill(memberCount, 0);
    boolean along = cuts.nextBoolean();
    for (int v = 0; v < plan.vehicles; v++) {
      sorted[v] = place(v, along);
    }
    Arrays.sort(sorted);
    int[] edge = new int[count + 1];
    edge[0] = Integer.MIN_VALUE / 2;
    edge[count] = Integer.MAX_VALUE / 2;
    double shift = count == 1 ? 0 : cuts.nextDouble(-0.3, 0.3);
    for (int w = 1; w < count; w++) {
      edge[w] = sorted[(int) (plan.vehicles * (w + shift) / count)];
    }
    for (int v = 0; v < plan.vehicles; v++) {
      int at = place(v, along);
      strip[v] = PushSearch.NO_STRIP;
      for (int w = 0; w < count; w++) {
        if (at - plan.depth >= edge[w] && at + plan.depth < edge[w + 1]) {
          strip[v] = w;
          members[w][memberCount[w]++] = v;
        }
      }
    }
    for (int w = 0; w < count; w++) {
      searches[w].confine(strip, w);
    }
  }

  private int place(int v, boolean along) {
    return along ? plan.floor.row(plan.cell[v]) : plan.floor.column(plan.cell[v]);
  }
}
