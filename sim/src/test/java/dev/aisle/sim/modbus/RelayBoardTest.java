package dev.aisle.sim.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.modbus.ModbusFailure;
import dev.aisle.device.modbus.ModbusMaster;
import dev.aisle.device.modbus.ModbusSettings;
import dev.aisle.device.modbus.ModbusTelegram;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineState;
import dev.aisle.device.plc.plan.PlcPlan;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.device.serial.LineSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The relay board that ends its own pulses, over a serial line. */
class RelayBoardTest {
  private static final int BAUD = 115_200;

  @TempDir Path folder;
  private final List<ModbusTelegram> told = new CopyOnWriteArrayList<>();

  private ModbusMaster line(RtuBus bus) {
    await().until(() -> Files.exists(folder.resolve("rs485")));
    return ModbusMaster.to(
        ModbusSettings.rtu(bus.address(), LineSettings.plain(BAUD))
            .withTimeout(Duration.ofMillis(200)));
  }

  private RtuBus bus(DataUnits units) {
    return RtuBus.onSerialLine(folder.resolve("rs485"), BAUD, units, 1);
  }

  @Test
  void aDoorsPulseIsEndedByTheBoardAlsoWhenTheLineIsDead() throws Exception {
    RelayBoard board = new RelayBoard();
    board.sense(1, true);
    DataUnits units = new DataUnits(Map.of(1, board));
    PlcPlan plan = plan(Map.of("gate.open", "do 0 flash 700 ms", "gate.close", "do 1"));
    try (RtuBus bus = bus(units);
        ModbusMaster line = line(bus);
        PlcStation station = new PlcStation("io-1", line, plan, Clock.systemUTC())) {
      line.onTelegram(1, told::add);
      station.open();
      await()
          .until(
              () ->
                  station.machines().report("gate").orElseThrow().state()
                      == MachineState.Door.CLOSED);
      assertThat(station.machines().command("gate", new MachineCommand.Open()))
          .isEqualTo(CommandAnswer.ACCEPTED);
      await().until(() -> board.isOn(0));
      units.fault(1, Optional.of(new DataUnits.UnitFault.Silent()));
      await().until(() -> !board.isOn(0));
      assertThat(board.pulses(0)).isEqualTo(1);
    }
    assertThat(told)
        .extracting(ModbusTelegram::hex)
        .filteredOn(hex -> hex.startsWith("0105"))
        // Printed in the maker's command list: relay 0 on for 700 ms; the answer repeats it.
        .startsWith("0105020000078DB0", "0105020000078DB0");
  }

  @Test
  void aFlashIsConfirmedWhileItLastsAndAfterItIsOver() throws Exception {
    RelayBoard board = new RelayBoard();
    DataUnits units = new DataUnits(Map.of(1, board));
    PlcPlan plan = plan(Map.of("horn", "do 2 flash 10 s", "lamp", "do 3"));
    try (RtuBus bus = bus(units);
        ModbusMaster line = line(bus);
        PlcStation station = new PlcStation("io-1", line, plan, Clock.systemUTC())) {
      station.open();
      await().until(() -> station.points().value("horn").value().isPresent());
      assertThat(station.points().setAll(Map.of("horn", true, "lamp", true)))
          .extracting(result -> result.outcome())
          .containsOnly(WriteOutcome.CONFIRMED);
      assertThat(board.isOn(2) && board.isOn(3)).isTrue();
      assertThat(station.points().write("horn", false)).isEqualTo(WriteOutcome.CONFIRMED);
      assertThat(board.isOn(2)).isFalse();
      units.loseAnswersOfWrites(1, 1);
      assertThat(station.points().write("horn", true)).isEqualTo(WriteOutcome.CONFIRMED);
      assertThat(board.pulses(2)).isEqualTo(2);
      assertThatThrownBy(() -> line.writeCoilValue(1, 0x0200, 0))
          .isInstanceOf(ModbusFailure.Refused.class);
    }
  }

  @Test
  void theBoardCountsInTenthsOfASecondAndKnowsItsPublishedFrames() throws Exception {
    AtomicLong nanos = new AtomicLong();
    RelayBoard board = new RelayBoard(nanos::get);
    board.writeCoil(0x0203, 7);
    nanos.addAndGet(Duration.ofMillis(699).toNanos());
    assertThat(board.isOn(3)).isTrue();
    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(board.isOn(3)).isFalse();
    board.writeCoils(0xFF, new boolean[] {true});
    assertThat(board.coils(0, 8)).containsOnly(true);
    board.writeCoil(0x0401, 1);
    assertThat(board.isOn(1)).isFalse();
    nanos.addAndGet(Duration.ofMillis(100).toNanos());
    assertThat(board.isOn(1)).isTrue();
    assertThatThrownBy(() -> board.writeCoil(8, ModbusUnit.ON))
        .isInstanceOf(ModbusUnit.Refusal.class);
  }

  private static PlcPlan plan(Map<String, String> outputs) {
    boolean gate = outputs.containsKey("gate.open");
    Map<String, String> points = new java.util.TreeMap<>(outputs);
    points.put("is-open", "di 0");
    points.put("is-closed", "di 1");
    PlcPlan.Outcome outcome =
        PlcPlan.read(
            new PlcPlan.Source(
                Optional.of("waveshare-relay"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("20 ms"),
                points,
                Map.of(),
                Map.of(),
                Map.of(),
                gate
                    ? Map.of(
                        "gate",
                        Map.of(
                            "is", "door",
                            "open", "gate.open",
                            "close", "gate.close",
                            "is_open", "is-open",
                            "is_closed", "is-closed",
                            "pulse", "1 s"))
                    : Map.of()));
    assertThat(outcome.mistakes()).isEmpty();
    return outcome.plan().orElseThrow();
  }
}
