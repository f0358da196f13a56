package dev.aisle.device.scale;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides which of a scale's telegrams is a weight. The scale must say itself that the load lies
 * still, and say the same weight twice: these lines have no checksum, and one flipped bit makes a 1
 * a 3. Each weight is told once, until it moved. Pure.
 */
final class Settling {
  private final String scale;
  private Optional<WeightReading> latest = Optional.empty();
  private Optional<WeightReading> candidate = Optional.empty();
  private boolean told;

  Settling(String scale) {
    this.scale = scale;
  }

  /** The weight that has just come to rest, if one has. */
  Optional<WeightReading> take(ScaleSays says, Instant at) {
    WeightReading reading = reading(says, at);
    latest = Optional.of(reading);
    if (!reading.usable()) {
      candidate = Optional.empty();
      told = false;
      return Optional.empty();
    }
    boolean same = candidate.isPresent() && candidate.get().milligrams() == reading.milligrams();
    candidate = latest;
    if (!same) {
      told = false;
      return Optional.empty();
    }
    if (told) {
      return Optional.empty();
    }
    told = true;
    return latest;
  }

  Optional<WeightReading> latest() {
    return latest;
  }

  void forget() {
    latest = Optional.empty();
    candidate = Optional.empty();
    told = false;
  }

  private WeightReading reading(ScaleSays says, Instant at) {
    return switch (says) {
      case ScaleSays.Weight(long milligrams, boolean stable, boolean zero) ->
          new WeightReading(scale, milligrams, stable, false, zero, at);
      case ScaleSays.Overload none -> new WeightReading(scale, 0, false, true, false, at);
      case ScaleSays.Underload none -> new WeightReading(scale, 0, false, false, false, at);
      case ScaleSays.NotNow none -> new WeightReading(scale, 0, false, false, false, at);
    };
  }
}
