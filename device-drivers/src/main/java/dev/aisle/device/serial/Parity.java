package dev.aisle.device.serial;

import java.util.Locale;

/** The ninth bit of a character on a serial line. */
public enum Parity {
  NONE,
  EVEN,
  ODD;

  /**
   * Reads {@code none}, {@code even} or {@code odd}.
   *
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  public static Parity parse(String written) {
    for (Parity parity : values()) {
      if (parity.word().equals(written)) {
        return parity;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no parity; write none, even or odd".formatted(written));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
