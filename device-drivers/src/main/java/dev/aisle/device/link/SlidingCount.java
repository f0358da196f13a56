package dev.aisle.device.link;

import java.util.Arrays;

/**
 * How much was counted in the last seconds, in one bucket a second. The time is given, in whole
 * seconds from any origin; a time that goes back counts as the latest one.
 */
final class SlidingCount {
  private static final int SECONDS = 60;

  private final long[] buckets = new long[SECONDS];
  private long latest = Long.MIN_VALUE;

  void add(long second, long count) {
    moveTo(second);
    buckets[Math.floorMod(latest, SECONDS)] += count;
  }

  /** Sum over the whole seconds before this one, at most 59: the running second is not over. */
  long before(long second, int seconds) {
    moveTo(second);
    long sum = 0;
    for (int back = 1; back <= Math.min(seconds, SECONDS - 1); back++) {
      sum += buckets[Math.floorMod(latest - back, SECONDS)];
    }
    return sum;
  }

  /** Sum over the last minute, the running second included. */
  long lastMinute(long second) {
    moveTo(second);
    return Arrays.stream(buckets).sum();
  }

  private void moveTo(long second) {
    if (latest == Long.MIN_VALUE || second - latest >= SECONDS) {
      Arrays.fill(buckets, 0);
      latest = second;
      return;
    }
    while (latest < second) {
      latest++;
      buckets[Math.floorMod(latest, SECONDS)] = 0;
    }
  }
}
