package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/** Fills distance tables, breadth first from the goal backwards. One a thread. */
final class DistanceSearch {
  private static final int TURN = DistanceTable.TICK;

  private final Floor floor;
  private final char[] pose; // cell * 4 + heading -> ticks
  private final int[] queue;

  DistanceSearch(Floor floor) {
    this.floor = floor;
    pose = new char[floor.cells() * 4];
    queue = new int[floor.cells() * 4];
  }

  void fill(DistanceTable table, int goal) {
    Arrays.fill(pose, Character.MAX_VALUE);
    int head = 0;
    int tail = 0;
    for (int heading = 0; heading < Floor.HEADINGS; heading++) {
      pose[goal * 4 + heading] = 0;
      queue[tail++] = goal * 4 + heading;
    }
    while (head < tail) {
      int at = queue[head++];
      char next = (char) (pose[at] + 1);
      int heading = at & 3;
      int left = (at & ~3) | ((heading + 1) & 3);
      if (pose[left] > next) {
        pose[left] = next;
        queue[tail++] = left;
      }
      int right = (at & ~3) | ((heading + 3) & 3);
      if (pose[right] > next) {
        pose[right] = next;
        queue[tail++] = right;
      }
      int cell = floor.ahead(at >> 2, heading ^ 2);
      if (cell >= 0) {
        int behind = (cell << 2) | heading;
        if (pose[behind] > next) {
          pose[behind] = next;
          queue[tail++] = behind;
        }
      }
    }
    pack(table);
  }

  private void pack(DistanceTable table) {
    for (int cell = 0, at = 0; cell < table.least.length; cell++, at += 4) {
      int low = Math.min(Math.min(pose[at], pose[at + 1]), Math.min(pose[at + 2], pose[at + 3]));
      if (low >= DistanceTable.FAR / TURN) {
        table.least[cell] = (char) DistanceTable.FAR;
        table.more[cell] = 0;
        continue;
      }
      table.least[cell] = (char) (low * TURN);
      table.more[cell] =
          (char)
              ((TURN * (pose[at] - low))
                  | ((TURN * (pose[at + 1] - low)) << 4)
                  | ((TURN * (pose[at + 2] - low)) << 8)
                  | ((TURN * (pose[at + 3] - low)) << 12));
    }
  }
}
