package dev.aisle.sim.bench.devices;

import java.util.Arrays;

/** Moments or lengths of time in the order in which they came, at most so many. Thread-safe. */
final class Moments {
  private static final int FIRST_ROOM = 1024;

  private final int most;
  private long[] nanos = new long[FIRST_ROOM];
  private int count;

  /**
   * @param most what comes beyond is left out
   */
  Moments(int most) {
    this.most = most;
  }

  synchronized void add(long moment) {
    if (count == most) {
      return;
    }
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, Math.min(2 * count, most));
    }
    nanos[count++] = moment;
  }

  synchronized long[] all() {
    return Arrays.copyOf(nanos, count);
  }
}
