package dev.aisle.sim.grid;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A floor, vehicles and a stream of jobs. Cells are {@code row * columns + column}, row 0 in the
 * north; all vehicles start facing east.
 *
 * @param walls blocked cells
 * @param starts cell of each vehicle
 * @param jobs stops of each; after the last the first comes again
 * @param openPerVehicle the pool of unfinished jobs holds so many for each vehicle, rounded down
 */
public record GridProblem(
    int rows,
    int columns,
    BitSet walls,
    List<Integer> starts,
    List<List<Integer>> jobs,
    double openPerVehicle) {

  /**
   * @throws IllegalArgumentException when a start or stop is no free cell, two vehicles start in
   *     one, or there is nothing to do
   */
  public GridProblem {
    walls = (BitSet) walls.clone();
    starts = List.copyOf(starts);
    jobs = List.copyOf(jobs);
    if (starts.isEmpty() || jobs.isEmpty() || !(openPerVehicle > 0)) {
      throw new IllegalArgumentException("a problem needs vehicles, jobs and an open pool");
    }
    Set<Integer> taken = new HashSet<>();
    for (int start : starts) {
      requireFree(rows, columns, walls, start);
      if (!taken.add(start)) {
        throw new IllegalArgumentException("two vehicles start in cell %d".formatted(start));
      }
    }
    for (List<Integer> job : jobs) {
      if (job.isEmpty()) {
        throw new IllegalArgumentException("a job has no stop");
      }
      for (int stop : job) {
        requireFree(rows, columns, walls, stop);
      }
    }
  }

  private static void requireFree(int rows, int columns, BitSet walls, int cell) {
    if (cell < 0 || cell >= rows * columns || walls.get(cell)) {
      throw new IllegalArgumentException("%d is no free cell".formatted(cell));
    }
  }

  @Override
  public BitSet walls() {
    return (BitSet) walls.clone();
  }

  public int vehicles() {
    return starts.size();
  }

  /** How many unfinished jobs are known at a time. */
  public int poolSize() {
    return (int) (openPerVehicle * starts.size());
  }
}
