package dev.aisle.device.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A line of bytes to one device. Used by one thread; {@link #close()} may come from any. */
public interface ByteLink extends AutoCloseable {
  /** The port as configured, for messages. */
  String address();

  void open() throws IOException;

  /**
   * Reads what is there, never more than the buffer has room for. Waits at most about 50 ms for the
   * first byte and returns 0 when none came.
   *
   * @throws IOException when the line is gone
   */
  int read(ByteBuffer into) throws IOException, InterruptedException;

  /** Like {@link #read(ByteBuffer)}, but waits at most so long, and not at all for zero. */
  default int read(ByteBuffer into, Duration atMost) throws IOException, InterruptedException {
    return read(into);
  }

  void write(byte[] bytes) throws IOException;

  /** Throws away what has come in and was not read yet; does not wait. */
  void discard() throws IOException;

  /** After it the link can be opened again. Never throws. */
  @Override
  void close();

  /** {@code host:port} is a TCP link, everything else the path of a serial port. */
  static ByteLink to(String address, int baud) {
    return to(address, LineSettings.plain(baud));
  }

  /** The same for a line with parity or two stop bits; the settings do not reach a TCP link. */
  static ByteLink to(String address, LineSettings settings) {
    int colon = address.lastIndexOf(':');
    if (colon > 0 && !address.contains("/") && address.substring(colon + 1).matches("[0-9]{1,5}")) {
      return new TcpByteLink(
          address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
    return new SerialPortLink(address, settings);
  }
}
