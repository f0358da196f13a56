package dev.aisle.sim.bench;

import dev.aisle.sim.bench.fleet.DeadlockBench;
import dev.aisle.sim.bench.fleet.DelayBench;
import dev.aisle.sim.bench.fleet.DialectsBench;
import dev.aisle.sim.bench.fleet.FleetBench;
import java.util.List;

/** All measurements there are. */
public final class Benches {
  private Benches() {}

  public static List<Bench> all() {
    return List.of(
        new ReadsBench(),
        new PassesBench(),
        new LineRateBench(),
        new DevicesBench(),
        new FuzzBench(),
        new PlannerBench(),
        new DeadlockBench(),
        new DelayBench(),
        new FleetBench(),
        new DialectsBench(),
        new PlannerProblemBench());
  }
}
