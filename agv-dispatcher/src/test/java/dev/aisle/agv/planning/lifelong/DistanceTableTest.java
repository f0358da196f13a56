package dev.aisle.agv.planning.lifelong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistanceTableTest {
  private static final int TICK = DistanceTable.TICK;
  private static final Floor FLOOR = Floors.drawn(List.of("....", ".@@.", "@..."));

  private static DistanceTable to(int goal) {
    DistanceTable table = new DistanceTable(FLOOR.cells());
    new DistanceSearch(FLOOR, new Traffic(FLOOR)).fill(table, goal);
    return table;
  }

  @Test
  void turnsCountAsMuchAsCells() {
    DistanceTable table = to(FLOOR.at(0, 3));
    assertThat(table.cost(FLOOR.at(0, 0), 0)).isEqualTo(3 * TICK);
    assertThat(table.cost(FLOOR.at(0, 0), 2)).as("facing away").isEqualTo(5 * TICK);
    assertThat(table.cost(FLOOR.at(1, 0), 3)).as("round a corner").isEqualTo(5 * TICK);
    assertThat(table.cost(FLOOR.at(0, 3), 1)).as("at the goal").isZero();
  }

  @Test
  void aCellThatCannotBeReachedIsFar() {
    Floor split = Floors.drawn(List.of(".@."));
    DistanceTable table = new DistanceTable(split.cells());
    new DistanceSearch(split, new Traffic(split)).fill(table, 0);
    assertThat(table.reaches(1)).isFalse();
    assertThat(table.reaches(0)).isTrue();
  }

  @Test
  void tablesUnusedLongestAreDroppedFirst() {
    Distances distances = new Distances(FLOOR, new Traffic(FLOOR), 2, Workers.none());
    distances.to(0);
    distances.tick();
    distances.to(1);
    distances.tick();
    distances.to(0);
    distances.tick();
    distances.to(2);
    assertThat(distances.has(0)).isTrue();
    assertThat(distances.has(1)).isFalse();
    assertThat(distances.to(1).cost(FLOOR.at(0, 1), 0)).isZero();
  }
}
