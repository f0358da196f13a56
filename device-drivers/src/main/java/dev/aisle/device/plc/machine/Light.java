package dev.aisle.device.plc.machine;

import java.time.Instant;

/** What one lamp does. The rates are those of IEC 60073: slow 0.4 to 0.8 Hz, fast 1.4 to 2.8 Hz. */
public enum Light {
  OFF(0),
  ON(0),
  SLOW(1_600),
  FAST(500);

  private final int periodMs;

  Light(int periodMs) {
    this.periodMs = periodMs;
  }

  /** Whether it burns at this moment; all lamps of a site blink in step. */
  boolean burns(Instant now) {
    if (periodMs == 0) {
      return this == ON;
    }
    return Math.floorMod(now.toEpochMilli(), periodMs) < periodMs / 2;
  }
}
