package dev.aisle.agv.planning.lifelong;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All useful sequences of so many actions: of those that pass the same cells at the same times and
 * end in the same heading, the one with fewest turns that acts earliest. They are sorted, so that
 * neighbours share their beginnings.
 */
final class Maneuvers {
  static final int FORWARD = Action.FORWARD.code;
  static final int WAIT = Action.WAIT.code;

  final int depth;
  final int count;

  /** {@code [maneuver * depth + t]}: code of the action. */
  final byte[] action;

  /** {@code [maneuver * depth + t]}: quarter turns clockwise before that action. */
  final byte[] turns;

  /** Quarter turns at the end. */
  final byte[] endTurns;

  /** How many actions it shares with the maneuver before it. */
  final byte[] shared;

  /** A small price for waiting, more the earlier; the wait of all ticks has most. */
  final int[] lateness;

  /** What is left of it after its first action, with a wait at the end. */
  final int[] rest;

  private final int[] steps;

  /** The maneuver that only waits. */
  final int stand;

  Maneuvers(int depth) {
    if (depth < 3 || depth > 6) {
      throw new IllegalArgumentException("maneuvers of %d actions".formatted(depth));
    }
    this.depth = depth;
    Map<String, Integer> kept = new HashMap<>();
    for (int code = 0; code < 1 << (2 * depth); code++) {
      kept.merge(trace(code), code, (a, b) -> price(a) <= price(b) ? a : b);
    }
    int[] codes = kept.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    count = codes.length;
    action = new byte[count * depth];
    turns = new byte[count * depth];
    endTurns = new byte[count];
    shared = new byte[count];
    lateness = new int[count];
    rest = new int[count];
    steps = new int[4 * depth];
    for (int m = 0; m < count; m++) {
      int turned = 0;
      for (int t = 0; t < depth; t++) {
        action[m * depth + t] = (byte) at(codes[m], t);
        turns[m * depth + t] = (byte) turned;
        turned = Action.of(at(codes[m], t)).turned(turned);
      }
      endTurns[m] = (byte) turned;
      lateness[m] = late(codes[m]);
      int after = ((codes[m] << 2) & ((1 << (2 * depth)) - 1)) | WAIT;
      Integer code = kept.get(trace(after));
      rest[m] = Arrays.binarySearch(codes, code == null ? codes[0] : code);
      while (m > 0 && shared[m] < depth && at(codes[m], shared[m]) == at(codes[m - 1], shared[m])) {
        shared[m]++;
      }
    }
    for (int quarter = 0; quarter < 4; quarter++) {
      for (int tick = 0; tick < depth; tick++) {
        Integer code = kept.get(trace(stepCode(quarter, tick)));
        steps[quarter * depth + tick] = Arrays.binarySearch(codes, code == null ? codes[0] : code);
      }
    }
    stand = count - 1;
  }

  /**
   * Turns at once, waits, and goes one cell ahead in the given tick.
   *
   * @param quarter turns clockwise, 0 to 3
   * @param tick of the step ahead, from 0 and not before the turns are done
   */
  int step(int quarter, int tick) {
    return steps[quarter * depth + tick];
  }

  /** Actions that so many quarter turns clockwise take. */
  static int turns(int quarter) {
    return quarter == 3 ? 1 : quarter;
  }

  static int turnsBetween(int heading, int wanted) {
    return turns((wanted - heading) & 3);
  }

  private int stepCode(int quarter, int tick) {
    Action turn = quarter == 3 ? Action.LEFT : Action.RIGHT;
    int code = 0;
    for (int t = 0; t < depth; t++) {
      int rest = t == tick ? FORWARD : WAIT;
      code = (code << 2) | (t < turns(quarter) ? turn.code : rest);
    }
    return code;
  }

  /** The first action is in the highest bits, so that the order of numbers is that of prefixes. */
  private int at(int code, int t) {
    return (code >> (2 * (depth - 1 - t))) & 3;
  }

  private int price(int code) {
    int turns = 0;
    for (int t = 0; t < depth; t++) {
      turns += Action.of(at(code, t)).turned(0) == 0 ? 0 : 1;
    }
    return turns * 100 + late(code);
  }

  private int late(int code) {
    int late = 0;
    for (int t = 0; t < depth; t++) {
      late += at(code, t) == WAIT ? depth - t : 0;
    }
    return late;
  }

  private String trace(int code) {
    List<Integer> trace = new ArrayList<>();
    int row = 0;
    int column = 0;
    int heading = 0;
    for (int t = 0; t < depth; t++) {
      Action now = Action.of(at(code, t));
      if (now == Action.FORWARD) {
        row += heading == 1 ? 1 : heading == 3 ? -1 : 0;
        column += heading == 0 ? 1 : heading == 2 ? -1 : 0;
      }
      heading = now.turned(heading);
      trace.add(row);
      trace.add(column);
    }
    trace.add(heading);
    return trace.toString();
  }
}
