package dev.aisle.sim.bench.line;

import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.EmulatedTag;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Air in which every tag is heard once and has a number of its own, and in which just so many tags
 * come that the line of the reader is busy to the share that is wanted.
 */
final class SequencedAir implements AirField {
  private static final int AT_ONCE = 100;
  private static final double FIRST_GUESS_BYTES = 24;
  private static final String NO_MEMORY = "E28011052000000000000000";
  private static final int NUMBER_FROM = 12;

  private final int reader;
  private final double bytesPerSecond;
  private final LongSupplier saidBytes;
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean on;
  private long startNanos;
  private long startBytes;
  private int startSent;

  /**
   * @param reader goes into the first half of the EPC
   * @param saidBytes what the reader has said so far
   */
  SequencedAir(int reader, double bytesPerSecond, LongSupplier saidBytes) {
    this.reader = reader;
    this.bytesPerSecond = bytesPerSecond;
    this.saidBytes = saidBytes;
  }

  synchronized void start() {
    startNanos = System.nanoTime();
    startBytes = saidBytes.getAsLong();
    startSent = sent.get();
    on = true;
  }

  synchronized void stop() {
    on = false;
  }

  int sent() {
    return sent.get();
  }

  /** The number of a tag of this air. */
  static int numberOf(String epcHex) {
    return Integer.parseInt(epcHex.substring(NUMBER_FROM), 16);
  }

  @Override
  public synchronized List<Echo> inventory(int antenna) {
    if (!on) {
      return List.of();
    }
    double wanted = bytesPerSecond * (System.nanoTime() - startNanos) / 1e9;
    double said = saidBytes.getAsLong() - startBytes;
    int before = sent.get() - startSent;
    double each = before == 0 ? FIRST_GUESS_BYTES : Math.max(said / before, 1);
    int due = (int) Math.min((wanted - said) / each, AT_ONCE);
    List<Echo> echoes = new ArrayList<>();
    for (int i = 0; i < due; i++) {
      String epc = "%012X%012X".formatted(reader, sent.getAndIncrement());
      echoes.add(new Echo(new EmulatedTag(epc, NO_MEMORY, 0), -55, 922_375, 90));
    }
    return echoes;
  }

  @Override
  public boolean isConnected(int antenna) {
    return antenna >= 1 && antenna <= 4;
  }
}
