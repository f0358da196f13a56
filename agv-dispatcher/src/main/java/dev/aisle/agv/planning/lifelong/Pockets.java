package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * The dead ends of a floor: cells that a vehicle can leave in one direction only, since all that
 * lies behind them ends. A pocket is everything behind one mouth. Two vehicles that meet head-on in
 * one cannot pass, so who wants in waits aside until who wants out is out.
 */
final class Pockets {
  static final int NONE = -1;

  /** How near to the mouth, as a cost, entering must be settled. */
  private static final int SETTLED_WITHIN = 12 * DistanceTable.TICK;

  /** How far from the mouth one waits, as a cost. */
  private static final int ASIDE = 3 * DistanceTable.TICK;

  private final int[] pocket; // by cell
  private final int[] depth; // by cell; 1 next to the mouth
  private final int[] entry; // by pocket: its cell of depth 1
  private final int[] limit; // by pocket: only goals less deep may be entered for

  Pockets(Floor floor) {
    int cells = floor.cells();
    int[] ways = new int[cells];
    int[] peeled = new int[cells];
    int count = 0;
    for (int cell = 0; cell < cells; cell++) {
      for (int d = 0; d < Floor.HEADINGS; d++) {
        ways[cell] += floor.ahead(cell, d) >= 0 ? 1 : 0;
      }
    }
    boolean[] gone = new boolean[cells];
    for (int cell = 0; cell < cells; cell++) {
      if (ways[cell] == 1) {
        peeled[count++] = cell;
        gone[cell] = true;
      }
    }
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < Floor.HEADINGS; d++) {
        int next = floor.ahead(peeled[i], d);
        if (next >= 0 && !gone[next] && --ways[next] == 1) {
          peeled[count++] = next;
          gone[next] = true;
        }
      }
    }
    pocket = new int[cells];
    depth = new int[cells];
    Arrays.fill(pocket, NONE);
    int[] entries = new int[count];
    int pockets = 0;
    for (int i = count - 1; i >= 0; i--) { // those nearest to the mouth went last
      int cell = peeled[i];
      for (int d = 0; d < Floor.HEADINGS; d++) {
        int next = floor.ahead(cell, d);
        if (next >= 0 && gone[next] && depth[next] > 0) {
          pocket[cell] = pocket[next];
          depth[cell] = depth[next] + 1;
        }
      }
      if (depth[cell] == 0) {
        entries[pockets] = cell;
        pocket[cell] = pockets++;
        depth[cell] = 1;
      }
    }
    entry = Arrays.copyOf(entries, pockets);
    limit = new int[pockets];
  }

  int of(int cell) {
    return pocket[cell];
  }

  void begin() {
    Arrays.fill(limit, Integer.MAX_VALUE);
  }

  /** Call first for all vehicles that stand in a pocket. */
  void inside(int cell, int goal) {
    int its = pocket[cell];
    if (its != NONE) {
      limit[its] = Math.min(limit[its], goal >= 0 && pocket[goal] == its ? depth[goal] : 0);
    }
  }

  /**
   * Call then for all others with a goal in a pocket, the nearest first.
   *
   * @return the cost below which it must not value being nearer; 0 when it may go in
   */
  int holdBack(int cost, int goal, DistanceTable table) {
    int its = pocket[goal];
    int atEntry = table.leastCost(entry[its]);
    if (cost - atEntry > SETTLED_WITHIN) {
      return 0;
    }
    if (depth[goal] < limit[its]) {
      limit[its] = depth[goal];
      return 0;
    }
    return atEntry + ASIDE;
  }
}
