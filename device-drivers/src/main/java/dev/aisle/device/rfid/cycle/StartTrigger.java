package dev.aisle.device.rfid.cycle;

import java.time.Duration;

/** What begins an event cycle. */
public sealed interface StartTrigger {
  /** A named point takes this value: a photo-eye gets dark, a button is pressed. */
  record PointBecomes(String point, boolean value) implements StartTrigger {}

  /**
   * Again and again: this long after the last beginning, or at once when the last cycle was longer.
   */
  record Every(Duration period) implements StartTrigger {
    public Every {
      if (period.isNegative()) {
        throw new IllegalArgumentException("a period cannot be negative");
      }
    }
  }

  /** Only when somebody says so; all others may be begun by command too. */
  record Command() implements StartTrigger {}
}
