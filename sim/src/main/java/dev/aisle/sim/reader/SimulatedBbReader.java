package dev.aisle.sim.reader;

import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.BbFrameCodec;
import dev.aisle.sim.reader.PseudoTerminal.Line;
import dev.aisle.sim.world.TagInField;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UHF reader on a pseudo-terminal, with a thread of its own that answers at the pace of the line.
 * Pulling its cable takes its power too: what the host had set is lost.
 */
public final class SimulatedBbReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedBbReader.class);
  private static final int BITS_PER_BYTE = 10; // start, eight data, stop
  private static final long ROUND_NANOS = Duration.ofMillis(20).toNanos();
  private static final int IDLE_MS = 50;
  private static final long RETRY_NANOS = Duration.ofMillis(500).toNanos();
  private static final long STOP_MS = 2_000;

  private final ReaderSpec spec;
  private final RandomGenerator random;
  private final Supplier<List<TagInField>> field;
  private final DoubleSupplier missed;
  private final Thread thread;
  private volatile boolean closed;
  private volatile long pulledUntilNanos = System.nanoTime();

  /**
   * @param field the tags that can be heard now; asked from the reader's thread
   * @param missed probability that a tag is not heard in a round
   */
  public SimulatedBbReader(
      ReaderSpec spec,
      RandomGenerator random,
      Supplier<List<TagInField>> field,
      DoubleSupplier missed) {
    this.spec = spec;
    this.random = random;
    this.field = field;
    this.missed = missed;
    thread = Thread.ofPlatform().name("sim-" + spec.name()).daemon().unstarted(this::run);
  }

  public void open() {
    thread.start();
  }

  public String name() {
    return spec.name();
  }

  /** The port is gone for so long, then it is back with a module that has just been switched on. */
  public void pullCable(Duration length) {
    pulledUntilNanos = System.nanoTime() + length.toNanos();
    LockSupport.unpark(thread);
  }

  private boolean isPulled() {
    return pulledUntilNanos - System.nanoTime() > 0;
  }

  private void run() {
    while (!closed) {
      if (isPulled()) {
        LockSupport.parkNanos(Math.max(1, pulledUntilNanos - System.nanoTime()));
        continue;
      }
      try (PseudoTerminal terminal = new PseudoTerminal(spec.link())) {
        serve(terminal, new BbModule(random));
      } catch (IOException e) {
        LOG.warn("{} has no line: {}", spec.name(), e.getMessage());
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private void serve(PseudoTerminal terminal, BbModule module) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1024);
    long nextRound = System.nanoTime();
    while (!closed && !isPulled()) {
      Line line = terminal.await(waitMs(module, nextRound));
      if (line == Line.READABLE) {
        read(terminal, buffer, module);
      } else if (line == Line.NOBODY) {
        buffer.clear();
        LockSupport.parkNanos(ROUND_NANOS);
        continue; // what is said now nobody hears, and it must not wait for the next to listen
      }
      if (module.isReading() && System.nanoTime() - nextRound >= 0) {
        nextRound = System.nanoTime() + ROUND_NANOS;
        send(terminal, module.round(field.get(), missed.getAsDouble()));
      }
    }
  }

  private static int waitMs(BbModule module, long nextRound) {
    if (!module.isReading()) {
      return IDLE_MS;
    }
    return Math.clamp((nextRound - System.nanoTime() + 999_999) / 1_000_000, 0, IDLE_MS);
  }

  private void read(PseudoTerminal terminal, ByteBuffer buffer, BbModule module)
      throws IOException {
    byte[] bytes = terminal.read();
    if (bytes.length > buffer.remaining()) {
      buffer.clear(); // a host that sends so much without a frame speaks another language
    }
    buffer.put(bytes);
    buffer.flip();
    for (BbFrameCodec.Decoded decoded : BbFrameCodec.decode(buffer)) {
      if (decoded instanceof BbFrameCodec.Decoded.Frame(BbFrame frame)) {
        send(terminal, module.answer(frame, field.get(), missed.getAsDouble()));
      }
    }
    buffer.compact();
  }

  private void send(PseudoTerminal terminal, List<BbFrame> frames) throws IOException {
    for (BbFrame frame : frames) {
      byte[] bytes = frame.encode();
      terminal.write(bytes);
      LockSupport.parkNanos(1_000_000_000L * BITS_PER_BYTE * bytes.length / spec.baud());
    }
  }

  /** Safe to call on a reader that was never opened. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
