package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdsTest {
  private static final Floor HALL = Floors.drawn(Collections.nCopies(20, ".".repeat(20)));

  private final Crowds crowds = new Crowds(HALL);
  private final int goal = HALL.at(4, 4);

  @Test
  void whoIsNotInTheCrowdYetWaitsOutsideAndWhoIsInItMayGo() {
    crowds.look(crowd(7));
    assertThat(crowds.holdBack(HALL.at(15, 15), goal)).isGreaterThan(7 * DistanceTable.TICK);
    assertThat(crowds.holdBack(HALL.at(6, 6), goal)).isZero();
  }

  @Test
  void nobodyWaitsForAGoalWithRoomAboutIt() {
    crowds.look(crowd(3));
    assertThat(crowds.holdBack(HALL.at(15, 15), goal)).isZero();
    assertThat(crowds.holdBack(HALL.at(0, 0), HALL.at(19, 19))).as("in a corner").isZero();
  }

  /** So many rows of seven about the goal. */
  private static int[] crowd(int rows) {
    List<Integer> cells = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column <= 7; column++) {
        cells.add(HALL.at(row, column));
      }
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }
}
