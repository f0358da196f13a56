package dev.aisle.device.barcode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How a scanner is set.
 *
 * @param suffix what it sends after each code
 * @param pause with {@link Suffix#NONE}, a pause this long ends a code; else the rest of a code
 *     that does not come within it is dropped
 * @param longest bytes of the longest code that is taken; longer ones are dropped
 * @param charset of the data
 */
public record ScannerSettings(Suffix suffix, Duration pause, int longest, Charset charset) {
  /** What ends a code on the line. */
  public enum Suffix {
    /** Carriage return, line feed, or both. */
    LINE,
    /** 03 hex; a 02 before the code is dropped. For codes that hold line ends. */
    ETX,
    TAB,
    /** Nothing: a pause. */
    NONE
  }

  public ScannerSettings {
    if (pause.isNegative() || pause.isZero() || longest < 1 || longest > 8192) {
      throw new IllegalArgumentException("pause %s, longest %d".formatted(pause, longest));
    }
  }

  /** Line end, UTF-8, codes of up to 4096 bytes, 200 ms. */
  public static ScannerSettings standard() {
    return new ScannerSettings(Suffix.LINE, Duration.ofMillis(200), 4096, StandardCharsets.UTF_8);
  }
}
