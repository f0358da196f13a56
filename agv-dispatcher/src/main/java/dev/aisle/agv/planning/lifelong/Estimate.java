package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * A cheap estimate of the cost between two cells where tables of all goals would be too many: the
 * better of the distance along rows and columns, and what the known distances to a few landmarks
 * say by the triangle inequality, with a turn or two on top.
 */
final class Estimate {
  private static final int LANDMARKS = 12;
  private static final int TURN = DistanceTable.TICK;

  private final Floor floor;
  private final char[] steps; // cell * LANDMARKS + landmark

  Estimate(Floor floor) {
    this.floor = floor;
    int cells = floor.cells();
    steps = new char[cells * LANDMARKS];
    int[] queue = new int[cells];
    char[] from = new char[cells];
    char[] nearest = new char[cells];
    Arrays.fill(nearest, Character.MAX_VALUE);
    int next = 0;
    for (int i = 0; i < LANDMARKS; i++) {
      search(next, queue, from);
      int farthest = next;
      for (int cell = 0; cell < cells; cell++) {
        steps[cell * LANDMARKS + i] = from[cell];
        nearest[cell] = (char) Math.min(nearest[cell], from[cell]);
        if (from[cell] != Character.MAX_VALUE && nearest[cell] > nearest[farthest]) {
          farthest = cell;
        }
      }
      next = farthest;
    }
  }

  /** In units of {@link DistanceTable#TICK}. */
  int cost(int a, int b) {
    int down = Math.abs(floor.row(a) - floor.row(b));
    int across = Math.abs(floor.column(a) - floor.column(b));
    int best = down + across;
    for (int i = a * LANDMARKS, j = b * LANDMARKS, end = i + LANDMARKS; i < end; i++, j++) {
      best = Math.max(best, Math.abs(steps[i] - steps[j]));
    }
    return best * DistanceTable.TICK + (down > 0 && across > 0 ? 2 * TURN : TURN);
  }

  private void search(int start, int[] queue, char[] from) {
    Arrays.fill(from, Character.MAX_VALUE);
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    from[start] = 0;
    while (head < tail) {
      int at = queue[head++];
      for (int heading = 0; heading < Floor.HEADINGS; heading++) {
        int cell = floor.ahead(at, heading);
        if (cell >= 0 && from[cell] == Character.MAX_VALUE) {
          from[cell] = (char) Math.min(from[at] + 1, Character.MAX_VALUE - 1);
          queue[tail++] = cell;
        }
      }
    }
  }
}
