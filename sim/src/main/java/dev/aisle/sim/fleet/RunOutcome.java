package dev.aisle.sim.fleet;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.fleet.watch.Standstill;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param asked transports
 * @param deliveredBy how many loads each vehicle has brought
 * @param wrongs transports that ended otherwise than by standing where they shall
 * @param collisions who touched whom where and when
 * @param unended transports still open at the end of the time
 * @param simulated on the fleet's clock
 * @param steps how long each step of the controller took
 * @param messages sent, lost ones among them
 */
public record RunOutcome(
    long seed,
    int vehicles,
    int asked,
    Map<VehicleId, Integer> deliveredBy,
    List<String> wrongs,
    List<String> collisions,
    List<String> unended,
    Optional<Standstill> standstill,
    Duration simulated,
    int restarts,
    long messages,
    long lost,
    List<Duration> steps) {

  public RunOutcome {
    deliveredBy = Map.copyOf(deliveredBy);
    wrongs = List.copyOf(wrongs);
    collisions = List.copyOf(collisions);
    unended = List.copyOf(unended);
    steps = List.copyOf(steps);
  }

  /** True when nothing went wrong that may not. */
  public boolean isFlawless() {
    return wrongs.isEmpty() && collisions.isEmpty() && unended.isEmpty() && standstill.isEmpty();
  }

  public int delivered() {
    return deliveredBy.values().stream().mapToInt(Integer::intValue).sum();
  }

  public long[] stepNanos() {
    return steps.stream().mapToLong(Duration::toNanos).toArray();
  }

  /** Delivered in an hour of the fleet's clock. */
  public double perHour() {
    return delivered() * 3_600_000.0 / Math.max(1, simulated.toMillis());
  }
}
