package dev.aisle.device.serial;

import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.TroubleKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial port with 8 data bits. The only class that knows jSSC. */
public final class SerialPortLink implements ByteLink {
  private static final Logger LOG = LoggerFactory.getLogger(SerialPortLink.class);
  private static final int WAIT_MS = 50;

  /**
   * Pause between looks for bytes while they come; the line's own buffer holds far more than comes
   * in that time. Measured with 64 lines of 50 frames a second each on two busy cores: 4 ms cost a
   * quarter of one core and a frame was taken 2.4 ms after its last byte, 5.2 ms at the 99th
   * percentile; 8 ms cost a sixth, at 4.5 and 11.3 ms. The events of jSSC took both cores and 65
   * ms, for its thread asks the port without a pause.
   */
  private static final int LOOK_EVERY_MS = 4;

  /** Soon after a question its answer is expected. */
  private static final int LOOK_AFTER_WRITE_MS = 2;

  private static final long ANSWER_EXPECTED_NANOS = 20_000_000;

  /** A line that has been quiet for a second may be noticed a little later. */
  private static final int LOOK_WHEN_QUIET_MS = 10;

  private static final long QUIET_NANOS = 1_000_000_000;

  private final String path;
  private final LineSettings settings;
  private @Nullable SerialPort port;
  private @Nullable PortLock lock;
  private long lastByteNanos;
  private volatile long lastWriteNanos;

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
      throw new DeviceFailure(
          DeviceTrouble.kindOf(e).orElse(TroubleKind.NO_PORT),
          Map.of("port", path),
          "there is no port " + path,
          e);
    }
    lock = PortLock.take(real);
    SerialPort fresh = new SerialPort(real.toString());
    try {
      if (!fresh.openPort()) {
        throw failure(TroubleKind.NO_PORT, "%s cannot be opened".formatted(path));
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
      throw failure(e);
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
    long start = System.nanoTime();
    try {
      int there = open.getInputBufferBytesCount();
      long now = start;
      while (there == 0 && now - start < atMost.toNanos()) {
        Thread.sleep(pauseMs(now));
        there = open.getInputBufferBytesCount();
        now = System.nanoTime();
      }
      if (there < 0) {
        throw failure(TroubleKind.NO_PORT, path + " is gone");
      }
      int count = Math.min(there, into.remaining());
      if (count == 0) {
        return 0;
      }
      byte[] bytes = open.readBytes(count);
      if (bytes == null) {
        return 0;
      }
      lastByteNanos = System.nanoTime();
      into.put(bytes);
      return bytes.length;
    } catch (SerialPortException e) {
      throw failure(e);
    }
  }

  private int pauseMs(long now) {
    if (now - lastWriteNanos < ANSWER_EXPECTED_NANOS) {
      return LOOK_AFTER_WRITE_MS;
    }
    return now - lastByteNanos < QUIET_NANOS ? LOOK_EVERY_MS : LOOK_WHEN_QUIET_MS;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    try {
      lastWriteNanos = System.nanoTime();
      if (!opened().writeBytes(bytes)) {
        throw failure(TroubleKind.CONNECTION_LOST, "%s took no bytes".formatted(path));
      }
    } catch (SerialPortException e) {
      throw failure(e);
    }
  }

  @Override
  public void discard() throws IOException {
    try {
      opened().purgePort(SerialPort.PURGE_RXCLEAR);
    } catch (SerialPortException e) {
      throw failure(e);
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

  private DeviceFailure failure(TroubleKind kind, String detail) {
    return new DeviceFailure(kind, Map.of("port", path), detail);
  }

  /** The library's words for its own errors are constants. */
  private DeviceFailure failure(SerialPortException e) {
    TroubleKind kind =
        switch (e.getExceptionType()) {
          case SerialPortException.TYPE_PORT_BUSY -> TroubleKind.PORT_BUSY;
          case SerialPortException.TYPE_PERMISSION_DENIED -> TroubleKind.NO_PERMISSION;
          case SerialPortException.TYPE_PORT_NOT_FOUND,
              SerialPortException.TYPE_INCORRECT_SERIAL_PORT ->
              TroubleKind.NO_PORT;
          default -> TroubleKind.CONNECTION_LOST;
        };
    return new DeviceFailure(
        kind, Map.of("port", path), "%s: %s".formatted(path, e.getExceptionType()), e);
  }

  private synchronized SerialPort opened() throws IOException {
    SerialPort open = port;
    if (open == null) {
      throw failure(TroubleKind.CONNECTION_LOST, path + " is not open");
    }
    return open;
  }
}
