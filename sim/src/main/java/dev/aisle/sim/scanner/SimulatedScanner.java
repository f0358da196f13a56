package dev.aisle.sim.scanner;

import dev.aisle.sim.reader.line.LineEnd;
import dev.aisle.sim.reader.line.PseudoTerminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A barcode scanner on a pseudo-terminal. It types on the thread of whoever scans, at the pace of
 * its line. What is scanned while nobody has the port open is lost, as with a real one.
 */
public final class SimulatedScanner implements AutoCloseable {
  private static final int BITS_PER_BYTE = 10; // start, eight data, stop

  private final ScannerSpec spec;
  private final RandomGenerator random;
  private ScannerFaults faults = ScannerFaults.NONE;
  private @Nullable LineEnd terminal;

  public SimulatedScanner(ScannerSpec spec, RandomGenerator random) {
    this.spec = spec;
    this.random = random;
  }

  public String name() {
    return spec.name();
  }

  /** Plugs the cable in: the port is there. */
  public synchronized void open() throws IOException {
    if (terminal == null) {
      terminal = new PseudoTerminal(spec.link());
    }
  }

  /** From now on. */
  public synchronized void faults(ScannerFaults wanted) {
    faults = wanted;
  }

  /**
   * Scans one code.
   *
   * @param identifier its symbology identifier, such as {@code ]C1}
   * @return whether anybody could hear it
   */
  public synchronized boolean scan(String identifier, String text) throws IOException {
    LineEnd line = terminal;
    if (line == null || line.await(0) == LineEnd.Line.NOBODY) {
      return false;
    }
    int times = happens(faults.twice()) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      byte[] bytes = bytes(identifier, text);
      if (happens(faults.cut())) {
        bytes = Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
      }
      if (happens(faults.split()) && bytes.length > 1) {
        int at = random.nextInt(1, bytes.length);
        send(line, Arrays.copyOf(bytes, at));
        pause(Duration.ofMillis(random.nextInt(5, 31)));
        send(line, Arrays.copyOfRange(bytes, at, bytes.length));
      } else {
        send(line, bytes);
      }
      if (happens(faults.noise())) {
        send(line, noise());
      }
    }
    return true;
  }

  private byte[] bytes(String identifier, String text) {
    String said = spec.identifiers() ? identifier + text : text;
    return (spec.prefix() + said + spec.suffix()).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(1, 9)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) random.nextInt(128, 256);
    }
    return bytes;
  }

  private boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  private void send(LineEnd line, byte[] bytes) throws IOException {
    line.write(bytes);
    pause(Duration.ofNanos(1_000_000_000L * BITS_PER_BYTE * bytes.length / spec.baud()));
  }

  private static void pause(Duration length) {
    LockSupport.parkNanos(length.toNanos());
  }

  /** Pulls the cable; {@link #open()} plugs it in again. */
  @Override
  public synchronized void close() {
    LineEnd line = terminal;
    terminal = null;
    if (line != null) {
      line.close();
    }
  }
}
