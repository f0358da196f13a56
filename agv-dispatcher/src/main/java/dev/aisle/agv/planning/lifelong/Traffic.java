package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * What driving costs beyond time where others drive the other way, or stand. It is learnt from what
 * the vehicles do and forgotten again: where more go one way than the other, the other way becomes
 * dearer, so that habits like those of one-way streets arise and head-on meetings get rare; where
 * vehicles stand for long, others look for a way round.
 *
 * <p>The idea of paying for contraflow and crowded cells is that of traffic-aware guide paths (Chen
 * et al., AAAI 2024); here it is observed instead of planned.
 */
final class Traffic {
  /** Ticks after which about a third of what was seen still counts. */
  private static final float MEMORY = 100;

  /** Ticks to pay for each vehicle a tick that comes the other way. */
  private static final float AGAINST = 10;

  /** Ticks to pay for a cell that is always occupied. */
  private static final float OCCUPIED = 3;

  private static final int MOST = 3 * DistanceTable.TICK;

  private final Floor floor;
  private final float[] leaving; // cell * 4 + heading -> vehicles a tick
  private final float[] standing; // cell -> share of the time
  private final byte[] extra; // cell * 4 + heading
  private int[] before = {};

  Traffic(Floor floor) {
    this.floor = floor;
    leaving = new float[floor.cells() * Floor.HEADINGS];
    standing = new float[floor.cells()];
    extra = new byte[floor.cells() * Floor.HEADINGS];
  }

  /** The most that {@link #extra} ever says. */
  static int most() {
    return MOST;
  }

  /**
   * Takes note of one tick.
   *
   * @param cells by vehicle
   */
  void observe(int[] cells) {
    if (before.length == cells.length) {
      fade(leaving);
      fade(standing);
      for (int v = 0; v < cells.length; v++) {
        note(before[v], cells[v]);
      }
      price();
    }
    before = cells.clone();
  }

  /** Cost of going one cell ahead, in units of {@link DistanceTable#TICK}, besides its tick. */
  int extra(int cell, int heading) {
    return extra[(cell << 2) | heading];
  }

  private static void fade(float[] seen) {
    for (int i = 0; i < seen.length; i++) {
      seen[i] *= 1 - 1 / MEMORY;
    }
  }

  private void note(int from, int to) {
    if (from == to) {
      standing[to] += 1 / MEMORY;
      return;
    }
    for (int heading = 0; heading < Floor.HEADINGS; heading++) {
      if (floor.ahead(from, heading) == to) {
        leaving[(from << 2) | heading] += 1 / MEMORY;
      }
    }
  }

  private void price() {
    Arrays.fill(extra, (byte) 0);
    for (int cell = 0; cell < standing.length; cell++) {
      for (int heading = 0; heading < Floor.HEADINGS; heading++) {
        int next = floor.ahead(cell, heading);
        if (next >= 0) {
          float ticks = AGAINST * leaving[(next << 2) | (heading ^ 2)] + OCCUPIED * standing[next];
          extra[(cell << 2) | heading] =
              (byte) Math.min(MOST, Math.round(ticks * DistanceTable.TICK));
        }
      }
    }
  }
}
