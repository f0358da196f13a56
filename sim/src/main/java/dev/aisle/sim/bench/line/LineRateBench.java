package dev.aisle.sim.bench.line;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.reader.ReaderMake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Every make of emulated reader at once, each on a pseudo-terminal that is nearly full: no read may
 * be lost. Then the cables are pulled: the outage must be seen, and reading must go on, in time.
 */
public final class LineRateBench implements Bench {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(3);
  private static final Duration READING_WITHIN = Duration.ofSeconds(3);
  private static final Duration PULL = Duration.ofSeconds(12);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration DRAIN = Duration.ofSeconds(5);
  private static final long REPORT_SECONDS = 30;

  @Override
  public String name() {
    return "line-rate";
  }

  @Override
  public String about() {
    return "emulated readers of every make at 90 % of line rate: no read lost, cable pulled";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options =
        new BenchOptions(
            typed,
            Set.of("seconds", "percent", "baud", "pulls", "silences", "make", "whole-frames"));
    long seconds = options.number("seconds", 600, 1, 86_400);
    long percent = options.number("percent", 90, 1, 100);
    int baud = (int) options.number("baud", 115_200, 9_600, 921_600);
    long pulls = options.number("pulls", 3, 0, 1000);
    long silences = options.number("silences", pulls, 0, 1000);
    boolean wholeFrames = options.text("whole-frames", "no").equals("yes");
    String only = options.text("make", "").toUpperCase(Locale.ROOT);
    Path dir = Files.createTempDirectory("aisle-line-rate");
    List<LineRateStation> stations = new ArrayList<>();
    try {
      for (ReaderMake make : ReaderMake.values()) {
        if (only.isEmpty() || make.name().equals(only)) {
          stations.add(new LineRateStation(make, baud, percent / 100.0, wholeFrames, dir));
        }
      }
      if (stations.isEmpty()) {
        throw new IllegalArgumentException("make is one of " + List.of(ReaderMake.values()));
      }
      return measure(stations, seconds, pulls, silences, progress);
    } finally {
      stations.forEach(LineRateStation::close);
      Files.deleteIfExists(dir);
    }
  }

  private static Map<String, Object> measure(
      List<LineRateStation> stations,
      long seconds,
      long pulls,
      long silences,
      Consumer<String> progress)
      throws InterruptedException {
    for (LineRateStation station : stations) {
      if (!waitFor(station::isUp, WARM_UP)) {
        throw new IllegalStateException(station.make() + " does not come up");
      }
    }
    progress.accept("%d readers are up".formatted(stations.size()));
    stations.forEach(LineRateStation::start);
    for (long second = 0; second < seconds; second++) {
      Thread.sleep(1000);
      if ((second + 1) % REPORT_SECONDS == 0) {
        progress.accept("%d of %d s: %s".formatted(second + 1, seconds, stations));
      }
    }
    stations.forEach(LineRateStation::stop);
    waitFor(() -> stations.stream().allMatch(LineRateStation::isComplete), DRAIN);
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<String, Object> makes = new LinkedHashMap<>();
    boolean ok = true;
    for (LineRateStation station : stations) {
      Map<String, Object> told = station.figures();
      makes.put(station.make().name().toLowerCase(Locale.ROOT), told);
      ok &= Boolean.TRUE.equals(told.get("ok"));
    }
    figures.put("seconds", seconds);
    figures.put("makes", makes);
    if (pulls > 0) {
      Map<String, Object> outages =
          outages("cables pulled", stations, pulls, LineRateStation::pull, progress);
      ok &= Boolean.TRUE.equals(outages.get("ok"));
      figures.put("cable_pulled", outages);
    }
    if (silences > 0) {
      Map<String, Object> outages =
          outages("kept silent", stations, silences, LineRateStation::silence, progress);
      ok &= Boolean.TRUE.equals(outages.get("ok"));
      figures.put("kept_silent", outages);
    }
    figures.put("ok", ok);
    return figures;
  }

  private static Map<String, Object> outages(
      String what,
      List<LineRateStation> stations,
      long times,
      BiConsumer<LineRateStation, Duration> begin,
      Consumer<String> progress)
      throws InterruptedException {
    long seen = 0;
    long again = 0;
    stations.forEach(LineRateStation::start);
    Map<String, Object> makes = new LinkedHashMap<>();
    for (long time = 0; time < times; time++) {
      for (LineRateStation station : stations) {
        begin.accept(station, PULL);
      }
      Thread.sleep(PULL.toMillis());
      waitFor(
          () -> stations.stream().allMatch(LineRateStation::isReadingAgain),
          READING_WITHIN.multipliedBy(4));
      for (LineRateStation station : stations) {
        seen = Math.max(seen, station.seenAfterMs());
        makes.merge(
            station.make().name().toLowerCase(Locale.ROOT),
            station.seenAfterMs(),
            (a, b) -> Math.max((Long) a, (Long) b));
        again = Math.max(again, station.readingAgainAfterMs());
      }
      progress.accept(
          "%s %d times: seen after %d ms, reading again after %d ms"
              .formatted(what, time + 1, seen, again));
    }
    stations.forEach(LineRateStation::stop);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("times", times * stations.size());
    figures.put("seen_after_ms_by_make", makes);
    figures.put("seen_after_ms_max", seen);
    figures.put("reading_again_after_ms_max", again);
    figures.put("ok", seen <= SEEN_WITHIN.toMillis() && again <= READING_WITHIN.toMillis());
    return figures;
  }

  /** Looks again and again until it holds, for so long at most; tells whether it came to hold. */
  public static boolean waitFor(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.sleep(2);
    }
    return true;
  }
}
