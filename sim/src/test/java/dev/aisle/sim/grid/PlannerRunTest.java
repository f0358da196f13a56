package dev.aisle.sim.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.planning.lifelong.LifelongPlanner;
import dev.aisle.agv.planning.lifelong.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner under the referee's rules, on a clock that stands still. */
class PlannerRunTest {
  private static final LifelongPlanner.Settings SETTINGS = new LifelongPlanner.Settings(4, 2, 1);

  private static PlannerRun.Result run(
      GridProblem problem, Workers workers, int ticks, int[] idle) {
    int[] last = {0, 0};
    return new PlannerRun(problem, SETTINGS, workers, () -> 0)
        .run(
            ticks,
            1_000,
            0,
            referee -> {
              last[1] = referee.finished() > last[0] ? 0 : last[1] + 1;
              last[0] = referee.finished();
              idle[0] = Math.max(idle[0], last[1]);
            });
  }

  static Stream<Arguments> layouts() {
    return Stream.of(Layout.values())
        .flatMap(layout -> Stream.of(1L, 2L).map(seed -> Arguments.of(layout, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("layouts")
  void everyStepIsLegalAndWorkNeverStops(Layout layout, long seed) {
    GridProblem problem = ProblemGenerator.generate(layout, 18, 22, 60, 3, seed);
    int[] idle = {0};
    PlannerRun.Result result = run(problem, Workers.none(), 200, idle);
    assertThat(result.errors()).isZero();
    assertThat(result.timeouts()).isZero();
    assertThat(result.finished()).isGreaterThan(60);
    assertThat(idle[0]).as("ticks without a finished job").isLessThan(80);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aRingWithOneFreeCellTurns(long seed) {
    GridProblem problem = ring(5, 11 + 4, seed);
    int[] idle = {0};
    PlannerRun.Result result = run(problem, Workers.none(), 600, idle);
    assertThat(result.errors()).isZero();
    assertThat(result.finished()).isGreaterThan(20);
    assertThat(idle[0]).as("ticks without a finished job").isLessThan(250);
  }

  @Test
  void twoThreadsPlanWhatIsLegalAndTheSameEachTime() {
    GridProblem problem = ProblemGenerator.generate(Layout.PILLARS, 20, 30, 90, 2, 5);
    try (ThreadWorkers workers = new ThreadWorkers(2)) {
      int first = run(problem, workers, 60, new int[1]).finished();
      PlannerRun.Result second = run(problem, workers, 60, new int[1]);
      assertThat(second.errors()).isZero();
      assertThat(second.finished()).isEqualTo(first);
    }
  }

  /** The rim of a square of cells; all but one hold a vehicle. */
  private static GridProblem ring(int size, int vehicles, long seed) {
    BitSet walls = new BitSet();
    List<Integer> rim = new ArrayList<>();
    for (int cell = 0; cell < size * size; cell++) {
      int row = cell / size;
      int column = cell % size;
      boolean inner = row > 0 && row < size - 1 && column > 0 && column < size - 1;
      walls.set(cell, inner);
      if (!inner) {
        rim.add(cell);
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Integer>> jobs = new ArrayList<>();
    while (jobs.size() < 100) {
      int from = rim.get(random.nextInt(rim.size()));
      int to = rim.get(random.nextInt(rim.size()));
      if (from != to) {
        jobs.add(List.of(from, to));
      }
    }
    return new GridProblem(size, size, walls, rim.subList(0, vehicles), jobs, 1.5);
  }
}
