package dev.aisle.sim.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a set of measured times lies apart, in nanoseconds.
 *
 * @param deviation standard deviation
 */
public record Spread(int count, long p50, long p95, long p99, long most, double deviation) {
  private static final double NANOS_PER_MS = 1e6;

  /** Of none at all every number is zero. */
  public static Spread of(long[] times) {
    if (times.length == 0) {
      return new Spread(0, 0, 0, 0, 0, 0);
    }
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted).average().orElse(0);
    double squares = 0;
    for (long time : sorted) {
      squares += (time - mean) * (time - mean);
    }
    return new Spread(
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        sorted[sorted.length - 1],
        Math.sqrt(squares / sorted.length));
  }

  /** The smallest one that so large a share does not exceed. */
  private static long at(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Distances from a middle, such as those of the times between polls from the usual one. */
  public static long[] distances(long[] times, long from) {
    return Arrays.stream(times).map(time -> Math.abs(time - from)).toArray();
  }

  public static double ms(long nanos) {
    return ms((double) nanos);
  }

  private static double ms(double nanos) {
    return Math.round(nanos / NANOS_PER_MS * 1000) / 1000.0;
  }

  public Map<String, Object> inMs() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("count", count);
    figures.put("p50_ms", ms(p50));
    figures.put("p95_ms", ms(p95));
    figures.put("p99_ms", ms(p99));
    figures.put("max_ms", ms(most));
    figures.put("deviation_ms", ms(deviation));
    return figures;
  }
}
