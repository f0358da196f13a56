package dev.aisle.sim.bench.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Only what must hold on a machine of any speed: nothing is lost. The figures are the bench's. */
@Isolated("a busy line needs its reader to be given the processor in time")
class LineRateBenchTest {
  @Test
  void noReadOfAnyMakeIsLostOnABusyLine() throws Exception {
    Map<String, Object> figures =
        new LineRateBench()
            .run(Map.of("seconds", "3", "pulls", "0", "whole-frames", "yes"), line -> {});
    Map<?, ?> makes = (Map<?, ?>) figures.get("makes");
    assertThat(makes.size()).isGreaterThanOrEqualTo(3);
    for (Object each : makes.values()) {
      Map<?, ?> make = (Map<?, ?>) each;
      assertThat(make.get("tags_lost")).as("%s", makes).isEqualTo(0);
      assertThat(make.get("tags_unknown")).isEqualTo(0L);
      assertThat((Integer) make.get("tags_sent")).isGreaterThan(100);
    }
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> new LineRateBench().run(Map.of("secnods", "3"), line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("secnods");
  }
}
