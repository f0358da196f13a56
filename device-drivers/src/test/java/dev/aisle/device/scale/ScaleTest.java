package dev.aisle.device.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.modbus.RawSlave;
import dev.aisle.device.serial.Pty;
import dev.aisle.device.serial.SerialPortLink;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration STALE = Duration.ofMillis(300);

  private final List<WeightReading> rested = new CopyOnWriteArrayList<>();

  private List<Long> milligrams() {
    return rested.stream().map(WeightReading::milligrams).toList();
  }

  @Test
  void aWeightCountsWhenTheScaleSaysTwiceThatItLiesStill() {
    Settling settling = new Settling("pack-1");
    ScaleSays still = new ScaleSays.Weight(5_000, true);
    assertThat(settling.take(new ScaleSays.Weight(4_000, false), NOON)).isEmpty();
    assertThat(settling.take(new ScaleSays.Weight(4_000, false), NOON)).isEmpty();
    assertThat(settling.take(still, NOON)).isEmpty();
    assertThat(settling.take(new ScaleSays.Weight(7_000, true), NOON)).isEmpty();
    assertThat(settling.take(still, NOON)).isEmpty();
    assertThat(settling.take(still, NOON)).isPresent();
    assertThat(settling.take(still, NOON)).isEmpty();
    settling.take(new ScaleSays.Weight(2_000, false), NOON);
    settling.take(still, NOON);
    assertThat(settling.take(still, NOON)).isPresent();
  }

  @Test
  void overloadNegativeAndMovingAreNeverTaken() {
    Settling settling = new Settling("pack-1");
    for (ScaleSays says :
        List.of(
            new ScaleSays.Overload(),
            new ScaleSays.Underload(),
            new ScaleSays.NotNow("busy"),
            new ScaleSays.Weight(-1, true),
            new ScaleSays.Weight(10, false))) {
      settling.take(says, NOON);
      assertThat(settling.take(says, NOON)).isEmpty();
      assertThat(settling.latest().orElseThrow().usable()).isFalse();
    }
  }

  @Test
  void aSerialScaleTellsRestingWeightsAndForgetsThemWhenItFallsSilent(@TempDir Path folder)
      throws Exception {
    try (Pty pty = Pty.at(folder.resolve("scale"));
        SerialScale scale =
            new SerialScale(
                "pack-1",
                new SerialPortLink(pty.path(), 9600),
                ScaleFormat.sics(),
                STALE,
                Clock.systemUTC())) {
      scale.onStable(rested::add);
      scale.open();
      await().until(() -> new String(pty.read(), StandardCharsets.US_ASCII).contains("SIR\r\n"));
      await()
          .until(
              () -> {
                say(pty, "S S       0.00 g\r\n");
                return scale.health().link() == LinkState.UP && milligrams().contains(0L);
              });
      say(pty, "S D     812.30 g\r\nS D     951.00 g\r\n\0\0###\r\nS S     950.40 g\r\n");
      say(pty, "S S     950.");
      say(pty, "40 g\r\nS S     950.40 g\r\n");
      await().until(() -> rested.size() == 2);
      assertThat(milligrams()).containsExactly(0L, 950_400L);
      assertThat(rested.getLast().grams()).isEqualByComparingTo("950.4");
      assertThat(scale.latest()).isPresent();
      assertThat(scale.health().noiseBytes()).isPositive();
      say(pty, "S +\r\n");
      await().until(() -> scale.health().signal() == Ne107.CHECK);
      await().until(() -> scale.latest().isEmpty());
      await().until(() -> scale.health().link() == LinkState.DOWN);
      assertThat(scale.health().trouble().orElseThrow()).contains("no weight for 600 ms");
      await()
          .until(
              () -> {
                say(pty, "S S     950.40 g\r\n");
                return rested.size() == 3;
              });
      assertThat(scale.health().link()).isEqualTo(LinkState.UP);
    }
  }

  private static void say(Pty pty, String line) {
    pty.write(line.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aModbusScaleIsTakenOnlyWhileItsBitsSaySo() throws Exception {
    try (RawSlave slave = new RawSlave()) {
      ScalePlan.Modbus plan =
          ScalePlan.modbus(
              Map.of(
                  "weight_g", "holding 0 int32 low-word-first",
                  "stable", "holding 2 bit 0",
                  "overload", "holding 2 bit 1",
                  "zero", "holding 2 bit 2"));
      try (ModbusScale scale =
          new ModbusScale(
              "floor-1",
              ModbusTcpMaster.at(slave.address(), Duration.ofMillis(200)),
              plan.registers(),
              plan.unit(),
              STALE,
              Clock.systemUTC())) {
        scale.onStable(rested::add);
        scale.open();
        await().until(() -> scale.latest().isPresent());
        assertThat(rested).isEmpty();
        slave.holding(0, 70_000 & 0xFFFF);
        slave.holding(1, 70_000 >> 16);
        await().until(() -> scale.latest().filter(r -> r.milligrams() == 70_000_000).isPresent());
        assertThat(rested).isEmpty();
        slave.holding(2, 1);
        await().until(() -> rested.size() == 1);
        assertThat(milligrams()).containsExactly(70_000_000L);
        slave.holding(2, 3);
        await().until(() -> scale.latest().filter(WeightReading::overload).isPresent());
        slave.holding(0, 0);
        slave.holding(1, 0);
        slave.holding(2, 5);
        await().until(() -> rested.size() == 2);
        assertThat(rested.getLast().zero()).isTrue();
        slave.silent(true);
        await().until(() -> scale.latest().isEmpty());
        assertThat(slave.writes()).isEmpty();
      }
    }
  }
}
