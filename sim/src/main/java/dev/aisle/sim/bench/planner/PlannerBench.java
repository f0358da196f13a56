package dev.aisle.sim.bench.planner;

import dev.aisle.agv.planning.lifelong.LifelongPlanner;
import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.grid.GridProblem;
import dev.aisle.sim.grid.Layout;
import dev.aisle.sim.grid.PlannerRun;
import dev.aisle.sim.grid.ProblemFiles;
import dev.aisle.sim.grid.ProblemGenerator;
import dev.aisle.sim.grid.ThreadWorkers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lifelong planner on a problem of the League of Robot Runners, under its rules. A short run on
 * another, generated problem goes before, untimed.
 */
public final class PlannerBench implements Bench {
  private static final int WARM_UP_TICKS = 150;
  private static final int WARM_UP_VEHICLES = 120;

  @Override
  public String name() {
    return "planner";
  }

  @Override
  public String about() {
    return "jobs that many vehicles finish on a floor of cells; --problem FILE";
  }

  @Override
  public boolean figuresOnly() {
    return true;
  }

  @Override
  public boolean met(Map<String, Object> figures) {
    return Integer.valueOf(0).equals(figures.get("errors"))
        && Integer.valueOf(0).equals(figures.get("timeouts"));
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws IOException {
    BenchOptions options =
        new BenchOptions(
            typed, Set.of("problem", "steps", "limit-ms", "threads", "seed", "depth", "tries"));
    String file = options.text("problem", "");
    if (file.isEmpty()) {
      throw new IllegalArgumentException("--problem FILE names the problem");
    }
    GridProblem problem = ProblemFiles.read(Path.of(file));
    int cells = problem.rows() * problem.columns() - problem.walls().cardinality();
    LifelongPlanner.Settings standard =
        LifelongPlanner.Settings.forFleet(problem.vehicles(), cells);
    LifelongPlanner.Settings settings =
        new LifelongPlanner.Settings(
            (int) options.number("depth", standard.depth(), 3, 6),
            (int) options.number("tries", standard.triesPerVehicle(), 0, 100_000),
            options.number("seed", standard.seed(), 0, Long.MAX_VALUE));
    int steps = (int) options.number("steps", 500, 1, 1_000_000);
    long limitMs = options.number("limit-ms", limitFor(problem.vehicles()), 1, 600_000);
    int processors = Runtime.getRuntime().availableProcessors();
    try (ThreadWorkers workers =
        new ThreadWorkers((int) options.number("threads", Math.min(2, processors), 1, 64))) {
      GridProblem other =
          ProblemGenerator.generate(Layout.NARROW_AISLES, 32, 40, WARM_UP_VEHICLES, 3, 7);
      new PlannerRun(other, settings, workers, System::nanoTime)
          .run(WARM_UP_TICKS, limitMs, System.nanoTime(), referee -> {});
      long began = System.nanoTime();
      PlannerRun run = new PlannerRun(problem, settings, workers, System::nanoTime);
      progress.accept(
          "%d vehicles, %d steps of at most %d ms".formatted(problem.vehicles(), steps, limitMs));
      int tenth = Math.max(1, steps / 10);
      int[] ticks = {0};
      PlannerRun.Result result =
          run.run(
              steps,
              limitMs,
              began,
              referee -> {
                if (++ticks[0] % tenth == 0) {
                  progress.accept("step %d: %d finished".formatted(ticks[0], referee.finished()));
                }
              });
      return figures(result);
    }
  }

  /** As the reference figures of the public problems were measured. */
  private static long limitFor(int vehicles) {
    return vehicles >= 5_000 ? 1_000 : vehicles >= 1_000 ? 500 : 100;
  }

  private static Map<String, Object> figures(PlannerRun.Result result) throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("tasksFinished", result.finished());
    figures.put("errors", result.errors());
    figures.put("timeouts", result.timeouts());
    figures.put("stepMsMean", rounded(result.mean()));
    figures.put("stepMsP99", rounded(result.percentile(99)));
    figures.put("stepMsMax", rounded(result.percentile(100)));
    figures.put("prepareSeconds", rounded(result.prepareSeconds()));
    figures.put("peakMemoryMb", peakMemoryMb());
    return figures;
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Of the whole process where the system tells (Linux, proc(5) VmHWM), else of the heap. */
  private static long peakMemoryMb() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
        }
      }
    }
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      bytes += pool.getPeakUsage().getUsed();
    }
    return bytes >> 20;
  }
}
