package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;

/**
 * The cheapest assignment of all rows to different columns, by shortest augmenting paths with
 * potentials (the Hungarian method as Jonker and Volgenant run it). Its memory is kept for the
 * next.
 */
final class Matching {
  static final int NONE = -1;
  private static final int HUGE = Integer.MAX_VALUE / 2;

  private int[] columnPrice = {};
  private int[] rowPrice = {};
  private int[] reach = {};
  private int[] from = {};
  private int[] rowOf = {};
  private boolean[] done = {};

  /**
   * @param cost {@code row * columns + column}, below 500 million
   * @param rows no more than columns
   * @param columnOf gets the column of each row
   */
  void solve(int[] cost, int rows, int columns, int[] columnOf) {
    reserve(rows, columns);
    Arrays.fill(columnPrice, 0, columns, 0);
    Arrays.fill(rowOf, 0, columns, NONE);
    Arrays.fill(columnOf, 0, rows, NONE);
    for (int row = 0; row < rows; row++) {
      int cheapest = 0;
      for (int c = 1; c < columns; c++) {
        if (cost[row * columns + c] < cost[row * columns + cheapest]) {
          cheapest = c;
        }
      }
      rowPrice[row] = cost[row * columns + cheapest];
      if (rowOf[cheapest] == NONE) {
        rowOf[cheapest] = row;
        columnOf[row] = cheapest;
      }
    }
    for (int row = 0; row < rows; row++) {
      if (columnOf[row] == NONE) {
        augment(cost, row, columns, columnOf);
      }
    }
  }

  private void augment(int[] cost, int start, int columns, int[] columnOf) {
    Arrays.fill(reach, 0, columns, HUGE);
    Arrays.fill(done, 0, columns, false);
    int row = start;
    int base = 0; // length of the path to row
    int end = NONE;
    int before = NONE;
    while (end == NONE) {
      int best = HUGE;
      int bestColumn = NONE;
      int offset = row * columns;
      int shift = base - rowPrice[row];
      for (int c = 0; c < columns; c++) {
        if (done[c]) {
          continue;
        }
        int length = cost[offset + c] + shift - columnPrice[c];
        if (length < reach[c]) {
          reach[c] = length;
          from[c] = before;
        }
        if (reach[c] < best || (reach[c] == best && rowOf[c] == NONE)) {
          best = reach[c];
          bestColumn = c;
        }
      }
      done[bestColumn] = true;
      base = best;
      if (rowOf[bestColumn] == NONE) {
        end = bestColumn;
      } else {
        row = rowOf[bestColumn];
        before = bestColumn;
      }
    }
    rowPrice[start] += base;
    for (int c = 0; c < columns; c++) {
      if (done[c]) {
        columnPrice[c] -= base - reach[c];
        if (rowOf[c] != NONE) {
          rowPrice[rowOf[c]] += base - reach[c];
        }
      }
    }
    int column = end;
    while (column != NONE) {
      int previous = from[column];
      int itsRow = previous == NONE ? start : rowOf[previous];
      rowOf[column] = itsRow;
      columnOf[itsRow] = column;
      column = previous;
    }
  }

  private void reserve(int rows, int columns) {
    if (columnPrice.length < columns) {
      columnPrice = new int[columns + columns / 2];
      reach = new int[columnPrice.length];
      from = new int[columnPrice.length];
      rowOf = new int[columnPrice.length];
      done = new boolean[columnPrice.length];
    }
    if (rowPrice.length < rows) {
      rowPrice = new int[rows + rows / 2];
    }
  }
}
