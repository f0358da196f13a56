package dev.aisle.sim.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.scale.ModbusScale;
import dev.aisle.device.scale.ScaleFormat;
import dev.aisle.device.scale.ScalePlan;
import dev.aisle.device.scale.SerialScale;
import dev.aisle.device.scale.WeightReading;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.sim.plc.SimulatedModbusScale;
import dev.aisle.sim.reader.line.LineFaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drivers' scales against the played ones, on a pseudo-terminal and over Modbus TCP. */
class SimulatedScaleTest {
  private static final Duration STALE = Duration.ofMillis(700);
  private static final long PARCEL = 1_250_500;

  private final LoadCell cell = new LoadCell(6_000_000, 500);
  private final List<WeightReading> rested = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  private SimulatedScale played(ScaleMake make) {
    SimulatedScale played =
        new SimulatedScale("pack-1", folder.resolve("scale"), make, cell, new SplittableRandom(7));
    played.open();
    await().until(() -> folder.resolve("scale").toFile().exists());
    return played;
  }

  private SerialScale driver(ScaleFormat format) {
    SerialScale scale =
        new SerialScale(
            "pack-1",
            ByteLink.to(folder.resolve("scale").toString(), 9600),
            format,
            STALE,
            Clock.systemUTC());
    scale.onStable(rested::add);
    scale.open();
    return scale;
  }

  private List<Long> milligrams() {
    return rested.stream().map(WeightReading::milligrams).toList();
  }

  @Test
  void aLoadSwingsBeforeItRests() {
    cell.put(PARCEL);
    List<Long> shown = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      cell.step(0.01);
      assertThat(cell.shown().stable()).isFalse();
      shown.add(cell.shown().milligrams());
    }
    assertThat(shown).anyMatch(each -> each > PARCEL).anyMatch(each -> each < PARCEL);
    for (int i = 0; i < 300; i++) {
      cell.step(0.01);
    }
    assertThat(cell.shown()).isEqualTo(new LoadCell.Shown(PARCEL, true, false));
  }

  @ParameterizedTest
  @EnumSource(ScaleMake.class)
  void aParcelIsWeighedOnceItLiesStill(ScaleMake make) {
    ScaleFormat format =
        switch (make) {
          case SICS -> ScaleFormat.sics();
          case AND -> ScaleFormat.and();
          case TOLEDO -> ScaleFormat.toledo();
        };
    try (SimulatedScale played = played(make);
        SerialScale scale = driver(format)) {
      await().until(() -> milligrams().equals(List.of(0L)));
      played.cell().put(PARCEL);
      await().until(() -> rested.size() == 2);
      assertThat(milligrams()).containsExactly(0L, PARCEL);
      played.cell().put(9_000_000);
      await().until(() -> scale.latest().filter(WeightReading::overload).isPresent());
      played.cell().clear();
      await().until(() -> rested.size() == 3);
      assertThat(milligrams()).containsExactly(0L, PARCEL, 0L);
    }
  }

  @Test
  void onABadLineNoWrongWeightIsTakenAndSilenceIsNoticed() {
    try (SimulatedScale played = played(ScaleMake.AND);
        SerialScale scale = driver(ScaleFormat.and())) {
      await().until(() -> milligrams().contains(0L));
      LineFaults bad = new LineFaults(0.3, 0.3, 0.1, 0, false, Duration.ZERO, Duration.ZERO, 1);
      played.disturb(bad, Duration.ofSeconds(3));
      played.cell().put(PARCEL);
      await().until(() -> milligrams().contains(PARCEL));
      assertThat(milligrams()).containsOnly(0L, PARCEL);
      played.disturb(
          new LineFaults(0, 0, 0, 0, true, Duration.ZERO, Duration.ZERO, 1),
          Duration.ofMillis(1_800));
      await().until(() -> scale.latest().isEmpty());
      await().until(() -> scale.health().link() == LinkState.DOWN);
      await().until(() -> scale.latest().isPresent());
      played.pullCable(Duration.ofMillis(300));
      await().until(() -> scale.health().link() == LinkState.DOWN);
      await().until(() -> scale.health().link() == LinkState.UP);
    }
  }

  @Test
  void aScaleOnModbusIsWeighedTheSameWay() throws Exception {
    ScalePlan.Modbus plan =
        ScalePlan.modbus(
            Map.of(
                "weight_g", "holding 0 int32",
                "stable", "holding 2 bit 0",
                "overload", "holding 2 bit 1",
                "zero", "holding 2 bit 2"));
    try (SimulatedModbusScale played =
            new SimulatedModbusScale("floor-1", 0, new LoadCell(1_500_000_000L, 500_000));
        ModbusScale scale =
            new ModbusScale(
                "floor-1",
                ModbusTcpMaster.at(played.address(), Duration.ofMillis(200)),
                plan.registers(),
                plan.unit(),
                STALE,
                Clock.systemUTC())) {
      scale.onStable(rested::add);
      scale.open();
      await().until(() -> milligrams().equals(List.of(0L)));
      played.cell().put(820_500_000);
      await().until(() -> rested.size() == 2);
      assertThat(milligrams()).containsExactly(0L, 820_500_000L);
      played.cell().put(900_000_000);
      await().until(() -> scale.latest().filter(WeightReading::overload).isPresent());
      played.keepSilent(true);
      await().until(() -> scale.latest().isEmpty());
    }
  }
}
