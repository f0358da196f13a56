package dev.aisle.device.plc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.modbus.RawSlave;
import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineEvent;
import dev.aisle.device.plc.machine.MachineState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlcStationTest {
  private static final Map<String, String> POINTS =
      Map.of(
          "belt.run", "do 0",
          "belt.eye", "di 0 counted",
          "gate.open", "do 1",
          "gate.close", "do 2",
          "gate.is-open", "di 1",
          "gate.is-closed", "di 2",
          "stack.red", "do 4",
          "stack.green", "do 5");
  private static final Map<String, Map<String, String>> MACHINES =
      Map.of(
          "belt", Map.of("is", "conveyor", "run", "belt.run", "eye", "belt.eye"),
          "gate",
              Map.of(
                  "is", "door",
                  "open", "gate.open",
                  "close", "gate.close",
                  "is_open", "gate.is-open",
                  "is_closed", "gate.is-closed",
                  "pulse", "100 ms"),
          "stack", Map.of("is", "light-stack", "red", "stack.red", "green", "stack.green"));

  private final List<MachineEvent> events = new CopyOnWriteArrayList<>();
  private RawSlave slave;
  private PlcStation station;

  private static PlcPlan.Source source(Map<String, Map<String, String>> machines) {
    return new PlcPlan.Source(
        Optional.of("adam-6000"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("10 ms"),
        POINTS,
        Map.of(),
        Map.of(),
        Map.of(),
        machines);
  }

  @BeforeEach
  void open() throws Exception {
    slave = new RawSlave();
    slave.input(2, true);
    PlcPlan plan = PlcPlan.read(source(MACHINES)).plan().orElseThrow();
    station =
        new PlcStation(
            "plc-1",
            ModbusTcpMaster.at(slave.address(), Duration.ofMillis(200)),
            plan,
            Clock.systemUTC());
    station.machines().onEvent(events::add);
    station.open();
    await().until(() -> state("gate") == MachineState.Door.CLOSED);
  }

  @AfterEach
  void close() throws Exception {
    station.close();
    slave.close();
  }

  private MachineState state(String machine) {
    return station.machines().report(machine).orElseThrow().state();
  }

  @Test
  void oneCommandIsOnePulseAlsoWhenTheControllerDoesNotAnswerIt() {
    slave.swallowNext(5);
    station.machines().command("gate", new MachineCommand.Open());
    await().until(() -> slave.rises(17) == 1);
    await().until(() -> !slave.coil(17));
    slave.input(2, false);
    slave.input(1, true);
    await().until(() -> state("gate") == MachineState.Door.OPEN);
    assertThat(slave.rises(17)).isEqualTo(1);
    assertThat(slave.writes()).filteredOn("5: 17=1"::equals).hasSize(1);
  }

  @Test
  void aRunningBeltStandsAfterTheLinkWasLostAndDoesNotStartByItself() {
    assertThat(station.machines().command("belt", new MachineCommand.Start()))
        .isEqualTo(CommandAnswer.ACCEPTED);
    await().until(() -> state("belt") == MachineState.Conveyor.RUNNING);
    slave.silent(true);
    await().until(() -> state("belt") == MachineState.Conveyor.UNKNOWN);
    assertThat(station.machines().command("belt", new MachineCommand.Start()))
        .isInstanceOf(CommandAnswer.Refused.class);
    slave.silent(false);
    await().until(() -> state("belt") == MachineState.Conveyor.STOPPED);
    assertThat(slave.coil(16)).isFalse();
    assertThat(slave.rises(16)).isEqualTo(1);
  }

  @Test
  void aLightStackBlinksOnTheWireWithItsLampsTogether() {
    station.machines().command("stack", new MachineCommand.Show("fault"));
    await().until(() -> slave.rises(20) >= 2);
    station.machines().command("stack", new MachineCommand.Show("running"));
    await().until(() -> slave.coil(21) && !slave.coil(20));
    station.machines().command("stack", new MachineCommand.Show("off"));
    await().until(() -> !slave.coil(21));
    assertThat(events).anyMatch(event -> event.machine().equals("stack"));
    assertThat(station.machines().command("ghost", new MachineCommand.Stop()))
        .isInstanceOf(CommandAnswer.Refused.class);
  }

  @Test
  void whatAMachineSwitchesIsOffWhenTheLinkComesUp() {
    PlcPlan plan = PlcPlan.read(source(MACHINES)).plan().orElseThrow();
    assertThat(plan.wiring().outputs().get("belt.run").safe()).isPresent();
    assertThat(plan.wiring().points().get("belt.run").address()).isEqualTo(16);
    assertThat(plan.wiring().points().get("belt.eye").counter()).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "profile | adam-9999 | | profile | there is no profile",
        "model | 4150 | | model | with a profile",
        "unit | 300 | | unit | unit 300",
        "poll | often | | poll | is no time",
        "points | a | coil | points/a | not a point",
        "allow | ghost | on | allow/ghost | no point ghost",
        "allow | eye | on | allow/eye | cannot be written",
        "allow | run | sometimes | allow/run | cannot be written to an output",
        "safe | ghost | off | safe/ghost | no point ghost",
        "safe | run | maybe | safe/run | cannot be written to an output",
        "watchdog | heartbeat | daily | watchdog/heartbeat | no heartbeat",
        "watchdog | dog | holding 3 | watchdog/dog | only a heartbeat",
        "machines | m | is=crane | machines/m | not a kind of machine",
        "machines | m | run=run | machines/m | 'is' is missing",
        "machines | m | is=conveyor;run=ghost | machines/m | no point ghost",
        "machines | m | is=conveyor;run=eye | machines/m | cannot be written",
        "machines | m | is=conveyor;run=run;eye=speed_rpm | machines/m | is a number",
      })
  void everyMistakeIsReportedWithItsPlace(
      String where, String key, String value, String path, String sentence) {
    Map<String, String> settings = new java.util.HashMap<>();
    if (where.equals("machines")) {
      for (String setting : value.split(";", -1)) {
        settings.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
      }
    }
    Map<String, String> points = new java.util.HashMap<>();
    points.put("run", "coil 1");
    points.put("eye", "input 1");
    points.put("speed_rpm", "holding 3 int16");
    if (where.equals("points")) {
      points.put(key, value);
    }
    PlcPlan.Outcome outcome =
        PlcPlan.read(
            new PlcPlan.Source(
                where.equals("profile") ? Optional.of(key) : Optional.empty(),
                where.equals("model") ? Optional.of(key) : Optional.empty(),
                where.equals("unit") ? Optional.of(Integer.parseInt(key)) : Optional.empty(),
                where.equals("poll") ? Optional.of(key) : Optional.empty(),
                points,
                where.equals("allow") ? Map.of(key, value) : Map.of(),
                where.equals("safe") ? Map.of(key, value) : Map.of(),
                where.equals("watchdog") ? Map.of(key, value) : Map.of(),
                where.equals("machines") ? Map.of(key, settings) : Map.of()));
    assertThat(outcome.plan()).isEmpty();
    assertThat(outcome.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(String.join("/", mistake.path())).isEqualTo(path);
              assertThat(mistake.what().getMessage()).contains(sentence);
            });
  }

  @Test
  void aFlashIsWrittenAsItsTerminalWhereTheMakeKnowsIt() {
    assertThat(PlcProfile.named("waveshare-relay").orElseThrow().point("do 3 flash 2 s").flash())
        .contains(new Point.Flash(0x0203, Duration.ofSeconds(2)));
    assertThatThrownBy(() -> PlcProfile.named("lc-tech").orElseThrow().point("do 3 flash 2 s"))
        .hasMessageContaining("lc-tech flashes nothing there");
  }

  @Test
  void twoMachinesCannotSwitchOneOutput() {
    PlcPlan.Outcome outcome =
        PlcPlan.read(
            source(
                Map.of(
                    "a", Map.of("is", "conveyor", "run", "belt.run"),
                    "b", Map.of("is", "conveyor", "run", "belt.run"))));
    assertThat(outcome.mistakes())
        .singleElement()
        .satisfies(mistake -> assertThat(mistake.what().getMessage()).contains("also switched by"));
  }
}
