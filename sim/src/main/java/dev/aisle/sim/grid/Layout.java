package dev.aisle.sim.grid;

import java.util.BitSet;
import java.util.SplittableRandom;

/** Floors of different character, each drawn from a seed. */
public enum Layout {
  /** Long shelves five cells deep with lanes two cells wide. */
  WIDE_SHELVES {
    @Override
    void draw(BitSet walls, int rows, int columns, SplittableRandom random) {
      shelves(walls, rows, columns, 5, 2, 8 + random.nextInt(5), 2);
    }
  },
  /** Shelves two cells deep with aisles of a single cell and cross aisles of two. */
  NARROW_AISLES {
    @Override
    void draw(BitSet walls, int rows, int columns, SplittableRandom random) {
      shelves(walls, rows, columns, 2, 1, 6 + random.nextInt(6), 2);
    }
  },
  /** An open hall with single pillars. */
  PILLARS {
    @Override
    void draw(BitSet walls, int rows, int columns, SplittableRandom random) {
      int every = 3 + random.nextInt(2);
      for (int row = every - 1; row < rows - 1; row += every) {
        for (int column = every - 1; column < columns - 1; column += every) {
          walls.set(row * columns + column);
        }
      }
    }
  },
  /** Rooms with doors of one cell. */
  ROOMS {
    @Override
    void draw(BitSet walls, int rows, int columns, SplittableRandom random) {
      int size = 7 + random.nextInt(3);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          if (row % size == size - 1 || column % size == size - 1) {
            walls.set(row * columns + column);
          }
        }
      }
      for (int top = 0; top < rows; top += size) {
        for (int left = 0; left < columns; left += size) {
          int row = Math.min(rows - 1, top + random.nextInt(size - 1));
          int column = Math.min(columns - 1, left + random.nextInt(size - 1));
          clear(walls, rows, columns, row, left + size - 1);
          clear(walls, rows, columns, top + size - 1, column);
        }
      }
    }
  },
  /** One cell in five blocked by chance, with dead ends. */
  RANDOM {
    @Override
    void draw(BitSet walls, int rows, int columns, SplittableRandom random) {
      for (int cell = 0; cell < rows * columns; cell++) {
        walls.set(cell, random.nextInt(5) == 0);
      }
    }
  };

  abstract void draw(BitSet walls, int rows, int columns, SplittableRandom random);

  private static void shelves(
      BitSet walls, int rows, int columns, int deep, int aisle, int wide, int cross) {
    int margin = 3;
    for (int row = margin; row + deep <= rows - margin; row += deep + aisle) {
      for (int left = margin; left < columns - margin; left += wide + cross) {
        for (int column = left; column < Math.min(left + wide, columns - margin); column++) {
          for (int i = 0; i < deep; i++) {
            walls.set((row + i) * columns + column);
          }
        }
      }
    }
  }

  private static void clear(BitSet walls, int rows, int columns, int row, int column) {
    if (row < rows && column < columns) {
      walls.clear(row * columns + column);
    }
  }
}
