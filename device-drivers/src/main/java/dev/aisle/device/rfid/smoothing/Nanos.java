package dev.aisle.device.rfid.smoothing;

import java.time.Instant;

/** Instants as nanoseconds since 1970, which lasts until 2262: one subtraction instead of five. */
public final class Nanos {
  private static final long A_SECOND = 1_000_000_000L;

  private Nanos() {}

  public static long of(Instant at) {
    return at.getEpochSecond() * A_SECOND + at.getNano();
  }

  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
  }
}
