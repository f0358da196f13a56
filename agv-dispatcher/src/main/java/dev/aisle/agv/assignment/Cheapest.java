package dev.aisle.agv.assignment;

import java.util.Arrays;

/**
 * The assignment of all rows to different columns with the least sum, by shortest augmenting paths
 * with potentials (Jonker and Volgenant, Computing 38, 1987).
 */
final class Cheapest {
  private static final long HUGE = Long.MAX_VALUE / 2;

  private Cheapest() {}

  /**
   * @param cost by row and column, at least as many columns as rows, far below {@code HUGE}
   * @return the column of each row
   */
  static int[] columns(long[][] cost) {
    int rows = cost.length;
    int columns = rows == 0 ? 0 : cost[0].length;
    long[] rowPrice = new long[rows + 1];
    long[] columnPrice = new long[columns + 1];
    int[] rowOf = new int[columns + 1];
    int[] before = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      int column = 0;
      long[] reach = new long[columns + 1];
      boolean[] done = new boolean[columns + 1];
      Arrays.fill(reach, HUGE);
      do {
        done[column] = true;
        int at = rowOf[column];
        long least = HUGE;
        int next = 0;
        for (int c = 1; c <= columns; c++) {
          if (!done[c]) {
            long length = cost[at - 1][c - 1] - rowPrice[at] - columnPrice[c];
            if (length < reach[c]) {
              reach[c] = length;
              before[c] = column;
            }
            if (reach[c] < least) {
              least = reach[c];
              next = c;
            }
          }
        }
        for (int c = 0; c <= columns; c++) {
          if (done[c]) {
            rowPrice[rowOf[c]] += least;
            columnPrice[c] -= least;
          } else {
            reach[c] -= least;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      while (column != 0) {
        rowOf[column] = rowOf[before[column]];
        column = before[column];
      }
    }
    int[] columnOf = new int[rows];
    for (int c = 1; c <= columns; c++) {
      if (rowOf[c] > 0) {
        columnOf[rowOf[c] - 1] = c - 1;
      }
    }
    return columnOf;
  }
}
