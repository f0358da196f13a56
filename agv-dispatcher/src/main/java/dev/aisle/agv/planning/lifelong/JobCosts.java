package dev.aisle.agv.planning.lifelong;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it costs a vehicle to do a job: the empty drive to its first stop, and the loaded one from
 * stop to stop. Exact on small floors, where tables of all goals fit; estimated on large ones.
 */
final class JobCosts {
  private static final int EXACT_UP_TO_CELLS = 6_000;

  private final Distances distances;
  private final @Nullable Estimate estimate;

  JobCosts(Floor floor, Distances distances) {
    this.distances = distances;
    estimate = isExact(floor) ? null : new Estimate(floor);
  }

  static boolean isExact(Floor floor) {
    return floor.cells() <= EXACT_UP_TO_CELLS;
  }

  /** Lets several threads ask for the cost of driving there. */
  void ready(int firstStop) {
    if (estimate == null) {
      distances.to(firstStop);
    }
  }

  int empty(Situation.Vehicle vehicle, int firstStop) {
    return estimate == null
        ? distances.to(firstStop).cost(vehicle.cell(), vehicle.heading())
        : estimate.cost(vehicle.cell(), firstStop);
  }

  int between(int from, int to) {
    return estimate == null
        ? distances.to(to).leastCost(from) + DistanceTable.TICK
        : estimate.cost(from, to);
  }

  /** From the stop of this index to the last. */
  int loaded(Situation.Job job, int fromStop) {
    List<Integer> stops = job.stops();
    int sum = 0;
    for (int i = fromStop + 1; i < stops.size(); i++) {
      sum += between(stops.get(i - 1), stops.get(i));
    }
    return sum;
  }
}
