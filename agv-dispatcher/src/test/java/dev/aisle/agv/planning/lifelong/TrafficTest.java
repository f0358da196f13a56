package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final Floor TWO_LANES =
      Floors.drawn(
          List.of(
              "......", //
              ".@@@@.", "......"));
  private static final int WEST = 2;
  private static final int EAST = 0;

  private final Traffic traffic = new Traffic(TWO_LANES);

  @Test
  void goingAgainstAStreamCostsMoreThanGoingWithItAndIsForgottenLater() {
    for (int lap = 0; lap < 40; lap++) {
      for (int column = 0; column < 6; column++) {
        traffic.observe(new int[] {TWO_LANES.at(0, column)});
      }
    }
    int middle = TWO_LANES.at(0, 3);
    assertThat(traffic.extra(middle, WEST)).as("against").isPositive();
    assertThat(traffic.extra(middle, EAST)).as("with").isLessThan(traffic.extra(middle, WEST));
    for (int tick = 0; tick < 600; tick++) {
      traffic.observe(new int[] {TWO_LANES.at(2, 0)});
    }
    assertThat(traffic.extra(middle, WEST)).as("long after").isZero();
  }

  @Test
  void aWayRoundIsTakenWhenTheShorterOneIsOccupied() {
    int goal = TWO_LANES.at(1, 5);
    int start = TWO_LANES.at(1, 0);
    DistanceTable empty = new DistanceTable(TWO_LANES.cells());
    new DistanceSearch(TWO_LANES, traffic).fill(empty, goal);
    int[] standing = {TWO_LANES.at(0, 2), TWO_LANES.at(0, 3)};
    for (int tick = 0; tick < 300; tick++) {
      traffic.observe(standing);
    }
    DistanceTable busy = new DistanceTable(TWO_LANES.cells());
    new DistanceSearch(TWO_LANES, traffic).fill(busy, goal);
    assertThat(busy.leastCost(start)).as("by the free lane").isEqualTo(empty.leastCost(start));
    assertThat(busy.leastCost(TWO_LANES.at(0, 1)))
        .as("at the mouth of the occupied one")
        .isGreaterThan(empty.leastCost(TWO_LANES.at(0, 1)));
  }

  @Test
  void noPriceExceedsWhatTheSearchHasRoomFor() {
    int[] everywhere = new int[TWO_LANES.cells()];
    for (int cell = 0; cell < everywhere.length; cell++) {
      everywhere[cell] = cell;
    }
    for (int tick = 0; tick < 1000; tick++) {
      traffic.observe(everywhere);
    }
    for (int cell : everywhere) {
      for (int heading = 0; heading < Floor.HEADINGS; heading++) {
        assertThat(traffic.extra(cell, heading)).isBetween(0, Traffic.most());
      }
    }
    assertThat(traffic.extra(TWO_LANES.at(0, 0), EAST)).isEqualTo(Traffic.most());
  }
}
