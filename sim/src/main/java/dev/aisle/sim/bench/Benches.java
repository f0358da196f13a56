package dev.aisle.sim.bench;

import dev.aisle.sim.bench.devices.DevicesBench;
import dev.aisle.sim.bench.fleet.DeadlockBench;
import dev.aisle.sim.bench.fleet.DelayBench;
import dev.aisle.sim.bench.fleet.DialectsBench;
import dev.aisle.sim.bench.fleet.FleetBench;
import dev.aisle.sim.bench.fuzz.FuzzBench;
import dev.aisle.sim.bench.line.LineRateBench;
import dev.aisle.sim.bench.planner.PlannerBench;
import dev.aisle.sim.bench.planner.PlannerProblemBench;
import dev.aisle.sim.bench.reads.PassesBench;
import dev.aisle.sim.bench.reads.ReadsBench;
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
