package dev.aisle.sim.bench.fleet;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.bench.Spread;
import dev.aisle.sim.fleet.floors.FleetFloor;
import dev.aisle.sim.fleet.floors.FleetLayout;
import dev.aisle.sim.fleet.wire.Surroundings;
import dev.aisle.sim.fleet.wire.WireOutcome;
import dev.aisle.sim.fleet.wire.WireRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A fleet of mixed versions on a real broker, with the dispatcher's journal in a real database:
 * from a state to the release that it allows, and how long the dispatcher's cycles take.
 */
public final class WireBench implements Bench {
  private static final double RELEASE_P95_MS = 150;
  private static final double STEP_P99_MS = 100;

  /** Transports that are open at the end may take this long to end. */
  private static final Duration TO_END = Duration.ofMinutes(20);

  private final Site site;

  /** Where to run: starts a broker and a database for a fleet. */
  public interface Site {
    Surroundings open(FleetFloor floor) throws Exception;
  }

  public WireBench(Site site) {
    this.site = site;
  }

  @Override
  public String name() {
    return "wire";
  }

  @Override
  public String about() {
    return "state to release over broker and database; --vehicles N --seconds S --layout L";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options =
        new BenchOptions(typed, Set.of("vehicles", "seconds", "warm-up", "layout", "seed", "end"));
    int vehicles = (int) options.number("vehicles", 200, 1, 1_000);
    Duration warmUp = Duration.ofSeconds(options.number("warm-up", 60, 0, 3_600));
    Duration asking = warmUp.plusSeconds(options.number("seconds", 120, 1, 100_000));
    boolean toTheEnd = options.number("end", 0, 0, 1) == 1;
    FleetFloor floor = FleetLayout.named(options.text("layout", "warehouse")).of(vehicles);
    WireOutcome outcome;
    try (Surroundings around = site.open(floor)) {
      progress.accept("%d vehicles on the wire".formatted(floor.members().size()));
      outcome =
          new WireRun(floor, around)
              .run(
                  warmUp,
                  asking,
                  toTheEnd ? asking.plus(TO_END) : asking,
                  options.number("seed", 1, 0, Long.MAX_VALUE),
                  progress);
    }
    return report(outcome, toTheEnd);
  }

  private static Map<String, Object> report(WireOutcome outcome, boolean toTheEnd) {
    Spread release = spread(outcome.releaseNanos());
    Spread steps = spread(outcome.stepNanos());
    List<String> wrongs = new ArrayList<>(outcome.touches());
    wrongs.addAll(outcome.wrongs());
    if (toTheEnd) {
      wrongs.addAll(outcome.unended());
    }
    Map<String, Object> report =
        Figure.report(
            List.of(
                new Figure(
                    "state to release at the broker, p95",
                    release.count() == 0 ? Double.MAX_VALUE : Spread.ms(release.p95()),
                    "ms",
                    RELEASE_P95_MS,
                    false,
                    Map.of("releases", (double) release.count())),
                new Figure(
                    "planning cycle, p99",
                    Spread.ms(steps.p99()),
                    "ms",
                    STEP_P99_MS,
                    false,
                    Map.of()),
                new Figure(
                    "collisions, wrong or unended transports",
                    wrongs.size(),
                    "",
                    0,
                    false,
                    Map.of()),
                new Figure(
                    "reports that found no room", outcome.dropped(), "", 0, false, Map.of())));
    report.put("release", release.inMs());
    report.put("steps", steps.inMs());
    report.put("journal", spread(outcome.keepNanos()).inMs());
    report.put("states", outcome.states());
    report.put("statesAndOrders", outcome.messages());
    report.put("asked", outcome.asked());
    report.put("delivered", outcome.delivered());
    report.put("why", wrongs);
    return report;
  }

  private static Spread spread(List<Long> nanos) {
    return Spread.of(nanos.stream().mapToLong(Long::longValue).toArray());
  }
}
