package dev.aisle.sim.bench.fleet;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Spread;
import dev.aisle.sim.fleet.Disturbance;
import dev.aisle.sim.fleet.FleetRun;
import dev.aisle.sim.fleet.FleetWork;
import dev.aisle.sim.fleet.RunOutcome;
import dev.aisle.sim.fleet.control.ControllerKind;
import dev.aisle.sim.fleet.control.FleetController;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Fleets of 20 to 50 vehicles on floors that lock fleets up, each run by its own seed: random
 * delays, a lossy network, stops, ends of the dispatcher.
 */
public final class DeadlockBench implements Bench {
  static final List<FleetLayout> LAYOUTS =
      List.of(
          FleetLayout.HEAD_ON, FleetLayout.FULL_RING, FleetLayout.DEAD_ENDS, FleetLayout.CROSSING);

  private static final int FEWEST = 20;
  private static final int MOST = 50;
  private static final int FAILURES_TOLD = 20;

  @Override
  public String name() {
    return "deadlock";
  }

  @Override
  public String about() {
    return "collisions and deadlocks on adversarial floors; --runs N --seed S --layout L --trace FILE";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options =
        new BenchOptions(
            typed,
            Set.of(
                "runs",
                "seed",
                "layout",
                "vehicles",
                "transports",
                "minutes",
                "threads",
                "trace",
                "faults",
                "controller"));
    long first = options.number("seed", 1, 0, Long.MAX_VALUE / 2);
    int runs = (int) options.number("runs", 100, 1, 10_000_000);
    String layout = options.text("layout", "");
    List<FleetLayout> layouts = layout.isEmpty() ? LAYOUTS : List.of(FleetLayout.named(layout));
    String trace = options.text("trace", "");
    if (!trace.isEmpty() && (runs > 1 || layout.isEmpty())) {
      throw new IllegalArgumentException("--trace is for --runs 1 of one --layout");
    }
    Trial trial =
        new Trial(
            (int) options.number("vehicles", 0, 0, 1_000),
            (int) options.number("transports", 0, 0, 1_000_000),
            Duration.ofMinutes(options.number("minutes", 480, 1, 100_000)),
            Disturbances.named(options.text("faults", "rough")),
            ControllerKind.named(options.text("controller", "dispatcher")));
    int processors = Runtime.getRuntime().availableProcessors();
    int threads = (int) options.number("threads", processors, 1, 64);
    Tally tally = new Tally(layouts);
    ExecutorService pool = Executors.newFixedThreadPool(trace.isEmpty() ? threads : 1);
    try {
      ExecutorCompletionService<Run> done = new ExecutorCompletionService<>(pool);
      int begun = 0;
      for (; begun < Math.min(runs, 2 * threads); begun++) {
        begin(done, trial, layouts, first + begun, trace);
      }
      for (int ended = 1; ended <= runs; ended++) {
        Run run = done.take().get();
        tally.add(run, progress);
        if (begun < runs) {
          begin(done, trial, layouts, first + begun++, trace);
        }
        if (ended % Math.max(1, runs / 20) == 0) {
          progress.accept(tally.line(ended, runs));
        }
      }
    } finally {
      pool.shutdownNow();
    }
    return tally.figures();
  }

  private static void begin(
      ExecutorCompletionService<Run> done,
      Trial trial,
      List<FleetLayout> layouts,
      long seed,
      String trace) {
    FleetLayout layout = layouts.get(Math.floorMod(seed, layouts.size()));
    done.submit(() -> new Run(layout, trial.run(layout, seed, trace)));
  }

  record Run(FleetLayout layout, RunOutcome outcome) {}

  /**
   * How each run is made.
   *
   * @param vehicles 0 to draw it from the seed
   * @param transports 0 for one for each vehicle
   */
  record Trial(
      int vehicles,
      int transports,
      Duration atMost,
      Disturbance disturbance,
      ControllerKind controller) {

    RunOutcome run(FleetLayout layout, long seed, String trace) throws IOException {
      FleetFloor floor = layout.of(vehicles > 0 ? vehicles : drawn(seed));
      if (trace.isEmpty()) {
        return run(floor, controller.of(floor), seed, line -> {});
      }
      try (PrintWriter out =
          new PrintWriter(Files.newBufferedWriter(Path.of(trace), StandardCharsets.UTF_8))) {
        return run(floor, controller.of(floor), seed, out::println);
      }
    }

    RunOutcome run(FleetFloor floor, FleetController by, long seed, Consumer<String> trace) {
      int members = floor.members().size();
      FleetWork work = new FleetWork(transports > 0 ? transports : members, members, atMost);
      return new FleetRun(floor, by, disturbance, work, seed, System::nanoTime, trace).run();
    }

    private static int drawn(long seed) {
      return new SplittableRandom(~seed).nextInt(FEWEST, MOST + 1);
    }
  }

