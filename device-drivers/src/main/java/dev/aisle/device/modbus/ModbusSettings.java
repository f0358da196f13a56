package dev.aisle.device.modbus;

import dev.aisle.device.serial.LineSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a line of Modbus devices is reached.
 *
 * @param address {@code host:port} for the two TCP modes ({@code host} alone means port 502),
 *     otherwise the path of a serial port
 * @param line speed and parity of the serial line; with RTU over TCP that of the line behind the
 *     serial server, which tells how long an answer may take
 * @param timeout until a unit must have answered in whole; on a serial line the time that the bytes
 *     take on it comes on top
 */
public record ModbusSettings(Mode mode, String address, LineSettings line, Duration timeout) {
  /** What is used when nothing else is said: 9600 baud, no parity, 1 stop bit; 1 s. */
  public static final LineSettings USUAL_LINE = LineSettings.plain(9600);

  public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(1);

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

  /** Framing and wire. */
  public enum Mode {
    /** Modbus TCP with its own header (Modbus messaging on TCP/IP V1.0b). */
    TCP,
    /** RTU frames on a serial port. */
    RTU,
    /** RTU frames, checksum included, through a serial server. */
    RTU_OVER_TCP;

    /**
     * Reads {@code tcp}, {@code rtu} or {@code rtu-over-tcp}.
     *
     * @throws IllegalArgumentException with a sentence for whoever wrote it
     */
    public static Mode parse(String written) {
      for (Mode mode : values()) {
        if (mode.word().equals(written)) {
          return mode;
        }
      }
      throw new IllegalArgumentException(
          "'%s' is no mode; write tcp, rtu or rtu-over-tcp".formatted(written));
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public ModbusSettings {
    if (address.isBlank()) {
      throw new IllegalArgumentException("a Modbus line needs an address");
    }
    if (mode != Mode.RTU && !HOST_AND_PORT.matcher(address).matches()) {
      throw new IllegalArgumentException("'%s' is no host:port".formatted(address));
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("a timeout of " + timeout);
    }
  }

  public static ModbusSettings tcp(String address) {
    return new ModbusSettings(Mode.TCP, address, USUAL_LINE, USUAL_TIMEOUT);
  }

  public static ModbusSettings rtu(String port, LineSettings line) {
    return new ModbusSettings(Mode.RTU, port, line, USUAL_TIMEOUT);
  }

  public static ModbusSettings rtuOverTcp(String address) {
    return new ModbusSettings(Mode.RTU_OVER_TCP, address, USUAL_LINE, USUAL_TIMEOUT);
  }

  public ModbusSettings withTimeout(Duration other) {
    return new ModbusSettings(mode, address, line, other);
  }

  String host() {
    int colon = address.lastIndexOf(':');
    boolean named = colon > address.lastIndexOf(']');
    return named ? address.substring(0, colon) : address;
  }

  int port() {
    int colon = address.lastIndexOf(':');
    return colon > address.lastIndexOf(']') ? Integer.parseInt(address.substring(colon + 1)) : 502;
  }
}
