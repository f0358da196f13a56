package dev.aisle.sim.bench.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.sim.bench.Spread;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only what must hold on a machine of any speed. The figures are the bench's. */
class DevicesBenchTest {
  @Test
  void everyReadOfEveryMakeIsFollowedFromOneProcessToTheOther() throws Exception {
    Map<String, Object> report =
        new DevicesBench()
            .run(
                Map.of(
                    "seconds", "1",
                    "warm-up", "0",
                    "readers", "5",
                    "modbus", "2",
                    "hanging", "serial-mute"),
                line -> {});
    Map<?, ?> makes = (Map<?, ?>) report.get("last_byte_to_sighting_by_make");
    assertThat(makes).hasSize(5);
    makes.forEach((make, told) -> assertThat(((Map<?, ?>) told).get("lost")).isEqualTo(0));
    Map<?, ?> all = (Map<?, ?>) report.get("last_byte_to_sighting");
    assertThat((Integer) all.get("count")).isGreaterThan(20);
    assertThat((Double) all.get("p50_ms")).isPositive();
    assertThat((Integer) ((Map<?, ?>) report.get("between_polls")).get("count")).isPositive();
  }

  @Test
  void aTagIsFoundAgainInTheBytesOfALine() {
    byte[] frame = HexFormat.of().parseHex("BB0222A15E00000007000000000102A15E00");
    assertThat(BeatAir.in(frame)).containsExactly(new BeatAir.Numbered(7, 0x102));
    assertThat(BeatAir.of("A15E00000007000000000102")).isEqualTo(new BeatAir.Numbered(7, 0x102));
  }

  @Test
  void aSpreadIsTakenFromTheOrderOfItsTimes() {
    long[] times = new long[100];
    for (int i = 0; i < times.length; i++) {
      times[i] = 100 - i;
    }
    Spread spread = Spread.of(times);
    assertThat(List.of(spread.p50(), spread.p95(), spread.p99(), spread.most()))
        .containsExactly(50L, 95L, 99L, 100L);
    assertThat(Spread.distances(new long[] {3, 9}, 5)).containsExactly(2, 4);
  }

  @Test
  void aKindOfHangingThatIsNotPlayedIsRefused() {
    assertThatThrownBy(() -> new DevicesBench().run(Map.of("hanging", "sulking"), line -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tcp-dribbles");
  }
}
