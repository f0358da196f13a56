package dev.aisle.agv.planning.lifelong;

/**
 * Makes room for a vehicle by letting a row of others move up: from the cell that it wants, cell by
 * cell to the nearest gap (or round a ring back to where it stands), all turn and then move one
 * cell on, those nearest to the gap first. Others whose plans cross the row stand. Where two ways
 * lead between any two cells there is such a row for the first of all as long as one cell is free,
 * so it never stands still for long, and liveness does not rest on luck.
 */
final class ShiftSearch {
  private static final int MOST_CELLS = 4_000;

  private final JointPlan plan;
  private final int[] seenIn; // by cell
  private final int[] costTo; // by cell
  private final int[] from; // by cell
  private final long[] heap = new long[4 * MOST_CELLS + 4];
  private final int[] row = new int[MOST_CELLS + 1]; // the gap first, the wanted cell last
  private final int[] changedIn; // by vehicle
  private final boolean[] placed; // by vehicle, while changed
  private final int[] changed;
  private final int[] oldChosen;
  private final int[] oldPrice;
  private final int[] found;
  private int heapSize;
  private int stamp;
  private int changes;
  private int[] rank = {};

  ShiftSearch(JointPlan plan) {
    this.plan = plan;
    int cells = plan.floor.cells();
    seenIn = new int[cells];
    costTo = new int[cells];
    from = new int[cells];
    changedIn = new int[plan.vehicles];
    placed = new boolean[plan.vehicles];
    changed = new int[plan.vehicles];
    oldChosen = new int[plan.vehicles];
    oldPrice = new int[plan.vehicles];
    found = new int[2 * plan.depth];
  }

  /**
   * Moves a vehicle one cell on towards its goal, within three ticks.
   *
   * @param table of its goal
   * @param ranks by vehicle, 0 the most important; only those of lower rank are moved or stopped
   */
  boolean advance(int v, DistanceTable table, int[] ranks) {
    rank = ranks;
    int wanted = wanted(v, table);
    if (wanted == Floor.NONE || isTaken(wanted, v)) {
      return false;
    }
    int gap = gap(v, wanted);
    if (gap == Floor.NONE) {
      return false;
    }
    int length = 0;
    for (int at = gap; at != Floor.NONE; at = from[at]) {
      row[length++] = at;
    }
    return move(v, length);
  }

  private int wanted(int v, DistanceTable table) {
    int here = plan.cell[v];
    int best = Floor.NONE;
    int bestCost = Integer.MAX_VALUE;
    for (int d = 0; d < Floor.HEADINGS; d++) {
      int next = plan.floor.ahead(here, d);
      if (next >= 0 && table.leastCost(next) < table.leastCost(here)) {
        int turns = Maneuvers.turnsBetween(plan.heading[v], d);
        int cost = turns * DistanceTable.TICK + table.cost(next, d);
        if (cost < bestCost) {
          bestCost = cost;
          best = next;
        }
      }
    }
    return best;
  }

  /** True when a more important one is on the cell within the window. */
  private boolean isTaken(int at, int v) {
    for (int t = 0; t <= plan.depth; t++) {
      int who = plan.occupant(at, t);
      if (who >= 0 && rank[who] < rank[v]) {
        return true;
      }
    }
    return false;
  }

  /** The gap that costs those before it least; each cell's {@link #from} leads back to start. */
  private int gap(int v, int start) {
    stamp++;
    heapSize = 0;
    int here = plan.cell[v];
    reach(start, 0, Floor.NONE);
    for (int popped = 0; heapSize > 0 && popped < MOST_CELLS; popped++) {
      long top = pop();
      int at = (int) (top & 0xFFFFFFF);
      if (costTo[at] < (int) (top >> 28)) {
        continue;
      }
      int who = plan.occupant(at, 0);
      if (who < 0 || at == here) {
        return at;
      }
      for (int d = 0; d < Floor.HEADINGS; d++) {
        int next = plan.floor.ahead(at, d);
        boolean open = next >= 0 && (next == here ? at != start : !isTaken(next, v));
        if (open) {
          reach(next, costTo[at] + plan.moveLoss(who, next, d), at);
        }
      }
    }
    return Floor.NONE;
  }

  private boolean move(int v, int length) {
    changes = 0;
    stamp++;
    int latest = 0;
    change(v);
    for (int i = 1; i < length; i++) {
      change(plan.occupant(row[i], 0));
    }
    for (int i = 1; i <= length; i++) {
      latest = Math.max(latest, Maneuvers.turns(quarter(mover(i, v, length), row[i - 1])));
    }
    int together = changes;
    int tick = row[0] == plan.cell[v] ? latest : 0; // a ring can only turn as a whole
    boolean fits = true;
    for (int i = 1; i <= length && fits; i++) {
      int who = mover(i, v, length);
      int quarter = quarter(who, row[i - 1]);
      tick = Math.max(tick, Maneuvers.turns(quarter));
      fits = give(who, plan.maneuvers.step(quarter, tick));
    }
    for (int i = together; i < changes && fits; i++) {
      fits = give(changed[i], plan.maneuvers.stand);
    }
    if (!fits) {
      undo();
    }
    return fits;
  }

  /** Who moves into the cell of the row before this one. */
  private int mover(int i, int v, int length) {
    return i == length ? v : plan.occupant(row[i], 0);
  }

  /** Takes a vehicle off the plan, to be given another maneuver. */
  private void change(int who) {
    changedIn[who] = stamp;
    placed[who] = false;
    changed[changes] = who;
    oldChosen[changes] = plan.chosen[who];
    oldPrice[changes] = plan.price[who];
    changes++;
    plan.remove(who);
  }

  /** False when a more important one, or one that has just been placed, is in the way. */
  private boolean give(int who, int maneuver) {
    int crossing = plan.allInTheWay(who, maneuver, found);
    for (int i = 0; i < crossing; i++) {
      int other = found[i];
      if (changedIn[other] == stamp) {
        if (placed[other]) {
          return false;
        }
      } else if (rank[other] < rank[changed[0]]) {
        return false;
      } else {
        change(other);
      }
    }
    plan.take(who, maneuver, plan.priceOf(who, maneuver));
    placed[who] = true;
    return true;
  }

  private void undo() {
    for (int i = 0; i < changes; i++) {
      if (placed[changed[i]]) {
        plan.remove(changed[i]);
      }
    }
    for (int i = 0; i < changes; i++) {
      plan.take(changed[i], oldChosen[i], oldPrice[i]);
    }
  }

  /** Quarter turns clockwise until a vehicle faces a neighbouring cell. */
  private int quarter(int who, int next) {
    for (int d = 0; d < Floor.HEADINGS; d++) {
      if (plan.floor.ahead(plan.cell[who], d) == next) {
        return (d - plan.heading[who]) & 3;
      }
    }
    throw new IllegalStateException("cells %d and %d are apart".formatted(plan.cell[who], next));
  }

  private void reach(int cell, int cost, int before) {
    if ((seenIn[cell] == stamp && costTo[cell] <= cost) || heapSize == heap.length) {
      return;
    }
    seenIn[cell] = stamp;
    costTo[cell] = cost;
    from[cell] = before;
    int i = heapSize++;
    long entry = ((long) cost << 28) | cell;
    while (i > 0 && heap[(i - 1) / 2] > entry) {
      heap[i] = heap[(i - 1) / 2];
      i = (i - 1) / 2;
    }
    heap[i] = entry;
  }

  private long pop() {
    long top = heap[0];
    long last = heap[--heapSize];
    int i = 0;
    for (int child = 1; child < heapSize; child = 2 * i + 1) {
      if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= last) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
