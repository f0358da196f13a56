package dev.aisle.sim.bench.devices;

import dev.aisle.sim.bench.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the machine was busy with during a measurement, so that a figure taken beside other work can
 * be told from one of a quiet machine.
 */
final class Machine implements AutoCloseable {
  private static final long NAP_NANOS = 5_000_000;
  private static final int MOST = 1_000_000;
  private static final Path SYSTEM = Path.of("/proc/stat");
  private static final long NANOS_PER_TICK = 10_000_000;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int LAST = 8;

  private final FarmProcess farm;
  private final Moments overslept = new Moments(MOST);
  private final Used before;
  private final Thread napper;

  /** Processor time in nanoseconds, and the clock. */
  private record Used(long drivers, long emulators, long all, long clock) {}

  Machine(FarmProcess farm) {
    this.farm = farm;
    this.before = now();
    this.napper = Thread.ofPlatform().name("naps").daemon().start(this::nap);
  }

  /** How much later than asked a thread of this process goes on: stalls that no driver causes. */
  private void nap() {
    try {
      while (true) {
        long from = System.nanoTime();
        Thread.sleep(Duration.ofNanos(NAP_NANOS));
        overslept.add(System.nanoTime() - from - NAP_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Used now() {
    long own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    return new Used(own, farm.cpu().toNanos(), busy(), System.nanoTime());
  }

  /** Of all processes of the machine; 0 where the system does not tell (proc(5), /proc/stat). */
  private static long busy() {
    if (!Files.isReadable(SYSTEM)) {
      return 0;
    }
    try (var lines = Files.lines(SYSTEM)) {
      String[] ticks = lines.findFirst().orElse("cpu").split(" +");
      long sum = 0;
      for (int i = 1; i < Math.min(ticks.length, LAST + 1); i++) {
        sum += i == IDLE || i == WAITING ? 0 : Long.parseLong(ticks[i]);
      }
      return sum * NANOS_PER_TICK;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Processors busy with each since the beginning, and the stalls of this process. */
  Map<String, Object> told() {
    Used now = now();
    double clock = now.clock - before.clock;
    double drivers = (now.drivers - before.drivers) / clock;
    double emulators = (now.emulators - before.emulators) / clock;
    double all = (now.all - before.all) / clock;
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("processors_busy_with_drivers", rounded(drivers));
    told.put("processors_busy_with_emulators", rounded(emulators));
    told.put("processors_busy_with_others", rounded(Math.max(0, all - drivers - emulators)));
    told.put("overslept", Spread.of(overslept.all()).inMs());
    return told;
  }

  private static double rounded(double share) {
    return Math.round(share * 100) / 100.0;
  }

  @Override
  public void close() {
    napper.interrupt();
  }
}
