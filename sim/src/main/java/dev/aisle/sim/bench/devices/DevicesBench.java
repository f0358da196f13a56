package dev.aisle.sim.bench.devices;

import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import dev.aisle.sim.bench.Figure;
import dev.aisle.sim.bench.line.LineRateBench;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Many devices at once: how soon a tag is known after the last byte of its frame has left the
 * reader, and how evenly the others are polled while one device hangs. The emulators run in a
 * process of their own on the same processors.
 */
public final class DevicesBench implements Bench {
  private static final double LATENCY_GOAL_MS = 20;
  private static final double JITTER_GOAL_PERCENT = 20;
  private static final Duration ALL_UP = Duration.ofSeconds(60);
  private static final Duration UNDER_WAY = Duration.ofMillis(500);
  private static final int SPAN_S = 2;

  @Override
  public String name() {
    return "devices";
  }

  @Override
  public String about() {
    return "64 readers and 32 Modbus devices: last byte to sighting, polls beside a hanging device";
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options =
        new BenchOptions(
            typed, Set.of("seconds", "warm-up", "readers", "modbus", "tags-per-s", "hanging"));
    long seconds = options.number("seconds", 120, 1, 1800);
    long warmUp = options.number("warm-up", 15, 0, 600);
    int readers = (int) options.number("readers", 64, 1, 256);
    int modbus = (int) options.number("modbus", 32, 1, 256);
    long perSecond = options.number("tags-per-s", 50, 1, 150);
    List<Hang> hangs = Hang.of(options.text("hanging", ""));
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    try (FarmProcess farm = new FarmProcess(readers, modbus, perSecond);
        MeasuredDevices devices = new MeasuredDevices(farm, readers, modbus)) {
      farm.requireSameClock();
      devices.open();
      if (!LineRateBench.waitFor(() -> devices.notUp().isEmpty(), ALL_UP)) {
        throw new IOException("these do not come up: " + devices.notUp());
      }
      farm.start();
      progress.accept("%d readers and %d Modbus devices are up".formatted(readers, modbus));
      Thread.sleep(Duration.ofSeconds(warmUp));
      List<Span> spans;
      Map<String, Object> machine;
      try (Machine watched = new Machine(farm)) {
        spans = measure(devices, hangs, seconds, progress);
        machine = watched.told();
      }
      DevicesFigures figures = new DevicesFigures(spans, hangs, devices.rounds());
      Thread.sleep(UNDER_WAY);
      List<Map<Integer, Long>> arrivals = devices.arrivals();
      farm.stop(
          (tag, left) ->
              figures.read(
                  DeviceFarm.makeOf(tag.reader()),
                  left,
                  Optional.ofNullable(arrivals.get(tag.reader()).get(tag.number()))));
      Map<String, Object> report = Figure.report(goals(figures));
      report.put("readers", readers);
      report.put("modbus_devices", modbus);
      report.put("tags_per_s_and_reader", perSecond);
      report.put("seconds", seconds);
      report.put("load_average_before", load);
      report.put("machine", machine);
      report.put("driver_errors", devices.errors());
      report.putAll(figures.all());
      return report;
    }
  }

  private static List<Figure> goals(DevicesFigures figures) {
    return List.of(
        new Figure(
            "last byte to sighting input, p99",
            figures.latencyMs(),
            "ms",
            LATENCY_GOAL_MS,
            false,
            Map.of()),
        new Figure(
            "poll jitter beside a hanging device, growth of p95",
            figures.jitterGrowthPercent(),
            "%",
            JITTER_GOAL_PERCENT,
            false,
            Map.of()),
        new Figure("reads lost", figures.lost(), "reads", 0, false, Map.of()));
  }

  /**
   * Part of the measurement.
   *
   * @param beside the kind of hanging device it is compared for
   * @param hangs whether that one was there
   */
  record Span(long from, long to, Hang beside, boolean hangs) {
    boolean holds(long moment) {
      return moment - from >= 0 && moment - to < 0;
    }
  }

  /**
   * Without and with each kind in turn, two seconds each, so that what the machine does besides
   * hits both alike.
   */
  private static List<Span> measure(
      MeasuredDevices devices, List<Hang> hangs, long seconds, Consumer<String> progress)
      throws InterruptedException {
    int turns = (int) Math.max(1, seconds / (2L * SPAN_S * hangs.size()));
    Duration each = Duration.ofSeconds(seconds).dividedBy(2L * turns * hangs.size());
    List<Span> spans = new ArrayList<>();
    for (int turn = 0; turn < turns; turn++) {
      for (Hang hang : hangs) {
        spans.add(span(hang, false, each));
        devices.add(hang);
        spans.add(span(hang, true, each));
        devices.remove(hang);
      }
      progress.accept("turn %d of %d measured".formatted(turn + 1, turns));
    }
    return spans;
  }

  private static Span span(Hang beside, boolean hangs, Duration length)
      throws InterruptedException {
    long from = System.nanoTime();
    Thread.sleep(length);
    return new Span(from, System.nanoTime(), beside, hangs);
  }
}
