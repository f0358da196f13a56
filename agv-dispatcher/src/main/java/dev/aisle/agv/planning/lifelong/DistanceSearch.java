package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * Fills distance tables from the goal backwards, the nearest first, by buckets of equal cost. One a
 * thread.
 */
final class DistanceSearch {
  private static final int TURN = DistanceTable.TICK;

  /** More than any one step costs; a power of two. */
  private static final int BUCKETS = 2 * Integer.highestOneBit(DistanceTable.TICK + Traffic.most());

  private static final int FIRST_ROOM = 64;

  private final Floor floor;
  private final Traffic traffic;
  private final char[] pose; // cell * 4 + heading -> cost
  private final int[][] buckets = new int[BUCKETS][FIRST_ROOM];
  private final int[] size = new int[BUCKETS];

  DistanceSearch(Floor floor, Traffic traffic) {
    this.floor = floor;
    this.traffic = traffic;
    pose = new char[floor.cells() * 4];
  }

  void fill(DistanceTable table, int goal) {
    Arrays.fill(pose, Character.MAX_VALUE);
    Arrays.fill(size, 0);
    for (int heading = 0; heading < Floor.HEADINGS; heading++) {
      reach((goal << 2) | heading, 0);
    }
    int empty = 0;
    for (int cost = 0; empty < BUCKETS; cost++) {
      int bucket = cost & (BUCKETS - 1);
      empty = size[bucket] == 0 ? empty + 1 : 0;
      for (int i = 0; i < size[bucket]; i++) {
        if (pose[buckets[bucket][i]] == cost) {
          goOn(buckets[bucket][i], cost);
        }
      }
      size[bucket] = 0;
    }
    pack(table);
  }

  private void goOn(int at, int cost) {
    int heading = at & 3;
    reach((at & ~3) | ((heading + 1) & 3), cost + TURN);
    reach((at & ~3) | ((heading + 3) & 3), cost + TURN);
    int behind = floor.ahead(at >> 2, heading ^ 2);
    if (behind >= 0) {
      reach((behind << 2) | heading, cost + DistanceTable.TICK + traffic.extra(behind, heading));
    }
  }

  private void reach(int at, int cost) {
    if (pose[at] <= cost || cost >= DistanceTable.FAR) {
      return;
    }
    pose[at] = (char) cost;
    int bucket = cost & (BUCKETS - 1);
    if (size[bucket] == buckets[bucket].length) {
      buckets[bucket] = Arrays.copyOf(buckets[bucket], 2 * size[bucket]);
    }
    buckets[bucket][size[bucket]++] = at;
  }

  private void pack(DistanceTable table) {
    for (int cell = 0, at = 0; cell < table.least.length; cell++, at += 4) {
      int low = Math.min(Math.min(pose[at], pose[at + 1]), Math.min(pose[at + 2], pose[at + 3]));
      if (low >= DistanceTable.FAR) {
        table.least[cell] = (char) DistanceTable.FAR;
        table.more[cell] = 0;
        continue;
      }
      table.least[cell] = (char) low;
      table.more[cell] =
          (char)
              ((pose[at] - low)
                  | ((pose[at + 1] - low) << 4)
                  | ((pose[at + 2] - low) << 8)
                  | ((pose[at + 3] - low) << 12));
    }
  }
}
