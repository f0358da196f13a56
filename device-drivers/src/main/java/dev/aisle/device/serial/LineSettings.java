package dev.aisle.device.serial;

import java.time.Duration;

/** Speed and shape of the characters on a serial line, always with 8 data bits. */
public record LineSettings(int baud, Parity parity, int stopBits) {
  private static final int START_AND_DATA = 9;

  public LineSettings {
    if (baud < 1 || baud > 4_000_000 || stopBits < 1 || stopBits > 2) {
      throw new IllegalArgumentException("%d baud, %d stop bits".formatted(baud, stopBits));
    }
  }

  /** 8 data bits, no parity, 1 stop bit. */
  public static LineSettings plain(int baud) {
    return new LineSettings(baud, Parity.NONE, 1);
  }

  /** How long so many characters take on the line. */
  public Duration time(double characters) {
    int bits = START_AND_DATA + (parity == Parity.NONE ? 0 : 1) + stopBits;
    return Duration.ofNanos((long) (characters * bits * 1e9 / baud));
  }

  /** As people write it: {@code 9600 8E1}. */
  public String text() {
    return "%d 8%s%d".formatted(baud, parity.name().charAt(0), stopBits);
  }
}
