package dev.aisle.device.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial port with 8 data bits. The only class that knows jSSC. */
public final class SerialPortLink implements ByteLink {
  private static final Logger LOG = LoggerFactory.getLogger(SerialPortLink.class);
  private static final int WAIT_MS = 50;

  /** Between looks for bytes; the line's own buffer holds far more than comes in that time. */
  private static final int LOOK_EVERY_MS = 4;

  private final String path;
  private final LineSettings settings;
  private @Nullable SerialPort port;
  private @Nullable PortLock lock;

  /** No parity, 1 stop bit. */
  public SerialPortLink(String path, int baud) {
    this(path, LineSettings.plain(baud));
  }

  public SerialPortLink(String path, LineSettings settings) {
    this.path = path;
    this.settings = settings;
  }

  @Override
  public String address() {
    return path;
  }

  @Override
  public synchronized void open() throws IOException {
    close();
    Path real;
    try {
      real = Path.of(path).toRealPath();
    } catch (IOException e) {
      throw new IOException("there is no port " + path, e);
    }
    lock = PortLock.take(real);
    SerialPort fresh = new SerialPort(real.toString());
    try {
      if (!fresh.openPort()) {
        throw new IOException("%s cannot be opened".formatted(path));
      }
      port = fresh;
      // A pseudo-terminal has no modem lines, so this says false although the settings are applied.
      boolean set =
          fresh.setParams(
              settings.baud(),
              SerialPort.DATABITS_8,
              settings.stopBits() == 1 ? SerialPort.STOPBITS_1 : SerialPort.STOPBITS_2,
              switch (settings.parity()) {
                case NONE -> SerialPort.PARITY_NONE;
                case EVEN -> SerialPort.PARITY_EVEN;
                case ODD -> SerialPort.PARITY_ODD;
              });
      if (!set) {
        LOG.debug("{} did not confirm its line settings", path);
      }
      fresh.purgePort(SerialPort.PURGE_RXCLEAR | SerialPort.PURGE_TXCLEAR);
    } catch (SerialPortException e) {
      close();
      throw new IOException("%s: %s".formatted(path, e.getExceptionType()), e);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException, InterruptedException {
    return read(into, Duration.ofMillis(WAIT_MS));
  }

  @Override
  public int read(ByteBuffer into, Duration atMost) throws IOException, InterruptedException {
    SerialPort open = opened();
    long waitMs = atMost.toMillis();
    try {
      int there = open.getInputBufferBytesCount();
      for (int waited = 0; there == 0 && waited < waitMs; waited += LOOK_EVERY_MS) {
        Thread.sleep(LOOK_EVERY_MS);
        there = open.getInputBufferBytesCount();
      }
      if (there < 0) {
        throw new IOException(path + " is gone");
      }
      int count = Math.min(there, into.remaining());
      if (count == 0) {
        return 0;
      }
      byte[] bytes = open.readBytes(count);
      if (bytes == null) {
        return 0;
      }
      into.put(bytes);
      return bytes.length;
    } catch (SerialPortException e) {
      throw new IOException("%s: %s".formatted(path, e.getExceptionType()), e);
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      if (!opened().writeBytes(bytes)) {
        throw new IOException("%s took no bytes".formatted(path));
      }
    } catch (SerialPortException e) {
      throw new IOException("%s: %s".formatted(path, e.getExceptionType()), e);
    }
  }

  @Override
  public void discard() throws IOException {
    try {
      opened().purgePort(SerialPort.PURGE_RXCLEAR);
    } catch (SerialPortException e) {
      throw new IOException("%s: %s".formatted(path, e.getExceptionType()), e);
    }
  }

  @Override
  public synchronized void close() {
    SerialPort open = port;
    port = null;
    if (open != null) {
      try {
        open.closePort();
      } catch (SerialPortException e) {
        LOG.debug("{} was closed with '{}'", path, e.getExceptionType());
      }
    }
    PortLock held = lock;
    lock = null;
    if (held != null) {
      held.close();
    }
  }

  private synchronized SerialPort opened() throws IOException {
    SerialPort open = port;
    if (open == null) {
      throw new IOException(path + " is not open");
    }
    return open;
  }
}
