package dev.aisle.sim.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.rfid.bb.BbDialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuzzBenchTest {
  static Set<String> codecs() {
    return FuzzBench.targets().keySet();
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void aShortRunOfEveryCodecBreaksNoRule(String codec) throws Exception {
    Map<String, Object> figures =
        new FuzzBench().run(Map.of("inputs", "8000", "codec", codec), line -> {});
    Map<?, ?> told = (Map<?, ?>) figures.get(codec);
    assertThat(told.get("failures")).isEqualTo(List.of());
    assertThat(told.get("inputs")).isEqualTo(8000L);
    assertThat(figures.get("ok")).isEqualTo(true);
  }

  @Test
  void aNeighbourThatDoesNotComeOutIsNoticed() {
    String wrongChecksum = "BB00B70000B87E";
    FuzzTarget target = new FrameFuzz<>(new BbDialect(), List.of(wrongChecksum));
    assertThatThrownBy(() -> target.one(new SplittableRandom(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the neighbour is lost");
  }
}
