package dev.aisle.device.printer;

import java.time.Duration;

/**
 * How patient the driver is.
 *
 * @param answer longest wait for an answer
 * @param whilePrinting between two looks at a printer with work
 * @param whileIdle between two looks at one without
 * @param settling how long an idle printer's count may still grow before it is believed
 */
public record PrinterTimes(
    Duration answer, Duration whilePrinting, Duration whileIdle, Duration settling) {
  public static final PrinterTimes STANDARD =
      new PrinterTimes(
          Duration.ofSeconds(2),
          Duration.ofMillis(250),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3));
}
