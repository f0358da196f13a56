package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maneuvers of all vehicles for the next few ticks, which never collide, and what each vehicle
 * could do instead. Arrays by vehicle; several threads may work on it as long as the cells that
 * their vehicles can reach within the window are apart.
 */
final class JointPlan {
  static final int NOBODY = -1;
  static final int SEVERAL = -2;

  /** Price of a tick. */
  static final int TICK = 32;

  private static final int SCALE = TICK / DistanceTable.TICK;

  final Floor floor;
  final Maneuvers maneuvers;
  final int depth;
  final int vehicles;
  final int[] cell;
  final int[] heading;
  final int[] chosen; // maneuver
  final int[] price; // of the chosen one
  final long[] weight;

  /** Cost to the goal below which it values being nearer no more; 0 when it may go on. */
  final int[] holdBack;

  /** Choices of a vehicle, cheapest first, from {@code vehicle * maneuvers.count}. */
  final int[] optionPrice;

  final short[] option;
  final int[] options; // how many

  private final int[] path; // (vehicle * maneuvers.count + maneuver) * depth + t
  private final int[] occupant; // cell * span + tick
  private final int span;
  private final int[] goal;
  private final @Nullable DistanceTable[] toGoal;
  private final @Nullable DistanceTable[] toNext;
  private final List<Runnable> listing = new ArrayList<>();
  private boolean started;

  JointPlan(Floor floor, int vehicles, int depth, int pieces) {
    this.floor = floor;
    this.vehicles = vehicles;
    this.depth = depth;
    maneuvers = new Maneuvers(depth);
    span = depth + 1;
    cell = new int[vehicles];
    heading = new int[vehicles];
    chosen = new int[vehicles];
    price = new int[vehicles];
    weight = new long[vehicles];
    holdBack = new int[vehicles];
    optionPrice = new int[vehicles * maneuvers.count];
    option = new short[vehicles * maneuvers.count];
    options = new int[vehicles];
    path = new int[vehicles * maneuvers.count * depth];
    occupant = new int[floor.cells() * span];
    goal = new int[vehicles];
    toGoal = new DistanceTable[vehicles];
    toNext = new DistanceTable[vehicles];
    for (int piece = 0; piece < pieces; piece++) {
      int first = piece;
      int[] trail = new int[depth];
      listing.add(
          () -> {
            for (int v = first; v < vehicles; v += pieces) {
              list(v, trail);
            }
          });
    }
  }

  /** Where a vehicle stands, and where it wants to go, which may be nowhere. */
  void set(
      int v,
      int itsCell,
      int itsHeading,
      int itsGoal,
      @Nullable DistanceTable table,
      @Nullable DistanceTable next) {
    cell[v] = itsCell;
    heading[v] = itsHeading;
    goal[v] = itsGoal;
    toGoal[v] = table;
    toNext[v] = next;
  }

  /**
   * Takes up the rest of the last plan where all vehicles are as it said, else lets all stand.
   *
   * @param asPlanned false when any vehicle is elsewhere
   */
  void begin(boolean asPlanned, Workers workers) {
    workers.run(listing);
    Arrays.fill(occupant, NOBODY);
    for (int v = 0; v < vehicles; v++) {
      chosen[v] = asPlanned && started ? maneuvers.rest[chosen[v]] : maneuvers.stand;
      occupant[cell[v] * span] = v;
    }
    started = true;
    for (int v = 0; v < vehicles; v++) {
      place(v);
      price[v] = priceOf(v, chosen[v]);
    }
  }

  /** The action of a vehicle in this tick. */
  int firstAction(int v) {
    return maneuvers.action[chosen[v] * depth];
  }

  /** Cell after the first action. */
  int firstCell(int v) {
    return path[(v * maneuvers.count + chosen[v]) * depth];
  }

  /** Heading after the first action. */
  int firstHeading(int v) {
    return (heading[v] + maneuvers.turns[chosen[v] * depth + 1]) & 3;
  }

  /** Who is in a cell so many ticks from now, or {@link #NOBODY}. */
  int occupant(int at, int tick) {
    return occupant[at * span + tick];
  }

  /** True when nothing on an empty floor would be better. */
  boolean isBest(int v) {
    return optionPrice[v * maneuvers.count] >= price[v];
  }

  /** True when its maneuver brings it no nearer to a goal to which it may go. */
  boolean idles(int v) {
    DistanceTable table = toGoal[v];
    return table != null && holdBack[v] == 0 && price[v] >= table.cost(cell[v], heading[v]) * SCALE;
  }

  void take(int v, int maneuver, int itsPrice) {
    chosen[v] = maneuver;
    price[v] = itsPrice;
    place(v);
  }

