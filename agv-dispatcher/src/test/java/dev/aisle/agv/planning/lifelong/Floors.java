package dev.aisle.agv.planning.lifelong;

import java.util.BitSet;
import java.util.List;

/** Floors as drawings: {@code @} is blocked. */
final class Floors {
  private Floors() {}

  static Floor drawn(List<String> rows) {
    int columns = rows.getFirst().length();
    BitSet walls = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns; column++) {
        walls.set(row * columns + column, rows.get(row).charAt(column) == '@');
      }
    }
    return new Floor(rows.size(), columns, walls);
  }
}
