package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PocketsTest {
  /** A ring, with a dead end of two cells on its right. */
  private static final Floor RING_WITH_POCKET =
      Floors.drawn(
          List.of(
              "...@@", //
              ".@...", "...@@"));

  @Test
  void aRingIsNoPocketAndADeadEndIsOne() {
    Pockets pockets = new Pockets(RING_WITH_POCKET);
    assertThat(pockets.of(RING_WITH_POCKET.at(0, 0))).isEqualTo(Pockets.NONE);
    assertThat(pockets.of(RING_WITH_POCKET.at(1, 2))).isEqualTo(Pockets.NONE);
    assertThat(pockets.of(RING_WITH_POCKET.at(1, 3))).isNotEqualTo(Pockets.NONE);
    assertThat(pockets.of(RING_WITH_POCKET.at(1, 4)))
        .isEqualTo(pockets.of(RING_WITH_POCKET.at(1, 3)));
  }

  @Test
  void whoWantsInWaitsWhileAnotherWantsOut() {
    Pockets pockets = new Pockets(RING_WITH_POCKET);
    int end = RING_WITH_POCKET.at(1, 4);
    DistanceTable table = new DistanceTable(RING_WITH_POCKET.cells());
    new DistanceSearch(RING_WITH_POCKET, new Traffic(RING_WITH_POCKET)).fill(table, end);
    int near = table.leastCost(RING_WITH_POCKET.at(1, 2));
    pockets.begin();
    assertThat(pockets.holdBack(near, end, table)).isZero();
    assertThat(pockets.holdBack(near, end, table)).as("the second").isPositive();
    pockets.begin();
    pockets.inside(end, RING_WITH_POCKET.at(0, 0));
    assertThat(pockets.holdBack(near, end, table)).isGreaterThan(near);
  }
}
