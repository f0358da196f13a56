package dev.aisle.sim.bench.fuzz;

import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.scale.ScaleFormat;
import dev.aisle.device.scale.WeightUnit;
import dev.aisle.sim.bench.Bench;
import dev.aisle.sim.bench.BenchOptions;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The long run against every codec: damaged published frames and noise, many millions of them. */
public final class FuzzBench implements Bench {
  private static final long BATCH = 10_000;

  /** Of a processor, in one batch; a machine that is busy with other things is no hang. */
  private static final Duration HANG = Duration.ofSeconds(20);

  /** By the clock, for one that waits without working. */
  private static final Duration BLOCKED = Duration.ofMinutes(10);

  private static final long REPORT_MS = 10_000;

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public String about() {
    return "damaged input for every codec: no exception, no hang, no lost neighbour frame";
  }

  /** Every codec by name. */
  static Map<String, Supplier<FuzzTarget>> targets() {
    Map<String, Supplier<FuzzTarget>> targets = new TreeMap<>();
    for (String protocol : UhfMakes.protocols()) {
      List<String> frames = PublishedFrames.of(protocol);
      targets.put(
          protocol, () -> new FrameFuzz<>(UhfMakes.ofProtocol(protocol).orElseThrow(), frames));
    }
    targets.put("epc", EpcFuzz::new);
    targets.put("epc-text", EpcTextFuzz::new);
    targets.put("barcode", ScannerFuzz::new);
    targets.put("zpl", PrinterFuzz::new);
    targets.put("modbus-rtu", RtuFuzz::new);
    targets.put("scale-sics", () -> new ScaleFuzz(ScaleFormat.sics(), PublishedFrames.SICS));
    targets.put("scale-and", () -> new ScaleFuzz(ScaleFormat.and(), PublishedFrames.AND));
    targets.put("scale-toledo", () -> new ScaleFuzz(ScaleFormat.toledo(), PublishedFrames.TOLEDO));
    targets.put(
        "scale-pattern",
        () ->
            new ScaleFuzz(
                ScaleFormat.pattern(
                    "W(?<minus>-)?(?<weight>[0-9.]+)(?<unit>kg|g)?;(?<stable>S)?(?<overload>O)?.*",
                    Optional.of(WeightUnit.KG)),
                List.of("W12.5;S", "W-12.5g;S", "W12.5kg;", "W99.9kg;O")));
    return targets;
  }

  @Override
  public Map<String, Object> run(Map<String, String> typed, Consumer<String> progress)
      throws Exception {
    BenchOptions options = new BenchOptions(typed, Set.of("inputs", "codec", "seed", "threads"));
    long inputs = options.number("inputs", 1_000_000, 1, 1_000_000_000_000L);
    long seed = options.number("seed", 1, 0, Long.MAX_VALUE);
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = (int) options.number("threads", cores, 1, 256);
    String only = options.text("codec", "");
    Map<String, Supplier<FuzzTarget>> targets = targets();
    if (!only.isEmpty() && !targets.containsKey(only)) {
      throw new IllegalArgumentException("codec is one of " + targets.keySet());
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    boolean ok = true;
    for (Map.Entry<String, Supplier<FuzzTarget>> target : targets.entrySet()) {
      if (only.isEmpty() || only.equals(target.getKey())) {
        Map<String, Object> told =
            trial(target.getKey(), target.getValue(), inputs, seed, threads, progress);
        figures.put(target.getKey(), told);
        ok &= Boolean.TRUE.equals(told.get("ok"));
      }
    }
    figures.put("ok", ok);
    return figures;
  }

  static Map<String, Object> trial(
      String codec,
      Supplier<FuzzTarget> target,
      long inputs,
      long seed,
      int threads,
      Consumer<String> progress)
      throws InterruptedException {
    AtomicLong batches = new AtomicLong();
    long allBatches = (inputs + BATCH - 1) / BATCH;
    List<Worker> workers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(target.get(), seed, batches, allBatches, inputs);
      worker.start();
      workers.add(worker);
    }
    long told = System.nanoTime();
    while (workers.stream().anyMatch(Thread::isAlive)) {
      Thread.sleep(20);
      if (workers.stream().anyMatch(Worker::hangs)) {
        break;
      }
      if ((System.nanoTime() - told) / 1_000_000 > REPORT_MS) {
        told = System.nanoTime();
        progress.accept("%s: %d inputs".formatted(codec, done(workers)));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Object> figures = new LinkedHashMap<>();
    long done = done(workers);
    figures.put("inputs", done);
    figures.put("seed", seed);
    figures.put("inputs_per_s", Math.round(done / seconds));
    long busy = workers.stream().mapToLong(worker -> worker.busyNanos).sum();
    figures.put("inputs_per_processor_s", Math.round(done * 1e9 / Math.max(1, busy)));
    figures.put("frames_by_chance", workers.stream().mapToLong(worker -> worker.byChance).sum());
    List<String> failures = new ArrayList<>();
    for (Worker worker : workers) {
      if (worker.failure != null) {
        failures.add(worker.failure);
      } else if (worker.isAlive()) {
        failures.add("hangs in batch %d".formatted(worker.batch));
      }
    }
    figures.put("failures", failures);
    figures.put("ok", failures.isEmpty() && done == inputs);
    return figures;
  }

  private static long done(List<Worker> workers) {
    return workers.stream().mapToLong(worker -> worker.done).sum();
  }

  /** Takes batch after batch; the seed of a batch depends on nothing but its number. */
  private static final class Worker extends Thread {
    private final FuzzTarget target;
    private final long seed;
    private final AtomicLong batches;
    private final long allBatches;
    private final long inputs;
    private volatile long batch;
    private volatile long done;
    private volatile long byChance;
    private volatile long busyNanos;
    private volatile long movedNanos = System.nanoTime();
    private volatile @Nullable String failure;

    Worker(FuzzTarget target, long seed, AtomicLong batches, long allBatches, long inputs) {
      this.target = target;
      this.seed = seed;
      this.batches = batches;
      this.allBatches = allBatches;
      this.inputs = inputs;
      setDaemon(true);
    }

    boolean hangs() {
      long still = System.nanoTime() - movedNanos;
      if (!isAlive() || still <= HANG.toNanos()) {
        return false;
      }
      long worked = ManagementFactory.getThreadMXBean().getThreadCpuTime(threadId());
      return worked - busyNanos > HANG.toNanos() || still > BLOCKED.toNanos();
    }

    @Override
    public void run() {
      long mine = 0;
      long chance = 0;
      for (long next = batches.getAndIncrement();
          next < allBatches && failure == null;
          next = batches.getAndIncrement()) {
        batch = next;
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + next);
        long count = Math.min(BATCH, inputs - next * BATCH);
        try {
          for (long i = 0; i < count; i++) {
            chance += target.one(random) ? 1 : 0;
          }
        } catch (RuntimeException e) {
          failure = "seed %d, batch %d: %s".formatted(seed, next, e.getMessage());
          return;
        }
        mine += count;
        done = mine;
        byChance = chance;
        busyNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        movedNanos = System.nanoTime();
      }
    }
  }
}
