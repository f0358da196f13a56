package dev.aisle.device.plc.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteGuardTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "on, off | on | true",
        "on, off | off | true",
        "on, off | 2 | false",
        "off | on | false",
        "0 to 1500 | 0 | true",
        "0 to 1500 | 1500 | true",
        "0 to 1500 | 1500.1 | false",
        "0 to 1500 | -1 | false",
        "0, 50, 100 | 50.0 | true",
        "0, 50, 100 | 51 | false",
      })
  void onlyWhatTheRuleNamesIsAllowed(String rule, String value, boolean allowed) {
    WriteGuard guard = new WriteGuard(Map.of("belt", OutputRule.parse(rule)));
    assertThat(guard.ask("belt", OutputRule.parseValue(value), NOW).isEmpty()).isEqualTo(allowed);
  }

  @Test
  void aPointWithoutARuleIsNeverWritten() {
    WriteGuard guard = new WriteGuard(Map.of());
    assertThat(guard.ask("belt", BigDecimal.ONE, NOW))
        .contains(new WriteRefusal.NotAnOutput("belt"));
  }

  @Test
  void twoWritesKeepTheirPauseButTheSafeValueNeverWaits() {
    OutputRule rule = OutputRule.parse("on, off every 2 s").withSafe(BigDecimal.ZERO);
    WriteGuard guard = new WriteGuard(Map.of("door", rule));
    assertThat(guard.ask("door", BigDecimal.ONE, NOW)).isEmpty();
    guard.written("door", NOW);
    assertThat(guard.ask("door", BigDecimal.ONE, NOW.plusMillis(500)))
        .contains(new WriteRefusal.TooSoon("door", Duration.ofMillis(1500)));
    assertThat(guard.ask("door", BigDecimal.ZERO, NOW.plusMillis(500))).isEmpty();
    assertThat(guard.ask("door", BigDecimal.ONE, NOW.plusSeconds(2))).isEmpty();
  }

  @Test
  void aRefusalNamesThePointAndTheReason() {
    WriteGuard guard = new WriteGuard(Map.of("belt.speed_rpm", OutputRule.parse("0 to 1500")));
    WriteRefusal no = guard.ask("belt.speed_rpm", new BigDecimal("1600"), NOW).orElseThrow();
    assertThat(no.reason()).isEqualTo("belt.speed_rpm may not be 1600; allowed: 0 to 1500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maybe", "5 to 1", "on, ", "0 to", "on every 2 weeks"})
  void aRuleWrittenWronglyIsRefused(String written) {
    assertThatThrownBy(() -> OutputRule.parse(written))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
