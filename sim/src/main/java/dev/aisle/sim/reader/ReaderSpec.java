package dev.aisle.sim.reader;

import java.nio.file.Path;

/** A UHF reader on a line of its own. */
public record ReaderSpec(String name, ReaderMake make, Socket socket, int baud) {

  /** Where others find its line. */
  public sealed interface Socket {
    /** A serial port under this path. */
    record Serial(Path link) implements Socket {}

    /**
     * A port of the loopback address, as of a serial server.
     *
     * @param port 0 for any that is free
     */
    record Tcp(int port) implements Socket {}
  }

  public ReaderSpec {
    if (baud < 1200 || baud > 3_000_000) {
      throw new IllegalArgumentException("no line speed: %d".formatted(baud));
    }
  }

  /** A BB..7E module on a serial port. */
  public ReaderSpec(String name, Path link, int baud) {
    this(name, ReaderMake.BB, new Socket.Serial(link), baud);
  }

  /** A BB..7E module on a serial port, with its factory line speed. */
  public static ReaderSpec of(String name, Path link) {
    return of(name, ReaderMake.BB, link);
  }

  /** On a serial port, with the line speed of the factory. */
  public static ReaderSpec of(String name, ReaderMake make, Path link) {
    return new ReaderSpec(name, make, new Socket.Serial(link), make.usualBaud());
  }

  /** On a TCP port, with the line speed of the factory. */
  public static ReaderSpec of(String name, ReaderMake make, int tcpPort) {
    return new ReaderSpec(name, make, new Socket.Tcp(tcpPort), make.usualBaud());
  }
}
