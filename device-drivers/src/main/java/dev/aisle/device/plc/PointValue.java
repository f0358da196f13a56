package dev.aisle.device.plc;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a point. Both are empty while the controller cannot be reached.
 *
 * @param value of a point that is true or false
 * @param number of a point with a number format; also empty when the controller shows no number
 * @param at when it was last read
 */
public record PointValue(Optional<Boolean> value, Optional<BigDecimal> number, Instant at) {
  public PointValue(Optional<Boolean> value, Instant at) {
    this(value, Optional.empty(), at);
  }

  static PointValue unknown(Instant at) {
    return new PointValue(Optional.empty(), Optional.empty(), at);
  }

  public boolean known() {
    return value.isPresent() || number.isPresent();
  }

  public Duration age(Instant now) {
    return Duration.between(at, now);
  }
}