  /** Sums by layout, and what failed. */
  static final class Tally {
    private final Map<FleetLayout, Sums> sums = new LinkedHashMap<>();
    private final List<Map<String, Object>> failures = new ArrayList<>();

    private static final class Sums {
      int runs;
      int collisions;
      int standstills;
      int unended;
      int wrong;
      long transports;
      long vehicles;
      long restarts;
      long messages;
      long lost;
      Duration simulated = Duration.ZERO;
      double stepSeconds;
      double longestStepMs;
    }

    Tally(List<FleetLayout> layouts) {
      layouts.forEach(layout -> sums.put(layout, new Sums()));
    }

    void add(Run run, Consumer<String> progress) {
      RunOutcome outcome = run.outcome();
      Sums sum = sums.computeIfAbsent(run.layout(), layout -> new Sums());
      sum.runs++;
      sum.collisions += outcome.collisions().size();
      sum.standstills += outcome.standstill().isPresent() ? 1 : 0;
      sum.unended += outcome.unended().size();
      sum.wrong += outcome.wrongs().size();
      sum.transports += outcome.delivered();
      sum.vehicles += outcome.vehicles();
      sum.restarts += outcome.restarts();
      sum.messages += outcome.messages();
      sum.lost += outcome.lost();
      sum.simulated = sum.simulated.plus(outcome.simulated());
      sum.stepSeconds += Arrays.stream(outcome.stepNanos()).sum() / 1e9;
      sum.longestStepMs =
          Math.max(sum.longestStepMs, Spread.ms(Spread.of(outcome.stepNanos()).most()));
      if (!outcome.isFlawless()) {
        fail(run, progress);
      }
    }

    private void fail(Run run, Consumer<String> progress) {
      RunOutcome outcome = run.outcome();
      List<String> why = new ArrayList<>(outcome.collisions());
      outcome.standstill().ifPresent(seen -> why.add(seen.toString()));
      why.addAll(outcome.wrongs());
      why.addAll(outcome.unended());
      String shortly = why.getFirst();
      progress.accept(
          "%s seed %d, %d vehicles: %s (and %d more); repeat with --layout %s --seed %d --runs 1"
              .formatted(
                  run.layout().title(),
                  outcome.seed(),
                  outcome.vehicles(),
                  shortly,
                  why.size() - 1,
                  run.layout().title(),
                  outcome.seed()));
      if (failures.size() < FAILURES_TOLD) {
        failures.add(
            Map.of("layout", run.layout().title(), "seed", outcome.seed(), "why", shortly));
      }
    }

    String line(int ended, int runs) {
      return "%d of %d runs, %d failed".formatted(ended, runs, failed());
    }

    private long failed() {
      return sums.values().stream()
          .mapToLong(sum -> sum.collisions + sum.standstills + sum.unended + sum.wrong)
          .sum();
    }

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("ok", failed() == 0);
      List<Map<String, Object>> lines = new ArrayList<>();
      sums.forEach((layout, sum) -> lines.add(line(layout, sum)));
      for (String total :
          List.of("runs", "collisions", "deadlocks", "unendedTransports", "wrongTransports")) {
        figures.put(total, lines.stream().mapToInt(line -> (Integer) line.get(total)).sum());
      }
      figures.put("layouts", lines);
      figures.put("failures", failures);
      return figures;
    }

    private static Map<String, Object> line(FleetLayout layout, Sums sum) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("layout", layout.title());
      line.put("runs", sum.runs);
      line.put("collisions", sum.collisions);
      line.put("deadlocks", sum.standstills);
      line.put("unendedTransports", sum.unended);
      line.put("wrongTransports", sum.wrong);
      line.put("delivered", sum.transports);
      line.put(
          "vehiclesMean", sum.runs == 0 ? 0 : Math.round(10.0 * sum.vehicles / sum.runs) / 10.0);
      line.put("simulatedHours", Math.round(sum.simulated.toSeconds() / 36.0) / 100.0);
      line.put("restarts", sum.restarts);
      line.put("messages", sum.messages);
      line.put("messagesLost", sum.lost);
      line.put("stepSeconds", Math.round(sum.stepSeconds * 10) / 10.0);
      line.put("longestStepMs", sum.longestStepMs);
      return line;
    }
  }
}
