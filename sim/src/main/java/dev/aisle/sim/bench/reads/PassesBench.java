package dev.aisle.sim.bench.reads;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.portal.PortalStudy;
import dev.aisle.sim.portal.StudyResult;
import dev.aisle.sim.portal.StudySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** How often the read points are right about thousands of portal passes. */
public final class PassesBench implements Bench {
  private static final double WITH_EYES = 0.999;
  private static final double WITHOUT_EYES = 0.98;

  @Override
  public String name() {
    return "passes";
  }

  @Override
  public String about() {
    return "portal passes with 2 % missed reads, 0.5 % ghosts and a stray neighbour portal";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress) {
    BenchOptions options = new BenchOptions(typed, Set.of("seed", "passes"));
    StudySettings settings =
        StudySettings.of(
            options.number("seed", 1, 0, Long.MAX_VALUE),
            (int) options.number("passes", 10_000, 1, 10_000_000));
    List<Figure> figures = new ArrayList<>();
    add(figures, "eyes", settings, WITH_EYES, progress);
    add(figures, "eyes-and-list", settings.withList(), WITH_EYES, progress);
    add(figures, "antennas-only", settings.withoutEyes(), WITHOUT_EYES, progress);
    return Figure.report(figures);
  }

  private static void add(
      List<Figure> figures,
      String name,
      StudySettings settings,
      double goal,
      Consumer<String> progress) {
    progress.accept("%s: %d passes, seed %d".formatted(name, settings.passes(), settings.seed()));
    StudyResult result = PortalStudy.run(settings);
    result.firstFaults().forEach(progress);
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("passes", (double) result.passes());
    more.put("reads", (double) result.reads());
    more.put("ghostReads", (double) result.ghostReads());
    more.put("unitsCarried", (double) result.unitsCarried());
    more.put("unitsCounted", (double) result.unitsCounted());
    more.put("completeLoadShare", result.completeShare());
    figures.add(
        new Figure(name + "-false-arrivals", result.falseArrivals(), "tags", 0, false, more));
    figures.add(
        new Figure(
            name + "-missing-unreported",
            result.unitsMissing() - result.unitsMissingReported(),
            "units",
            0,
            false,
            Map.of("unitsMissing", (double) result.unitsMissing())));
    figures.add(
        new Figure(
            name + "-direction-right",
            result.directionShare(),
            "share of passes",
            goal,
            true,
            Map.of("directionWrong", (double) result.directionWrong())));
  }
}
