package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noOtherAssignmentIsCheaper(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matching matching = new Matching();
    for (int round = 0; round < 50; round++) {
      int rows = 1 + random.nextInt(6);
      int columns = rows + random.nextInt(3);
      int[] cost = random.ints(rows * columns, -5, 20).toArray();
      int[] columnOf = new int[rows];
      matching.solve(cost, rows, columns, columnOf);
      int sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += cost[row * columns + columnOf[row]];
      }
      assertThat(columnOf).doesNotHaveDuplicates();
      assertThat(sum).isEqualTo(cheapest(cost, rows, columns, 0, 0));
    }
  }

  private static int cheapest(int[] cost, int rows, int columns, int row, int used) {
    if (row == rows) {
      return 0;
    }
    int best = Integer.MAX_VALUE;
    for (int column = 0; column < columns; column++) {
      if ((used & (1 << column)) == 0) {
        int rest = cheapest(cost, rows, columns, row + 1, used | (1 << column));
        best = Math.min(best, cost[row * columns + column] + rest);
      }
    }
    return best;
  }
}
