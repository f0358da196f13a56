package dev.aisle.device.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnitPatienceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final UnitPatience patience = new UnitPatience();

  @Test
  void aSilentUnitAmongSpeakingOnesRestsEverLonger() {
    patience.answered(1, 0);
    long now = silent(5, 0, 1);
    patience.answered(1, now);
    now = silent(5, now, 2);
    assertThat(patience.leftToRest(5, now)).isEqualTo(Duration.ofSeconds(1));
    assertThat(patience.leftToRest(1, now)).isZero();
    for (int rest : new int[] {2, 4, 8, 15, 15}) {
      now += 20 * SECOND;
      assertThat(patience.leftToRest(5, now)).isZero();
      patience.answered(1, now);
      patience.keptSilent(5, now);
      assertThat(patience.leftToRest(5, now)).isEqualTo(Duration.ofSeconds(rest));
    }
    patience.answered(5, now);
    assertThat(patience.leftToRest(5, now)).isZero();
  }

  @Test
  void whenAllAreSilentNobodyIsHeldBack() {
    patience.answered(1, 0);
    patience.answered(5, 0);
    long now = silent(5, SECOND, 10);
    now = silent(1, now, 10);
    assertThat(patience.leftToRest(5, now)).isZero();
    assertThat(patience.leftToRest(1, now)).isZero();
  }

  private long silent(int unit, long now, int times) {
    long later = now;
    for (int i = 0; i < times; i++) {
      later += SECOND / 10;
      patience.keptSilent(unit, later);
    }
    return later;
  }
}