  void place(int v) {
    mark(v, v);
  }

  void remove(int v) {
    mark(v, NOBODY);
  }

  private void mark(int v, int who) {
    int from = (v * maneuvers.count + chosen[v]) * depth;
    for (int t = 0; t < depth; t++) {
      occupant[path[from + t] * span + t + 1] = who;
    }
  }

  /** {@link #NOBODY}, the one vehicle that is in the way of a maneuver, or {@link #SEVERAL}. */
  int inTheWay(int v, int maneuver) {
    int from = (v * maneuvers.count + maneuver) * depth;
    int before = cell[v];
    int found = NOBODY;
    for (int t = 1; t <= depth; t++) {
      int at = path[from + t - 1];
      int there = occupant[at * span + t];
      if (there >= 0 && there != found) {
        if (found >= 0) {
          return SEVERAL;
        }
        found = there;
      }
      if (at != before) {
        int swapper = occupant[at * span + t - 1];
        if (swapper >= 0 && swapper != found && occupant[before * span + t] == swapper) {
          if (found >= 0) {
            return SEVERAL;
          }
          found = swapper;
        }
      }
      before = at;
    }
    return found;
  }

  /**
   * Everybody in the way of a maneuver, some perhaps twice.
   *
   * @param found room for two a tick
   * @return how many were found
   */
  int allInTheWay(int v, int maneuver, int[] found) {
    int from = (v * maneuvers.count + maneuver) * depth;
    int before = cell[v];
    int count = 0;
    for (int t = 1; t <= depth; t++) {
      int at = path[from + t - 1];
      int there = occupant[at * span + t];
      if (there >= 0) {
        found[count++] = there;
      }
      if (at != before) {
        int swapper = occupant[at * span + t - 1];
        if (swapper >= 0 && occupant[before * span + t] == swapper) {
          found[count++] = swapper;
        }
      }
      before = at;
    }
    return count;
  }

  /** Ticks that a vehicle loses, at least one, when it must move to a neighbouring cell. */
  int moveLoss(int v, int next, int direction) {
    int ticks = Maneuvers.turnsBetween(heading[v], direction) + 1;
    DistanceTable table = toGoal[v];
    if (table == null) {
      return ticks;
    }
    int farther = table.cost(next, direction) - table.cost(cell[v], heading[v]);
    return 1 + Math.max(0, ticks + farther / DistanceTable.TICK);
  }

  /** What a maneuver leaves to be driven, plus a little for waiting, the earlier the more. */
  int priceOf(int v, int m) {
    int late = maneuvers.lateness[m];
    DistanceTable table = toGoal[v];
    if (table == null) {
      return maneuvers.lateness[maneuvers.stand] - late;
    }
    int from = (v * maneuvers.count + m) * depth;
    int end = path[from + depth - 1];
    int facing = (heading[v] + maneuvers.endTurns[m]) & 3;
    for (int t = 0; t < depth; t++) {
      if (path[from + t] == goal[v]) {
        DistanceTable next = toNext[v];
        return next == null
            ? -(depth - 1 - t) * TICK
            : (next.cost(end, facing) - next.leastCost(goal[v])) * SCALE + late;
      }
    }
    return Math.max(table.cost(end, facing), holdBack[v]) * SCALE + late;
  }

  /** Lists what a vehicle can do on this floor, with prices, and sorts it. */
  private void list(int v, int[] trail) {
    int first = v * maneuvers.count;
    int count = 0;
    int wallAt = depth; // the last beginning of this length led into a wall
    for (int m = 0; m < maneuvers.count; m++) {
      int t = maneuvers.shared[m];
      if (t > wallAt) {
        continue;
      }
      wallAt = depth;
      int at = t == 0 ? cell[v] : trail[t - 1];
      for (; t < depth; t++) {
        if (maneuvers.action[m * depth + t] == Maneuvers.FORWARD) {
          at = floor.ahead(at, (heading[v] + maneuvers.turns[m * depth + t]) & 3);
          if (at < 0) {
            wallAt = t;
            break;
          }
        }
        trail[t] = at;
      }
      if (wallAt == depth) {
        System.arraycopy(trail, 0, path, (first + m) * depth, depth);
        insert(first, count++, m, priceOf(v, m));
      }
    }
    options[v] = count;
  }

  private void insert(int first, int count, int maneuver, int itsPrice) {
    int i = first + count;
    while (i > first && optionPrice[i - 1] > itsPrice) {
      optionPrice[i] = optionPrice[i - 1];
      option[i] = option[i - 1];
      i--;
    }
    optionPrice[i] = itsPrice;
    option[i] = (short) maneuver;
  }
}
