package dev.aisle.agv.planning.lifelong;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the planner is told each tick.
 *
 * @param vehicles always the same ones in the same order
 * @param open jobs of which no stop is served yet, those that a vehicle already drives to included
 */
public record Situation(List<Vehicle> vehicles, List<Job> open) {
  public Situation {
    vehicles = List.copyOf(vehicles);
    open = List.copyOf(open);
  }

  /**
   * @param cell where it stands, as {@link Floor} numbers it
   * @param heading 0 east, 1 south, 2 west, 3 north
   * @param job that it holds
   * @param stopsServed of that job
   */
  public record Vehicle(int cell, int heading, @Nullable Job job, int stopsServed) {
    public Vehicle {
      if (job == null ? stopsServed != 0 : stopsServed < 0 || stopsServed >= job.stops().size()) {
        throw new IllegalArgumentException("%d stops served of %s".formatted(stopsServed, job));
      }
    }

    /** True when it must finish the job that it holds. */
    public boolean begun() {
      return stopsServed > 0;
    }
  }

  /**
   * @param number that no other job has
   * @param stops cells to be visited in this order by one vehicle, at least one
   */
  public record Job(int number, List<Integer> stops) {
    public Job {
      stops = List.copyOf(stops);
      if (stops.isEmpty()) {
        throw new IllegalArgumentException("job %d has no stop".formatted(number));
      }
    }
  }
}
