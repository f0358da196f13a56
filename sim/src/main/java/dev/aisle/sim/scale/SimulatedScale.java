package dev.aisle.sim.scale;

import dev.aisle.sim.reader.line.LineEnd;
import dev.aisle.sim.reader.line.LineEnd.Line;
import dev.aisle.sim.reader.line.LineFaults;
import dev.aisle.sim.reader.line.PacedLine;
import dev.aisle.sim.reader.line.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scale on a serial port that writes ten times a second, with the faults of its line. */
public final class SimulatedScale implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedScale.class);
  private static final int BAUD = 9_600;
  private static final int TICK_MS = 10;
  private static final long TELEGRAM_NANOS = 100_000_000L;
  private static final long RETRY_NANOS = 500_000_000L;
  private static final long STOP_MS = 2_000;
  private static final int LONGEST_COMMAND = 32;

  private record Disturbance(LineFaults faults, long untilNanos) {}

  private final String name;
  private final Path link;
  private final ScaleMake make;
  private final LoadCell cell;
  private final RandomGenerator random;
  private final Thread thread;
  private volatile Disturbance disturbance = new Disturbance(LineFaults.NONE, System.nanoTime());
  private volatile long pulledUntilNanos = System.nanoTime();
  private volatile boolean closed;

  /** To be {@link #open opened}. */
  public SimulatedScale(
      String name, Path link, ScaleMake make, LoadCell cell, RandomGenerator random) {
    this.name = name;
    this.link = link;
    this.make = make;
    this.cell = cell;
    this.random = random;
    this.thread = Thread.ofPlatform().name("sim-" + name).daemon().unstarted(this::run);
  }

  public void open() {
    thread.start();
  }

  /** What lies on it. */
  public LoadCell cell() {
    return cell;
  }

  /** The line has these faults for so long. */
  public void disturb(LineFaults faults, Duration length) {
    disturbance = new Disturbance(faults, System.nanoTime() + length.toNanos());
  }

  /** The port is gone for so long. */
  public void pullCable(Duration length) {
    pulledUntilNanos = System.nanoTime() + length.toNanos();
  }

  private boolean isPulled() {
    return pulledUntilNanos - System.nanoTime() > 0;
  }

  private void run() {
    while (!closed) {
      if (isPulled()) {
        LockSupport.parkNanos(TELEGRAM_NANOS / 10);
        continue;
      }
      try (LineEnd end = new PseudoTerminal(link)) {
        serve(end);
      } catch (IOException e) {
        LOG.warn("{} has no line: {}", name, e.getMessage());
        LockSupport.parkNanos(RETRY_NANOS);
      }
    }
  }

  private void serve(LineEnd end) throws IOException {
    PacedLine out = new PacedLine(BAUD, random, frame -> {});
    StringBuilder heard = new StringBuilder();
    boolean writesByItself = make != ScaleMake.SICS;
    long last = System.nanoTime();
    long said = last;
    while (!closed && !isPulled()) {
      Line line = end.await(TICK_MS);
      long now = System.nanoTime();
      cell.step((now - last) / 1e9);
      last = now;
      if (line == Line.NOBODY) {
        out.clear();
        LockSupport.parkNanos(TICK_MS * 1_000_000L);
        continue;
      }
      out.faults(disturbance.untilNanos() - now > 0 ? disturbance.faults() : LineFaults.NONE);
      if (line == Line.READABLE) {
        writesByItself |= asksForMore(heard, end.read());
      }
      if (writesByItself && now - said >= TELEGRAM_NANOS) {
        said = now;
        out.say(make.line(cell.shown()).getBytes(StandardCharsets.ISO_8859_1), now);
      }
      byte[] due = out.due(now);
      if (due.length > 0) {
        end.write(due);
      }
    }
  }

  private static boolean asksForMore(StringBuilder heard, byte[] bytes) {
    heard.append(new String(bytes, StandardCharsets.US_ASCII));
    boolean asked = heard.indexOf("SIR\r\n") >= 0;
    if (asked || heard.length() > LONGEST_COMMAND) {
      heard.setLength(0);
    }
    return asked;
  }

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
