package dev.aisle.device.scale;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a scale showed at one moment.
 *
 * @param milligrams 0 while overloaded or below its range
 * @param stable the load lies still
 * @param overload more than the scale can carry
 * @param zero nothing lies on it
 */
public record WeightReading(
    String scale, long milligrams, boolean stable, boolean overload, boolean zero, Instant at) {
  /** Whether it may be taken as a weight: still, within the range, not negative. */
  public boolean usable() {
    return stable && !overload && milligrams >= 0;
  }

  public BigDecimal grams() {
    return BigDecimal.valueOf(milligrams, 3);
  }
}
