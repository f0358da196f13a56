package dev.aisle.sim.bench.line;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.protocol.Region;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.device.rfid.uhf.protocol.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.reader.SimulatedReader;
import dev.aisle.sim.reader.line.LineFaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** One emulated reader with its driver, and the book of what was sent and what arrived. */
public final class LineRateStation implements AutoCloseable {
  private static final int BITS_PER_BYTE = 10;
  private static final double NEARLY = 0.97;
  private static final int NOT_YET = -1;

  /** Some makes do not read before they know where they are. */
  public static final UhfSettings SETTINGS =
      new UhfSettings(
          OptionalInt.empty(),
          Optional.of(Region.CHINA_900),
          OptionalInt.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  private final ReaderMake make;
  private final double bytesPerSecond;
  private final double share;
  private final SimulatedReader simulated;
  private final SequencedAir air;
  private final UhfReader reader;
  private final BitSet arrived = new BitSet();
  private long twice;
  private long foreign;
  private long startNanos;
  private long startBytes;
  private long stopNanos;
  private long stopBytes;
  private volatile long pulledNanos;
  private volatile long backNanos;
  private volatile long seenNanos = NOT_YET;
  private volatile long againNanos = NOT_YET;
  private volatile boolean pulled;

  LineRateStation(ReaderMake make, int baud, double share, boolean wholeFrames, Path dir) {
    this.make = make;
    this.share = share;
    this.bytesPerSecond = (double) baud / BITS_PER_BYTE;
    String name = make.name().toLowerCase(Locale.ROOT);
    Path link = dir.resolve(name);
    ReaderSpec spec = new ReaderSpec(name, make, new ReaderSpec.Socket.Serial(link), baud);
    this.air = new SequencedAir(1, bytesPerSecond * share, this::saidBytes);
    this.simulated = new SimulatedReader(spec, new SplittableRandom(1), air);
    UhfDialect<?> dialect = UhfMakes.ofDriver(make.driver()).orElseThrow();
    this.reader =
        new UhfReader(
            name, ByteLink.to(link.toString(), baud), dialect, SETTINGS, Clock.systemUTC());
    reader.onRead(this::take);
    if (wholeFrames) {
      simulated.handOverWholeFrames();
    }
    simulated.open();
    reader.open();
  }

  private long saidBytes() {
    return simulated.saidBytes();
  }

  ReaderMake make() {
    return make;
  }

  boolean isUp() {
    return reader.health().link() == LinkState.UP;
  }

  void start() {
    startNanos = System.nanoTime();
    startBytes = simulated.saidBytes();
    air.start();
  }

  void stop() {
    air.stop();
    stopNanos = System.nanoTime();
    stopBytes = simulated.saidBytes();
  }

  private synchronized void take(TagRead read) {
    if (pulled && againNanos == NOT_YET && System.nanoTime() - backNanos > 0) {
      againNanos = System.nanoTime();
    }
    int number = SequencedAir.numberOf(read.epcHex());
    if (number >= air.sent()) {
      foreign++;
    } else if (arrived.get(number)) {
      twice++;
    } else {
      arrived.set(number);
    }
  }

  synchronized boolean isComplete() {
    return arrived.cardinality() == air.sent();
  }

  synchronized Map<String, Object> figures() {
    double seconds = (stopNanos - startNanos) / 1e9;
    double used = (stopBytes - startBytes) / (seconds * bytesPerSecond);
    int lost = air.sent() - arrived.cardinality();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("tags_sent", air.sent());
    figures.put("tags_lost", lost);
    figures.put("tags_twice", twice);
    figures.put("tags_unknown", foreign);
    figures.put("tags_per_s", Math.round(air.sent() / seconds));
    figures.put("line_share", Math.round(used * 1000) / 1000.0);
    figures.put("bytes_overrun", simulated.lostBytes());
    figures.put("noise_bytes", reader.health().noiseBytes());
    figures.put("ok", lost == 0 && foreign == 0 && used >= share * NEARLY);
    return figures;
  }

  /** The port goes away, and comes back with a reader that was just switched on. */
  void pull(Duration length) {
    watchOutage(length);
    simulated.pullCable(length);
  }

  /** The port stays, and nothing comes from it: only asking tells. */
  void silence(Duration length) {
    watchOutage(length);
    simulated.disturb(LineFaults.NONE.withSilence(), length);
  }

  /** Watches, on a thread of its own, when the driver notices. */
  private void watchOutage(Duration length) {
    seenNanos = NOT_YET;
    againNanos = NOT_YET;
    pulledNanos = System.nanoTime();
    backNanos = pulledNanos + length.toNanos();
    pulled = true;
    Thread.ofPlatform()
        .name("outage-" + make)
        .daemon()
        .start(
            () -> {
              try {
                LineRateBench.waitFor(() -> !isUp(), length.multipliedBy(2));
                seenNanos = System.nanoTime();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  boolean isReadingAgain() {
    return againNanos != NOT_YET && seenNanos != NOT_YET;
  }

  long seenAfterMs() {
    return seenNanos == NOT_YET ? Integer.MAX_VALUE : (seenNanos - pulledNanos) / 1_000_000;
  }

  long readingAgainAfterMs() {
    return againNanos == NOT_YET ? Integer.MAX_VALUE : (againNanos - backNanos) / 1_000_000;
  }

  @Override
  public void close() {
    reader.close();
    simulated.close();
  }

  @Override
  public synchronized String toString() {
    return "%s %d sent, %d arrived".formatted(make, air.sent(), arrived.cardinality());
  }
}
