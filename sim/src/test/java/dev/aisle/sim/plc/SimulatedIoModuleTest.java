package dev.aisle.sim.plc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.FaultKind;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineEvent;
import dev.aisle.device.plc.machine.MachineFault;
import dev.aisle.device.plc.machine.MachineState;
import dev.aisle.device.plc.plan.PlcPlan;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.sim.plc.machine.SimulatedContact;
import dev.aisle.sim.plc.machine.SimulatedConveyor;
import dev.aisle.sim.plc.machine.SimulatedGate;
import dev.aisle.sim.plc.machine.SimulatedLamps;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The drivers' machines against the simulated ones, over Modbus TCP. */
class SimulatedIoModuleTest {
  private static final Map<String, PlcPoint> TERMINALS =
      Map.of(
          "run", PlcPoint.coil(0),
          "open", PlcPoint.coil(1),
          "close", PlcPoint.coil(2),
          "red", PlcPoint.coil(3),
          "eye", PlcPoint.input(0),
          "drive-fault", PlcPoint.input(1),
          "is-open", PlcPoint.input(2),
          "is-closed", PlcPoint.input(3),
          "button", PlcPoint.input(4),
          "beam", PlcPoint.input(5));
  private static final Map<String, String> POINTS =
      Map.of(
          "run", "do 0",
          "open", "do 1",
          "close", "do 2",
          "red", "do 3",
          "eye", "di 0 counted",
          "drive-fault", "di 1",
          "is-open", "di 2",
          "is-closed", "di 3",
          "button", "di 4 counted",
          "beam", "di 5 counted");
  private static final Map<String, Map<String, String>> MACHINES =
      Map.of(
          "belt",
              Map.of(
                  "is", "conveyor",
                  "run", "run",
                  "fault", "drive-fault",
                  "eye", "eye",
                  "jam_after", "500 ms"),
          "gate",
              Map.of(
                  "is", "door",
                  "open", "open",
                  "close", "close",
                  "is_open", "is-open",
                  "is_closed", "is-closed",
                  "travel", "1 s",
                  "pulse", "200 ms"),
          "stack", Map.of("is", "light-stack", "red", "red"),
          "call", Map.of("is", "button", "input", "button", "long_after", "400 ms"),
          "pass", Map.of("is", "photo-eye", "input", "beam"));

  private final SimulatedConveyor belt =
      new SimulatedConveyor("run", "drive-fault", "eye", 2.0, 0.5, 2.0);
  private final SimulatedGate gate =
      new SimulatedGate("open", "close", "is-open", "is-closed", 0.3);
  private final SimulatedLamps lamps = new SimulatedLamps(List.of("red"));
  private final SimulatedContact button = new SimulatedContact("button");
  private final SimulatedContact beam = new SimulatedContact("beam");
  private final List<MachineEvent> events = new CopyOnWriteArrayList<>();
  private SimulatedIoModule module;
  private PlcStation station;

  private void open(IoModuleSpec spec, Map<String, String> watchdog) throws IOException {
    module = new SimulatedIoModule(spec, List.of(belt, gate, lamps, button, beam));
    PlcPlan.Outcome outcome =
        PlcPlan.read(
            new PlcPlan.Source(
                Optional.of("adam-4100"),
                Optional.of(spec.model().substring(0, 4)),
                Optional.empty(),
                Optional.of("10 ms"),
                POINTS,
                Map.of(),
                Map.of(),
                watchdog,
                MACHINES));
    assertThat(outcome.mistakes()).isEmpty();
    station =
        new PlcStation(
            "io-1",
            ModbusTcpMaster.at(module.address(), Duration.ofMillis(150)),
            outcome.plan().orElseThrow(),
            Clock.systemUTC());
    station.machines().onEvent(events::add);
    station.open();
    await().until(() -> state("gate") == MachineState.Door.CLOSED);
  }

  private void open() throws IOException {
    open(IoModuleSpec.of("io-1", TERMINALS), Map.of());
  }

  @AfterEach
  void close() {
    station.close();
    module.close();
  }

  private MachineState state(String machine) {
    return station.machines().report(machine).orElseThrow().state();
  }

  private List<FaultKind> faults(String machine) {
    return station.machines().report(machine).orElseThrow().faults().stream()
        .map(MachineFault::kind)
        .toList();
  }

  private void tell(String machine, MachineCommand command) {
    assertThat(station.machines().command(machine, command)).isEqualTo(CommandAnswer.ACCEPTED);
  }

