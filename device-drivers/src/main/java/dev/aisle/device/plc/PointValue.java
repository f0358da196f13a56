package dev.aisle.device.plc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a point.
 *
 * @param value empty while the controller cannot be reached
 * @param at when it was last read
 */
public record PointValue(Optional<Boolean> value, Instant at) {
  public Duration age(Instant now) {
    return Duration.between(at, now);
  }
}
