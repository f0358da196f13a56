package dev.aisle.sim.reader.line;

import java.time.Duration;

/**
 * What is wrong with the line from a reader to its host. Probabilities are per frame unless said
 * otherwise.
 *
 * @param noise that up to eight random bytes come before it
 * @param split that it comes in two halves, 5 to 40 ms apart
 * @param wrongChecksum that one bit of it is turned over
 * @param lostBytes per byte, that it does not arrive
 * @param silent nothing arrives at all
 * @param late how much later everything is said
 * @param merged bytes are handed over only once in so long, several frames in one piece
 * @param slower how many times slower the line is than it should be
 */
public record LineFaults(
    double noise,
    double split,
    double wrongChecksum,
    double lostBytes,
    boolean silent,
    Duration late,
    Duration merged,
    double slower) {

  /** A good line. */
  public static final LineFaults NONE =
      new LineFaults(0, 0, 0, 0, false, Duration.ZERO, Duration.ZERO, 1);

  public LineFaults {
    requireProbability(noise);
    requireProbability(split);
    requireProbability(wrongChecksum);
    requireProbability(lostBytes);
    if (late.isNegative() || merged.isNegative()) {
      throw new IllegalArgumentException("a line cannot be early");
    }
    if (!(slower >= 1) || slower > 1000) {
      throw new IllegalArgumentException("1 to 1000 times slower, not %s".formatted(slower));
    }
  }

  static void requireProbability(double value) {
    if (!(value >= 0) || value > 1) {
      throw new IllegalArgumentException("not a probability: %s".formatted(value));
    }
  }

  public LineFaults withNoise(double probability) {
    return new LineFaults(
        probability, split, wrongChecksum, lostBytes, silent, late, merged, slower);
  }

  public LineFaults withSplit(double probability) {
    return new LineFaults(
        noise, probability, wrongChecksum, lostBytes, silent, late, merged, slower);
  }

  public LineFaults withWrongChecksum(double probability) {
    return new LineFaults(noise, split, probability, lostBytes, silent, late, merged, slower);
  }

  public LineFaults withLostBytes(double probability) {
    return new LineFaults(noise, split, wrongChecksum, probability, silent, late, merged, slower);
  }

  public LineFaults withSilence() {
    return new LineFaults(noise, split, wrongChecksum, lostBytes, true, late, merged, slower);
  }

  public LineFaults withLate(Duration by) {
    return new LineFaults(noise, split, wrongChecksum, lostBytes, silent, by, merged, slower);
  }

  public LineFaults withMerged(Duration every) {
    return new LineFaults(noise, split, wrongChecksum, lostBytes, silent, late, every, slower);
  }

  public LineFaults withSlower(double times) {
    return new LineFaults(noise, split, wrongChecksum, lostBytes, silent, late, merged, times);
  }
}
