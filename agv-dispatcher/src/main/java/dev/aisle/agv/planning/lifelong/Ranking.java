package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * Who goes first. Those with the shortest way left do, since that finishes most jobs; but a vehicle
 * that has lost too much time on the way to its stop becomes urgent, and keeps that rank until it
 * is there. Urgent ones go in the order in which they became so: each is at some time the first of
 * all, for whom everybody makes room.
 */
final class Ranking {
  private static final int WEIGHT = 1000;

  /** Ticks lost before one is urgent, besides three times its way. */
  private static final int PATIENCE = 100;

  private static final int PATIENCE_PER_TICK = 3;

  /** The last weighs so much of the first, and between them it rises with this power. */
  private static final double LEAST_SHARE = 0.01;

  private static final int POWER = 3;
  private static final int NEVER = Integer.MAX_VALUE;

  final int[] rank; // by vehicle, 0 the first
  final int[] order; // vehicles, the first first

  private final int[] goal;
  private final int[] since;
  private final int[] wayThen;
  private final int[] urgentSince;
  private final boolean[] waitsAside;
  private final long[] sorted;
  private int tick;

  Ranking(int vehicles) {
    rank = new int[vehicles];
    order = new int[vehicles];
    goal = new int[vehicles];
    since = new int[vehicles];
    wayThen = new int[vehicles];
    urgentSince = new int[vehicles];
    waitsAside = new boolean[vehicles];
    sorted = new long[vehicles];
    Arrays.fill(goal, Floor.NONE);
    Arrays.fill(urgentSince, NEVER);
  }

  void tick() {
    tick++;
  }

  /**
   * @param itsGoal {@link Floor#NONE} when it has none
   * @param toGoal cost of its way to the goal
   * @param inAll cost of all that is left of its job
   * @param waits aside for others, and so comes last
   */
  void enter(int v, int itsGoal, int toGoal, int inAll, boolean waits) {
    if (itsGoal != goal[v]) {
      goal[v] = itsGoal;
      since[v] = tick;
      wayThen[v] = toGoal;
      urgentSince[v] = NEVER;
    }
    int lost = tick - since[v] - (wayThen[v] - toGoal) / DistanceTable.TICK;
    int patience = PATIENCE + PATIENCE_PER_TICK * wayThen[v] / DistanceTable.TICK;
    if (itsGoal != Floor.NONE && urgentSince[v] == NEVER && lost > patience) {
      urgentSince[v] = tick;
    }
    waitsAside[v] = waits;
    long key = isUrgent(v) ? urgentSince[v] : (1L << 32) + inAll;
    if (waits) {
      key = (2L << 32) + inAll;
    }
    sorted[v] = (key << 24) | v;
  }

  boolean isUrgent(int v) {
    return urgentSince[v] != NEVER && !waitsAside[v];
  }

  /** Sorts all that were entered; weights are such that an urgent one outweighs many others. */
  void sort(long[] weight) {
    int vehicles = rank.length;
    Arrays.sort(sorted);
    for (int i = 0; i < vehicles; i++) {
      int v = (int) (sorted[i] & 0xFFFFFF);
      order[i] = v;
      rank[v] = i;
      double share = (double) (vehicles - i) / vehicles;
      weight[v] =
          isUrgent(v)
              ? (long) WEIGHT << Math.max(1, 20 - i)
              : (long) (WEIGHT * (LEAST_SHARE + Math.pow(share, POWER)));
    }
  }
}
