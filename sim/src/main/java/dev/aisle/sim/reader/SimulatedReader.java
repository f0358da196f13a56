package dev.aisle.sim.reader;

import dev.aisle.sim.reader.firmware.ReaderFirmware;
import dev.aisle.sim.reader.line.LineEnd;
import dev.aisle.sim.reader.line.LineEnd.Line;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.line.PacedLine;
import dev.aisle.sim.reader.line.PseudoTerminal;
import dev.aisle.sim.reader.line.TcpLineEnd;
import dev.aisle.sim.reader.tag.AirField;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A UHF reader of any make on a pseudo-terminal or a TCP port, with a thread of its own that speaks
 * at the pace of the line. Pulling its cable takes its power too: what the host had set is lost.
 */
public final class SimulatedReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedReader.class);
  private static final long NANOS_PER_MS = 1_000_000L;
  private static final long TICK_NANOS = 20 * NANOS_PER_MS;

  /** More is asked of the firmware this long before the line falls silent. */
  private static final long AHEAD_NANOS = 10 * NANOS_PER_MS;

  /** While the line is busy, bytes are handed over in pieces of this length. */
  private static final long PIECE_NANOS = 5 * NANOS_PER_MS;

  private static final long RETRY_NANOS = 500 * NANOS_PER_MS;
  private static final long STOP_MS = 2_000;

  private record Disturbance(LineFaults faults, long untilNanos) {}

  private final ReaderSpec spec;
  private final Function<RandomGenerator, ReaderFirmware> switchOn;
  private final RandomGenerator random;
  private final AirField field;
  private final Thread thread;
  private final AtomicLong lostBytes = new AtomicLong();
  private final AtomicLong saidBytes = new AtomicLong();
  private volatile Leaving listener = (frame, nanos) -> {};
  private final List<byte[]> left = new ArrayList<>();
  private volatile boolean wholeFrames;
  private volatile boolean closed;
  private volatile long pulledUntilNanos = System.nanoTime();
  private volatile Disturbance disturbance = new Disturbance(LineFaults.NONE, System.nanoTime());
  private volatile String address;

  /**
   * @param field asked from the reader's thread
   */
  public SimulatedReader(ReaderSpec spec, RandomGenerator random, AirField field) {
    this(spec, spec.make()::switchOn, random, field);
  }

  /** Any other device on such a line; the make of the spec does not count. */
  public SimulatedReader(
      ReaderSpec spec,
      Function<RandomGenerator, ReaderFirmware> switchOn,
      RandomGenerator random,
      AirField field) {
    this.spec = spec;
    this.switchOn = switchOn;
    this.random = random;
    this.field = field;
    this.address =
        switch (spec.socket()) {
          case ReaderSpec.Socket.Serial serial -> serial.link().toAbsolutePath().toString();
          case ReaderSpec.Socket.Tcp tcp -> "127.0.0.1:" + tcp.port();
        };
    thread = Thread.ofPlatform().name("sim-" + spec.name()).daemon().unstarted(this::run);
  }

  public void open() {
    thread.start();
  }

  public String name() {
    return spec.name();
  }

  /** Where a driver finds it. Of a TCP port that any free one was taken for, once it is open. */
  public String address() {
    return address;
  }

  /** Bytes that were said and that nobody took from the line. */
  public long lostBytes() {
    return lostBytes.get();
  }

  /** Bytes that the reader has said, whether they have left already or not. */
  public long saidBytes() {
    return saidBytes.get();
  }

  /** Hears of frames on the reader's thread. */
  @FunctionalInterface
  public interface Leaving {
    /**
     * @param nanos {@link System#nanoTime()} just before the last byte was handed to the line
     */
    void left(byte[] frame, long nanos);
  }

  /** Told of every frame whose last byte has left. To be called before {@link #open()}. */
  public void onLeft(Leaving told) {
    listener = told;
  }

  /**
   * From now on no frame is cut into pieces. Where many processes share few processors this one may
   * stand still in the middle of a frame for longer than any real reader.
   */
  public void handOverWholeFrames() {
    wholeFrames = true;
  }

  /** The port is gone for so long, then it is back with a reader that has just been switched on. */
  public void pullCable(Duration length) {
    pulledUntilNanos = System.nanoTime() + length.toNanos();
    LockSupport.unpark(thread);
  }

  /** The line has these faults for so long, instead of what it may have had. */
  public void disturb(LineFaults faults, Duration length) {
    disturbance = new Disturbance(faults, System.nanoTime() + length.toNanos());
  }

  private boolean isPulled() {
    return pulledUntilNanos - System.nanoTime() > 0;
  }

  private LineFaults faults(long now) {
    Disturbance current = disturbance;
    return current.untilNanos() - now > 0 ? current.faults() : LineFaults.NONE;
  }

  private void run() {
    int port = spec.socket() instanceof ReaderSpec.Socket.Tcp tcp ? tcp.port() : 0;
    while (!closed) {
      if (isPulled()) {
        LockSupport.parkNanos(Math.max(1, pulledUntilNanos - System.nanoTime()));
        continue;
      }
      try (LineEnd end = openLine(port)) {
        address = end.address();
        port = end instanceof TcpLineEnd tcp ? tcp.port() : 0;
        serve(end, switchOn.apply(random));
      } catch (IOException e) {
        LOG.warn("{} has no line: {}", spec.name(), e.getMessage());
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private LineEnd openLine(int port) throws IOException {
    return switch (spec.socket()) {
      case ReaderSpec.Socket.Serial serial -> new PseudoTerminal(serial.link());
      case ReaderSpec.Socket.Tcp tcp -> new TcpLineEnd(port);
    };
  }

  private void serve(LineEnd end, ReaderFirmware firmware) throws IOException {
    PacedLine out = new PacedLine(spec.baud(), random, frame -> left.add(frame));
    long ticked = System.nanoTime() - TICK_NANOS;
    while (!closed && !isPulled()) {
      Line line = end.await(waitMs(out, ticked));
      long now = System.nanoTime();
      if (line == Line.NOBODY) {
        out.clear(); // what is said now nobody hears, and it must not wait for the next to listen
        LockSupport.parkNanos(TICK_NANOS);
        continue;
      }
      out.faults(faults(now));
      out.wholeFrames(wholeFrames);
      if (line == Line.READABLE) {
        say(out, firmware.receive(end.read(), field, now), now);
      }
      hand(end, out, now);
      if (now - ticked >= TICK_NANOS || out.backlogNanos() < AHEAD_NANOS) {
        ticked = now;
        say(out, firmware.tick(field, now), now);
      }
    }
  }

  private void say(PacedLine out, List<byte[]> frames, long now) {
    for (byte[] frame : frames) {
      saidBytes.addAndGet(frame.length);
      out.say(frame, now);
    }
  }

  private void hand(LineEnd end, PacedLine out, long now) throws IOException {
    byte[] due = out.due(now);
    long leaving = System.nanoTime();
    if (due.length > 0) {
      lostBytes.addAndGet(due.length - end.write(due));
    }
    left.forEach(frame -> listener.left(frame, leaving));
    left.clear();
  }

  private static int waitMs(PacedLine out, long ticked) {
    long wait = TICK_NANOS - (System.nanoTime() - ticked);
    if (!out.isEmpty()) {
      wait = Math.min(wait, Math.min(PIECE_NANOS, out.backlogNanos()));
    }
    return Math.clamp((wait + NANOS_PER_MS - 1) / NANOS_PER_MS, 1, 20);
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
