package dev.aisle.agv.planning.lifelong;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A floor of equal cells in rows and columns, some of them blocked. Only the free cells have
 * numbers, row by row from 0, so that everything kept per cell stays small.
 */
public final class Floor {
  /** Headings: 0 east, 1 south, 2 west, 3 north; row 0 is in the north. */
  public static final int HEADINGS = 4;

  /** In place of a cell where there is none. */
  public static final int NONE = -1;

  private static final int MOST_CELLS = 4_000_000;

  private final int rows;
  private final int columns;
  private final int[] numberOf; // row * columns + column -> cell or NONE
  private final int[] plainOf; // cell -> row * columns + column
  private final int[] ahead; // cell * 4 + heading -> cell or NONE

  /**
   * @param walls bit {@code row * columns + column} for every blocked cell
   * @throws IllegalArgumentException when it is empty, or too large
   */
  public Floor(int rows, int columns, BitSet walls) {
    if (rows < 1 || columns < 1 || (long) rows * columns > MOST_CELLS) {
      throw new IllegalArgumentException("a floor of %d x %d cells".formatted(rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    numberOf = new int[rows * columns];
    int[] found = new int[rows * columns];
    int free = 0;
    for (int plain = 0; plain < numberOf.length; plain++) {
      if (walls.get(plain)) {
        numberOf[plain] = NONE;
      } else {
        found[free] = plain;
        numberOf[plain] = free++;
      }
    }
    if (free == 0) {
      throw new IllegalArgumentException("the floor has no free cell");
    }
    plainOf = Arrays.copyOf(found, free);
    ahead = new int[free * HEADINGS];
    for (int cell = 0; cell < free; cell++) {
      ahead[cell * 4] = at(row(cell), column(cell) + 1);
      ahead[cell * 4 + 1] = at(row(cell) + 1, column(cell));
      ahead[cell * 4 + 2] = at(row(cell), column(cell) - 1);
      ahead[cell * 4 + 3] = at(row(cell) - 1, column(cell));
    }
  }

  /** The cell there, or {@link #NONE} when that is blocked or off the floor. */
  public int at(int row, int column) {
    return row < 0 || row >= rows || column < 0 || column >= columns
        ? NONE
        : numberOf[row * columns + column];
  }

  public int row(int cell) {
    return plainOf[cell] / columns;
  }

  public int column(int cell) {
    return plainOf[cell] % columns;
  }

  /** How many free cells there are; they are numbered from 0. */
  public int cells() {
    return plainOf.length;
  }

  /** The cell in front, or {@link #NONE}. */
  public int ahead(int cell, int heading) {
    return ahead[(cell << 2) | heading];
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }
}