  @Test
  void aBeltCarriesParcelsJamsAndIsFreed() throws IOException {
    open();
    tell("belt", new MachineCommand.Start());
    belt.put(0.3);
    await().until(() -> belt.delivered() == 1);
    belt.jam();
    belt.put(0.3);
    await().until(() -> state("belt") == MachineState.Conveyor.JAMMED);
    await().until(() -> !module.on("run"));
    belt.clearJam();
    await()
        .until(
            () ->
                station.machines().command("belt", new MachineCommand.Acknowledge())
                    instanceof CommandAnswer.Accepted);
    tell("belt", new MachineCommand.Start());
    belt.driveFault(true);
    await().until(() -> state("belt") == MachineState.Conveyor.FAULT);
    await().until(() -> !module.on("run"));
  }

  @Test
  void oneCommandIsOnePulseWhateverTheLineDoes() throws IOException {
    open();
    module.loseAnswersOfWrites(1);
    tell("gate", new MachineCommand.Open());
    await().until(() -> state("gate") == MachineState.Door.OPEN);
    assertThat(module.pulses("open")).isEqualTo(1);
    gate.stickAt(0.5);
    tell("gate", new MachineCommand.Close());
    await().until(() -> faults("gate").contains(FaultKind.DOOR_NEITHER));
    gate.free();
    await().until(() -> state("gate") == MachineState.Door.CLOSED);
    assertThat(module.pulses("close")).isEqualTo(1);
    gate.stickAt(0);
    tell("gate", new MachineCommand.Open());
    await().until(() -> faults("gate").contains(FaultKind.DOOR_NOT_MOVED));
    gate.breakOpenSwitch(true);
    await().until(() -> faults("gate").contains(FaultKind.DOOR_BOTH));
    assertThat(module.pulses("open")).isEqualTo(2);
  }

  @Test
  void lampsButtonsAndEyesAreSeenOverTheWire() throws IOException {
    open();
    tell("stack", new MachineCommand.Show("fault"));
    await().until(() -> lamps.flashes("red") >= 2);
    module.setCounter("beam", 0xFFFF_FFFEL);
    long seen = station.points().health().exchanges();
    await().until(() -> station.points().health().exchanges() > seen + 2);
    beam.blink(1);
    beam.chatter(0);
    await().until(() -> station.machines().report("pass").orElseThrow().count() >= 1);
    button.blink(1);
    await().until(() -> presses().contains("1 false"));
    button.close(0.8);
    await().until(() -> presses().contains("2 true"));
    beam.chatter(20);
    await().until(() -> faults("pass").contains(FaultKind.EYE_CHATTERS));
    beam.chatter(0);
    await().until(() -> faults("pass").isEmpty());
  }

  private List<String> presses() {
    return events.stream()
        .filter(event -> event instanceof MachineEvent.Pressed)
        .map(event -> (MachineEvent.Pressed) event)
        .map(press -> press.press() + " " + press.longPress())
        .toList();
  }

  @Test
  void whenTheHostFallsSilentTheModuleGoesToItsSafeValuesByItself() throws IOException {
    open(
        new IoModuleSpec("io-1", 0, "41500000", TERMINALS, Duration.ofMillis(400), false),
        Map.of());
    tell("belt", new MachineCommand.Start());
    await().until(() -> module.on("run"));
    station.close();
    await().until(module::watchTripped);
    assertThat(module.on("run")).isFalse();
    open(
        new IoModuleSpec("io-1", 0, "41500000", TERMINALS, Duration.ofMillis(400), true),
        Map.of("heartbeat", "holding 99 every 100 ms"));
    tell("belt", new MachineCommand.Start());
    await().until(() -> module.on("run"));
    await().during(Duration.ofMillis(600)).until(() -> module.on("run"));
    assertThat(module.watchTripped()).isFalse();
  }

  @Test
  void silenceExceptionsAndACutLineEndInTheSafeStateAndComeBack() throws IOException {
    open();
    tell("belt", new MachineCommand.Start());
    await().until(() -> state("belt") == MachineState.Conveyor.RUNNING);
    module.keepSilent(Duration.ofMillis(600));
    await().until(() -> state("belt") == MachineState.Conveyor.UNKNOWN);
    await().until(() -> state("belt") == MachineState.Conveyor.STOPPED);
    assertThat(module.on("run")).isFalse();
    module.refuseAll(6, Duration.ofMillis(500));
    await().until(() -> station.points().health().link() == LinkState.DOWN);
    assertThat(station.points().health().trouble().orElseThrow()).contains("busy");
    await().until(() -> station.points().health().link() == LinkState.UP);
    module.cutLine();
    await().until(() -> station.points().health().signal() != Ne107.FAILURE);
    assertThat(module.pulses("run")).isEqualTo(1);
  }
}
