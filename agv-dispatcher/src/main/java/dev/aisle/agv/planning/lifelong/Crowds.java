package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * Keeps a crowd from locking itself up. Where nearly every cell about a goal is occupied nobody can
 * get out any more as long as everybody presses in; so who is not there yet waits aside until the
 * crowd is thinner, and those inside find room to leave.
 */
final class Crowds {
  /** Cells to each side of a goal that count as about it. */
  private static final int ABOUT = 3;

  /** How far from the goal one waits, as a cost. */
  private static final int ASIDE = 8 * DistanceTable.TICK;

  /** A crowd is where this share of what the floor leaves free on average is gone. */
  private static final double SHARE_GONE = 0.5;

  private final Floor floor;
  private final int width;
  private final int[] room; // free cells above and left of a corner
  private final int[] taken; // vehicles above and left of a corner
  private double crowded;

  Crowds(Floor floor) {
    this.floor = floor;
    width = floor.columns() + 1;
    room = new int[width * (floor.rows() + 1)];
    taken = new int[room.length];
    for (int cell = 0; cell < floor.cells(); cell++) {
      room[corner(cell)]++;
    }
    sum(room);
  }

  /**
   * Takes note of where all vehicles are.
   *
   * @param cells by vehicle
   */
  void look(int[] cells) {
    Arrays.fill(taken, 0);
    for (int cell : cells) {
      taken[corner(cell)]++;
    }
    sum(taken);
    double onAverage = (double) cells.length / floor.cells();
    crowded = onAverage + SHARE_GONE * (1 - onAverage);
  }

  /**
   * @return the cost below which a vehicle must not value being nearer to its goal; 0 when it may
   *     go
   */
  int holdBack(int cell, int goal) {
    boolean isThere =
        Math.abs(floor.row(cell) - floor.row(goal)) <= ABOUT
            && Math.abs(floor.column(cell) - floor.column(goal)) <= ABOUT;
    return isThere || about(taken, goal) < crowded * about(room, goal) ? 0 : ASIDE;
  }

  private int corner(int cell) {
    return (floor.row(cell) + 1) * width + floor.column(cell) + 1;
  }

  private void sum(int[] counts) {
    for (int i = width + 1; i < counts.length; i++) {
      if (i % width != 0) {
        counts[i] += counts[i - 1] + counts[i - width] - counts[i - width - 1];
      }
    }
  }

  private int about(int[] sums, int cell) {
    int top = Math.max(0, floor.row(cell) - ABOUT) * width;
    int bottom = Math.min(floor.rows(), floor.row(cell) + ABOUT + 1) * width;
    int left = Math.max(0, floor.column(cell) - ABOUT);
    int right = Math.min(floor.columns(), floor.column(cell) + ABOUT + 1);
    return sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
  }
}
