package dev.aisle.sim.bench.planner;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.grid.GridProblem;
import dev.aisle.sim.grid.Layout;
import dev.aisle.sim.grid.ProblemFiles;
import dev.aisle.sim.grid.ProblemGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Draws a problem for the planner from a seed and writes its files. */
public final class PlannerProblemBench implements Bench {
  @Override
  public String name() {
    return "planner-problem";
  }

  @Override
  public String about() {
    return "writes a problem for planner; --out DIR --layout wide-shelves|narrow-aisles|pillars|rooms|random";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws IOException {
    BenchOptions options =
        new BenchOptions(
            typed, Set.of("out", "layout", "rows", "columns", "vehicles", "most-stops", "seed"));
    String out = options.text("out", "");
    if (out.isEmpty()) {
      throw new IllegalArgumentException("--out DIR names the folder to write to");
    }
    Layout layout = layout(options.text("layout", "narrow-aisles"));
    int vehicles = (int) options.number("vehicles", 100, 1, 100_000);
    long seed = options.number("seed", 1, 0, Long.MAX_VALUE);
    GridProblem problem =
        ProblemGenerator.generate(
            layout,
            (int) options.number("rows", 32, 4, 2_000),
            (int) options.number("columns", 48, 4, 2_000),
            vehicles,
            (int) options.number("most-stops", 2, 2, 20),
            seed);
    String name = "%s_%d_seed%d".formatted(spelled(layout), vehicles, seed);
    Path file = ProblemFiles.write(Path.of(out), name, problem);
    progress.accept("%s is written".formatted(file));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("ok", true);
    report.put("problem", file.toString());
    report.put("freeCells", problem.rows() * problem.columns() - problem.walls().cardinality());
    return report;
  }

  private static Layout layout(String name) {
    return Arrays.stream(Layout.values())
        .filter(layout -> spelled(layout).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no layout '%s', but %s"
                        .formatted(
                            name,
                            Arrays.stream(Layout.values())
                                .map(PlannerProblemBench::spelled)
                                .toList())));
  }

  private static String spelled(Layout layout) {
    return layout.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
