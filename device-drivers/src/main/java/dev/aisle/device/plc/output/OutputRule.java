package dev.aisle.device.plc.output;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What may be written to one output. On is 1, off is 0.
 *
 * @param values the only ones allowed; empty when a range says it
 * @param range least and most, both allowed
 * @param atMostEvery between two writes that are not the safe value
 * @param safe what the output is set to before anything else whenever the link comes up; always
 *     allowed
 */
public record OutputRule(
    Set<BigDecimal> values,
    Optional<Range> range,
    Optional<Duration> atMostEvery,
    Optional<BigDecimal> safe) {

  /** From least to most. */
  public record Range(BigDecimal least, BigDecimal most) {
    public Range {
      if (least.compareTo(most) > 0) {
        throw new SettingMistake(
            SettingFault.OUTPUT_RANGE,
            Map.of("least", least.toPlainString(), "most", most.toPlainString()),
            "a range goes from the smaller to the larger, not from %s to %s"
                .formatted(least.toPlainString(), most.toPlainString()));
      }
    }

    boolean contains(BigDecimal value) {
      return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
  }

  public OutputRule {
    if (values.isEmpty() == range.isEmpty()) {
      throw new IllegalArgumentException("an output has either a list of values or a range");
    }
    if (atMostEvery.isPresent() && atMostEvery.get().isNegative()) {
      throw new IllegalArgumentException("a pause cannot be negative");
    }
    Set<BigDecimal> plain = new TreeSet<>(values);
    values = java.util.Collections.unmodifiableSet(plain);
  }

  /** On and off. */
  public static OutputRule onOff() {
    return new OutputRule(
        Set.of(BigDecimal.ONE, BigDecimal.ZERO),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static OutputRule between(BigDecimal least, BigDecimal most) {
    return new OutputRule(
        Set.of(), Optional.of(new Range(least, most)), Optional.empty(), Optional.empty());
  }

  public static OutputRule only(Set<BigDecimal> values) {
    return new OutputRule(values, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public OutputRule withSafe(BigDecimal value) {
    return new OutputRule(values, range, atMostEvery, Optional.of(value));
  }

  public OutputRule withPause(Duration pause) {
    return new OutputRule(values, range, Optional.of(pause), safe);
  }

  public boolean isSafe(BigDecimal value) {
    return safe.isPresent() && safe.get().compareTo(value) == 0;
  }

  public boolean allows(BigDecimal value) {
    return isSafe(value)
        || values.contains(value)
        || range.filter(r -> r.contains(value)).isPresent();
  }

  /** What is allowed, for a message. */
  public String allowed() {
    return range
        .map(r -> "%s to %s".formatted(r.least().toPlainString(), r.most().toPlainString()))
        .orElseGet(
            () -> values.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", ")));
  }

  /** See {@link OutputRuleText}. */
  public static OutputRule parse(String written) {
    return OutputRuleText.parse(written);
  }

  /** {@code on}, {@code off} or a number. */
  public static BigDecimal parseValue(String written) {
    return OutputRuleText.value(written.strip());
  }
}
