package dev.aisle.device.link;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Pauses between tries: doubling from {@code first} to {@code longest}, each shortened by up to a
 * quarter so that many devices do not knock in step. The same seed gives the same pauses.
 */
public record BackOff(Duration first, Duration longest, long seed) {
  private static final int DOUBLINGS_AT_MOST = 20;

  public BackOff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("back-off from %s to %s".formatted(first, longest));
    }
  }

  /** 200 ms doubling to 5 s. */
  public static BackOff standard(long seed) {
    return new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5), seed);
  }

  /**
   * 100 ms doubling to 1 s, for a device on a line of its own, which nobody else is disturbed by:
   * it is to work again within three seconds of its return.
   */
  public static BackOff quick(long seed) {
    return new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1), seed);
  }

  /**
   * 200 ms doubling to 1.5 s: for a device that people wait for once its cable is back, and that a
   * try does not disturb.
   */
  public static BackOff prompt(long seed) {
    return new BackOff(Duration.ofMillis(200), Duration.ofMillis(1500), seed);
  }

  /** Pause after the {@code failures}-th failure in a row, counted from 1. */
  public Duration after(int failures) {
    int doublings = Math.min(Math.max(failures - 1, 0), DOUBLINGS_AT_MOST);
    long full = Math.min(first.toNanos() << doublings, longest.toNanos());
    double shorter = new SplittableRandom(seed * 31 + failures).nextDouble() / 4;
    return Duration.ofNanos((long) (full * (1 - shorter)));
  }
}
