package dev.aisle.agv.roadmap.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Finds the areas near another without looking at all: a grid over the floor. */
public final class AreaIndex {
  private static final double CELL_M = 2;

  /** A single area is entered in no more cells than this; larger ones are always looked at. */
  private static final int MOST_CELLS = 4_096;

  private final double withinM;
  private final Map<Long, List<Integer>> cells = new HashMap<>();
  private final List<Integer> large = new ArrayList<>();
  private final int[] seen;
  private int round;

  /**
   * @param withinM areas nearer than this are found
   */
  public AreaIndex(List<Area> areas, double withinM) {
    this.withinM = withinM;
    seen = new int[areas.size()];
    Arrays.fill(seen, -1);
    for (int i = 0; i < areas.size(); i++) {
      Span span = new Span(areas.get(i), 0);
      if (span.count() > MOST_CELLS) {
        large.add(i);
      } else {
        int number = i;
        span.each(cell -> cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(number));
      }
    }
  }

  /** Calls with the number of every area that may be near, each once, in no special order. */
  public void near(Area area, IntConsumer found) {
    round++;
    Span span = new Span(area, withinM);
    if (span.count() > MOST_CELLS) {
      for (int i = 0; i < seen.length; i++) {
        found.accept(i);
      }
      return;
    }
    large.forEach(i -> once(i, found));
    span.each(cell -> cells.getOrDefault(cell, List.of()).forEach(i -> once(i, found)));
  }

  private void once(int number, IntConsumer found) {
    if (seen[number] != round) {
      seen[number] = round;
      found.accept(number);
    }
  }

  private interface CellConsumer {
    void accept(long cell);
  }

  private static final class Span {
    private final long left;
    private final long right;
    private final long bottom;
    private final long top;

    Span(Area area, double moreM) {
      left = (long) Math.floor((area.leastX() - moreM) / CELL_M);
      right = (long) Math.floor((area.mostX() + moreM) / CELL_M);
      bottom = (long) Math.floor((area.leastY() - moreM) / CELL_M);
      top = (long) Math.floor((area.mostY() + moreM) / CELL_M);
    }

    long count() {
      return (right - left + 1) * (top - bottom + 1);
    }

    void each(CellConsumer consumer) {
      for (long x = left; x <= right; x++) {
        for (long y = bottom; y <= top; y++) {
          consumer.accept(x << 32 ^ (y & 0xFFFFFFFFL));
        }
      }
    }
  }
}
