package dev.aisle.sim.bench.fleet;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.bench.Spread;
import dev.aisle.sim.fleet.FleetRun;
import dev.aisle.sim.fleet.FleetWork;
import dev.aisle.sim.fleet.RunOutcome;
import dev.aisle.sim.fleet.control.ControllerKind;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How much faster than the wall clock a fleet goes: vehicles, every message in bytes, and
 * dispatcher on one thread.
 */
public final class FleetBench implements Bench {
  private static final double TIMES_REAL_TIME = 10;
  private static final double STEP_P99_MS = 100;

  /** Up to this many vehicles a step has to be short. */
  private static final int STEP_GOAL_UP_TO = 200;

  @Override
  public String name() {
    return "fleet";
  }

  @Override
  public String about() {
    return "speed of a fleet under the virtual clock; --vehicles N --seconds S --layout L";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress) {
    BenchOptions options =
        new BenchOptions(
            typed, Set.of("vehicles", "seconds", "layout", "seed", "controller", "faults"));
    int vehicles = (int) options.number("vehicles", 1_000, 1, 10_000);
    Duration length = Duration.ofSeconds(options.number("seconds", 300, 1, 1_000_000));
    FleetFloor floor = FleetLayout.named(options.text("layout", "warehouse")).of(vehicles);
    ControllerKind kind = ControllerKind.named(options.text("controller", "dispatcher"));
    progress.accept(
        "%d vehicles, %d nodes, %d lanes"
            .formatted(
                floor.members().size(), floor.map().nodes().size(), floor.map().lanes().size()));
    long began = System.nanoTime();
    var controller = kind.of(floor);
    double prepared = (System.nanoTime() - began) / 1e9;
    FleetRun run =
        new FleetRun(
            floor,
            controller,
            Disturbances.named(options.text("faults", "none")),
            FleetWork.during(length, vehicles),
            options.number("seed", 1, 0, Long.MAX_VALUE),
            System::nanoTime,
            line -> {});
    long from = System.nanoTime();
    RunOutcome outcome = run.run();
    double wall = (System.nanoTime() - from) / 1e9;
    Spread steps = Spread.of(outcome.stepNanos());
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "speed under the virtual clock",
            rounded(outcome.simulated().toMillis() / 1000.0 / wall),
            "times real time",
            TIMES_REAL_TIME,
            true,
            Map.of(
                "simulated_s",
                outcome.simulated().toMillis() / 1000.0,
                "wall_s",
                rounded(wall),
                "dispatcher_s",
                rounded(outcome.steps().stream().mapToLong(Duration::toNanos).sum() / 1e9),
                "preparation_s",
                rounded(prepared),
                "delivered",
                (double) outcome.delivered(),
                "messages",
                (double) outcome.messages())));
    if (vehicles <= STEP_GOAL_UP_TO) {
      figures.add(
          new Figure(
              "planning cycle, p99", Spread.ms(steps.p99()), "ms", STEP_P99_MS, false, Map.of()));
    }
    figures.add(
        new Figure(
            "collisions, standstills and wrong transports",
            outcome.collisions().size()
                + outcome.wrongs().size()
                + (outcome.standstill().isPresent() ? 1.0 : 0.0),
            "",
            0,
            false,
            Map.of()));
    Map<String, Object> report = Figure.report(figures);
    report.put("steps", steps.inMs());
    outcome.standstill().ifPresent(seen -> report.put("standstill", seen.toString()));
    return report;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
