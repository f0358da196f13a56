package dev.aisle.device.plc.output;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets through only what the rules allow, and remembers when. A point without a rule may not be
 * written at all. Not for several threads.
 */
public final class WriteGuard {
  private final Map<String, OutputRule> rules;
  private final Map<String, Instant> last = new HashMap<>();

  public WriteGuard(Map<String, OutputRule> rules) {
    this.rules = Map.copyOf(rules);
  }

  /** Empty when it may be written now. */
  public Optional<WriteRefusal> ask(String point, BigDecimal value, Instant now) {
    OutputRule rule = rules.get(point);
    if (rule == null) {
      return Optional.of(new WriteRefusal.NotAnOutput(point));
    }
    if (!rule.allows(value)) {
      return Optional.of(new WriteRefusal.ValueNotAllowed(point, value, rule.allowed()));
    }
    if (rule.isSafe(value)) {
      return Optional.empty();
    }
    Instant before = last.get(point);
    Duration pause = rule.atMostEvery().orElse(Duration.ZERO);
    if (before != null && before.plus(pause).isAfter(now)) {
      return Optional.of(
          new WriteRefusal.TooSoon(point, Duration.between(now, before.plus(pause))));
    }
    return Optional.empty();
  }

  /** It is being written. */
  public void written(String point, Instant now) {
    last.put(point, now);
  }
}
