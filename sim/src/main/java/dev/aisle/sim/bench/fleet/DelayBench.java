package dev.aisle.sim.bench.fleet;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.fleet.Disturbance;
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
 * What random slow-downs cost: transports an hour of a fleet whose vehicles lose a tenth of their
 * pace on average, against the same fleet undisturbed, and against greedy reservation on the same
 * floor, day and seeds.
 */
public final class DelayBench implements Bench {
  private static final double KEPT_AT_LEAST = 0.85;
  private static final double ABOVE_GREEDY_AT_LEAST = 1.15;

  @Override
  public String name() {
    return "delay";
  }

  @Override
  public String about() {
    return "throughput under random slow-downs; --vehicles N --seeds N --minutes N --layout L";
  }

  /** Sums over all seeds. */
  private static final class Sums {
    int delivered;
    double hours;
    int faults;
    final List<String> why = new ArrayList<>();

    void add(RunOutcome outcome) {
      delivered += outcome.delivered();
      hours += outcome.simulated().toMillis() / 3_600_000.0;
      faults += outcome.collisions().size() + outcome.wrongs().size();
      outcome.standstill().ifPresent(seen -> faults++);
      outcome.standstill().map(Object::toString).ifPresent(why::add);
    }

    double perHour() {
      return hours == 0 ? 0 : delivered / hours;
    }
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress) {
    BenchOptions options =
        new BenchOptions(
            typed, Set.of("vehicles", "seeds", "seed", "minutes", "layout", "percent"));
    FleetLayout layout = FleetLayout.named(options.text("layout", "warehouse"));
    int vehicles = (int) options.number("vehicles", 40, 2, 1_000);
    long seeds = options.number("seeds", 5, 1, 10_000);
    long first = options.number("seed", 1, 0, Long.MAX_VALUE / 2);
    Duration length = Duration.ofMinutes(options.number("minutes", 60, 1, 10_000));
    Disturbance slow = Disturbance.slow(options.number("percent", 10, 0, 45) / 100.0);
    FleetFloor floor = layout.of(vehicles);
    FleetWork work = FleetWork.during(length, vehicles);
    Sums undisturbed = new Sums();
    Sums disturbed = new Sums();
    Sums greedy = new Sums();
    for (long seed = first; seed < first + seeds; seed++) {
      undisturbed.add(run(floor, ControllerKind.DISPATCHER, Disturbance.NONE, work, seed));
      disturbed.add(run(floor, ControllerKind.DISPATCHER, slow, work, seed));
      greedy.add(run(floor, ControllerKind.GREEDY, slow, work, seed));
      progress.accept(
          "seed %d: %.0f an hour undisturbed, %.0f slowed down, %.0f greedy (locked up %d times)"
              .formatted(
                  seed,
                  undisturbed.perHour(),
                  disturbed.perHour(),
                  greedy.perHour(),
                  greedy.faults));
    }
    Map<String, Object> report =
        Figure.report(
            List.of(
                new Figure(
                    "throughput kept under slow-downs",
                    rounded(disturbed.perHour() / undisturbed.perHour()),
                    "share of the undisturbed",
                    KEPT_AT_LEAST,
                    true,
                    Map.of(
                        "undisturbed_per_hour", rounded(undisturbed.perHour()),
                        "slowed_per_hour", rounded(disturbed.perHour()))),
                new Figure(
                    "throughput beside greedy reservation",
                    rounded(disturbed.perHour() / Math.max(0.001, greedy.perHour())),
                    "times",
                    ABOVE_GREEDY_AT_LEAST,
                    true,
                    Map.of(
                        "greedy_per_hour", rounded(greedy.perHour()),
                        "greedy_hours_until_locked_up", rounded(greedy.hours),
                        "greedy_lockups", (double) greedy.faults)),
                new Figure(
                    "collisions, standstills and wrong transports",
                    undisturbed.faults + disturbed.faults,
                    "",
                    0,
                    false,
                    Map.of())));
    report.put("why", undisturbed.why);
    return report;
  }

  private static RunOutcome run(
      FleetFloor floor, ControllerKind kind, Disturbance day, FleetWork work, long seed) {
    return new FleetRun(floor, kind.of(floor), day, work, seed, System::nanoTime, line -> {}).run();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
