package dev.aisle.sim.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.rfid.bb.BbDialect;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.scale.ScaleFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
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
  void everyCodecOfTheHouseIsAmongThem() {
    assertThat(codecs())
        .containsAll(UhfMakes.protocols())
        .contains("epc", "epc-text", "barcode", "zpl", "modbus-rtu")
        .contains("scale-sics", "scale-and", "scale-toledo", "scale-pattern");
  }

  @Test
  void aCodecThatBreaksDownIsAFailureWithTheInputThatDidIt() throws Exception {
    AtomicLong inputs = new AtomicLong();
    FuzzTarget target =
        new FuzzTarget() {
          @Override
          public boolean one(SplittableRandom random) {
            return given(samples().getFirst(), random);
          }

          @Override
          public boolean given(byte[] input, SplittableRandom choices) {
            if (inputs.incrementAndGet() == 12_345) {
              throw Damage.broken("planted", input, input.length);
            }
            return false;
          }

          @Override
          public List<byte[]> samples() {
            return List.of(new byte[] {0x4A, 0x50});
          }
        };
    Map<String, Object> told = FuzzBench.trial("planted", () -> target, 20_000, 1, 1, line -> {});
    assertThat(told.get("ok")).isEqualTo(false);
    assertThat(told.get("failures").toString()).contains("batch 1", "planted: 4A50");
  }

  @Test
  void aFormatThatLosesALineIsNoticed() {
    ScaleFormat onlyKilograms =
        ScaleFormat.pattern(
            "(?<weight>[0-9]+)(?<unit>kg)(?<stable>;)?(?<unstable>x)?", Optional.empty());
    FuzzTarget target = new ScaleFuzz(onlyKilograms, List.of("12kg;"));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      target.one(random);
    }
    assertThatThrownBy(() -> new ScaleFuzz(onlyKilograms, List.of("12lb;")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no line of the format");
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
