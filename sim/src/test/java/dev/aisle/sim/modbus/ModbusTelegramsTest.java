package dev.aisle.sim.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.modbus.ModbusTelegram;
import dev.aisle.device.serial.LineSettings;
import dev.aisle.sim.modbus.DataUnits.UnitFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over a real wire, as it is shown to a technician. */
class ModbusTelegramsTest {
  private final ValueHead head = new ValueHead(false);
  private final DataUnits units = new DataUnits(Map.of(1, head, 2, new ValueHead(false)));
  private final List<ModbusTelegram> told = new CopyOnWriteArrayList<>();

  @Test
  void everyFrameOfAUnitIsToldInBytesAndInWordsAndThoseOfOthersAreNot() throws Exception {
    try (TcpSlaves slaves = new TcpSlaves(0, units);
        ModbusMaster master = ModbusMaster.to(ModbusSettings.tcp(slaves.address()))) {
      ModbusMaster.Tap tap = master.shared().onTelegram(1, told::add);
      master.readHolding(2, 3, 1);
      master.writeRegister(1, 3, 7);
      master.readHolding(1, 3, 2);
      assertThat(told)
          .extracting(ModbusTelegram::hex)
          .containsExactly(
              "000200000006010600030007",
              "000200000006010600030007",
              "000300000006010300030002",
              "00030000000701030400070000");
      assertThat(told.get(0).meaning())
          .containsExactly(
              Map.entry("type", "write register"),
              Map.entry("unit", 1),
              Map.entry("function", 6),
              Map.entry("address", 3),
              Map.entry("value", 7));
      assertThat(told.get(1).meaning()).containsEntry("type", "write register, done");
      assertThat(told.get(3).sent()).isFalse();
      assertThat(told.get(3).meaning())
          .containsEntry("type", "read holding registers, answer")
          .containsEntry("first", 3)
          .containsEntry("values", List.of(7, 0));
      tap.close();
      master.readHolding(1, 3, 1);
      assertThat(told).hasSize(4);
    }
  }

  @Test
  void aRefusalSaysWhatItsNumberMeansAndSilenceIsShown() throws Exception {
    ModbusSettings settings;
    try (TcpSlaves slaves = new TcpSlaves(0, units)) {
      settings = ModbusSettings.tcp(slaves.address()).withTimeout(Duration.ofMillis(100));
      try (ModbusMaster master = ModbusMaster.to(settings)) {
        master.onTelegram(1, told::add);
        assertThatThrownBy(() -> master.readHolding(1, 900, 1))
            .isInstanceOf(ModbusFailure.Refused.class);
        units.fault(1, Optional.of(new UnitFault.Silent()));
        assertThatThrownBy(() -> master.writeCoils(1, 0, new BitSet(), 3))
            .isInstanceOf(ModbusFailure.NoAnswer.class);
      }
    }
    assertThat(told.get(1).hex()).endsWith("018302");
    assertThat(told.get(1).meaning())
        .containsEntry("type", "exception")
        .containsEntry("function", 3)
        .containsEntry("exception", 2)
        .containsEntry("meaning", "exception 2, no such address");
    assertThat(told.get(2).meaning())
        .containsEntry("type", "write coils")
        .containsEntry("values", List.of(0, 0, 0));
    assertThat(told.get(3).hex()).isEmpty();
    assertThat(told.get(3).meaning()).containsEntry("type", "no answer");
  }

  @Test
  void aDeviceThatDribblesItsAnswerHoldsARequestNoLongerThanItsTime() throws Exception {
    Duration time = Duration.ofMillis(300);
    try (TcpSlaves slaves = new TcpSlaves(0, units)) {
      ModbusSettings settings = ModbusSettings.tcp(slaves.address()).withTimeout(time);
      try (ModbusMaster master = ModbusMaster.to(settings)) {
        slaves.dribble(Duration.ofMillis(2));
        assertThat(master.readHolding(1, 3, 2)).containsExactly(0, 0);
        slaves.dribble(Duration.ofMillis(100));
        long start = System.nanoTime();
        assertThatThrownBy(() -> master.readHolding(1, 3, 2))
            .isInstanceOf(ModbusFailure.NoAnswer.class)
            .hasMessageContaining("within 300 ms");
        // Dribbled to its end it would take more than a second.
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(time, time.multipliedBy(3));
        slaves.dribble(Duration.ZERO);
        assertThat(master.readHolding(1, 3, 2)).containsExactly(0, 0);
      }
    }
  }

  @Test
  void aWriteWhoseAnswerIsLostHasBeenCarriedOutAndOnlyThatOneIsLost() throws Exception {
    try (TcpSlaves slaves = new TcpSlaves(0, units)) {
      ModbusSettings settings =
          ModbusSettings.tcp(slaves.address()).withTimeout(Duration.ofMillis(200));
      try (ModbusMaster master = ModbusMaster.to(settings)) {
        units.loseAnswersOfWrites(1, 1);
        assertThat(master.readHolding(1, 3, 1)).containsExactly(0);
        assertThatThrownBy(() -> master.writeRegister(1, 3, 7))
            .isInstanceOf(ModbusFailure.NoAnswer.class);
        assertThat(master.readHolding(1, 3, 1)).containsExactly(7);
        master.writeRegister(1, 3, 8);
        assertThat(head.mode()).isEqualTo(8);
      }
    }
  }

  @Test
  void onASerialLineTheFrameHasItsChecksum(@TempDir Path folder) throws Exception {
    Path port = folder.resolve("rs485");
    try (RtuBus bus = RtuBus.onSerialLine(port, 115_200, units, 1);
        ModbusMaster master =
            ModbusMaster.to(ModbusSettings.rtu(bus.address(), LineSettings.plain(115_200)))) {
      org.awaitility.Awaitility.await().until(() -> java.nio.file.Files.exists(port));
      master.onTelegram(1, told::add);
      master.readHolding(1, 0, 1);
    }
    assertThat(told)
        .extracting(ModbusTelegram::hex)
        .containsExactly("010300000001840A", "0103020000B844");
  }
}
