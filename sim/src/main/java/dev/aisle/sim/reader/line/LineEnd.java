package dev.aisle.sim.reader.line;

import java.io.IOException;

/**
 * The device's end of a line. Used by one thread. Closing it is what pulling the cable is: the
 * other side notices, and whoever looks for the port finds none.
 */
public interface LineEnd extends AutoCloseable {
  /** What a look at the line found. */
  enum Line {
    /** Nobody has the other end open. */
    NOBODY,
    QUIET,
    READABLE
  }

  /** Where the other end is found, as a driver is told. */
  String address();

  /** Waits until bytes come, at most so long. */
  Line await(int timeoutMs) throws IOException;

  /** The bytes there are now, none if there are none. */
  byte[] read() throws IOException;

  /**
   * Sends what the line takes; a port whose owner does not read loses bytes, as a real one does.
   *
   * @return how many bytes were taken
   */
  int write(byte[] bytes) throws IOException;

  @Override
  void close();
}
