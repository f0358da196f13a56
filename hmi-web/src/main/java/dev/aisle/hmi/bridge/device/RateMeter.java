package dev.aisle.hmi.bridge.device;

import java.util.ArrayDeque;
import java.util.Deque;

/** How often things happened in the last minute, from counters that only rise. */
final class RateMeter {
  private static final int MOST = 61;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** Counters of one device at one moment. */
  record Counts(long nanos, long exchanges, long errors, long noise, long served) {}

  /** All per minute. */
  record Rates(double exchanges, double errors, double noise, double served) {
    static final Rates NONE = new Rates(0, 0, 0, 0);
  }

  private final Deque<Counts> samples = new ArrayDeque<>();

  /** To be called about once a second. */
  synchronized void sample(Counts now) {
    samples.addLast(now);
    while (samples.size() > MOST
        || now.nanos() - samples.getFirst().nanos() > MINUTE_NANOS + MINUTE_NANOS / 10) {
      samples.removeFirst();
    }
  }

  synchronized Rates rates() {
    if (samples.size() < 2) {
      return Rates.NONE;
    }
    Counts first = samples.getFirst();
    Counts last = samples.getLast();
    double minutes = (double) (last.nanos() - first.nanos()) / MINUTE_NANOS;
    return minutes <= 0
        ? Rates.NONE
        : new Rates(
            (last.exchanges() - first.exchanges()) / minutes,
            (last.errors() - first.errors()) / minutes,
            (last.noise() - first.noise()) / minutes,
            (last.served() - first.served()) / minutes);
  }
}
