package dev.aisle.agv.planning.lifelong;

/**
 * What it costs from every cell and heading to drive to one goal, turns and {@link Traffic}
 * included; any heading at the goal will do. Four bytes a cell: the least over all headings, and by
 * how much each heading exceeds it, which is at most two quarter turns. Costs of {@link #FAR} and
 * more are not told apart.
 */
final class DistanceTable {
  /** Cost of a tick. */
  static final int TICK = 4;

  static final int FAR = 0xFFF0;

  final char[] least;
  final char[] more; // four bits a heading

  DistanceTable(int cells) {
    least = new char[cells];
    more = new char[cells];
  }

  int cost(int cell, int heading) {
    return least[cell] + ((more[cell] >> (heading << 2)) & 15);
  }

  int leastCost(int cell) {
    return least[cell];
  }

  boolean reaches(int cell) {
    return least[cell] < FAR;
  }

  /** Bytes of one table, about. */
  static long bytes(Floor floor) {
    return 4L * floor.cells() + 80;
  }
}
