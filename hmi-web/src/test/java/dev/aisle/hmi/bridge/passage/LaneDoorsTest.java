package dev.aisle.hmi.bridge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.door.DoorPosition;
import dev.aisle.agv.passage.door.Doorway;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.machine.SimulatedGate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A door of the site file, its controller and the door itself, over Modbus TCP. */
class LaneDoorsTest {
  private static final String SITE =
      """
      site: hall
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          L2: {at_m: [8, 2]}
          C1: {at_m: [8, 0], is: charger}
        lanes:
          - {between: [L1, L2], door: gate-1}
          - {between: [L1, D1], speed_mps: 0.6}
          - {between: [L2, C1], speed_mps: 0.6}
      devices:
        io-1:
          driver: modbus-tcp
          address: 127.0.0.1:502
          profile: adam-4100
          model: "6050"
          poll: 10 ms
          points: {open: do 0, close: do 1, is-open: di 0, is-closed: di 1}
          machines:
            gate-1: {is: door, open: open, close: close, is_open: is-open, is_closed: is-closed,
                     travel: 1 s, pulse: 100 ms}
      """;

  private final SimulatedGate gate =
      new SimulatedGate("open", "close", "is-open", "is-closed", 0.2);
  private PlcOfSite plc;
  private LaneDoors doors;

  @BeforeEach
  void open() throws IOException {
    plc =
        PlcOfSite.of(
            SITE,
            Map.of(
                "open", PlcPoint.coil(0),
                "close", PlcPoint.coil(1),
                "is-open", PlcPoint.input(0),
                "is-closed", PlcPoint.input(1)),
            gate);
    doors =
        new LaneDoors(
            plc.site(),
            new Machines() {
              @Override
              public Optional<MachineReport> machine(String name) {
                return plc.controller().machines().report(name);
              }

              @Override
              public CommandAnswer command(String name, MachineCommand command) {
                return plc.controller().machines().command(name, command);
              }
            });
    plc.controller().open();
  }

  @AfterEach
  void close() {
    plc.close();
  }

  private void awaitSaid(DoorPosition position) {
    await()
        .until(
            () -> doors.look(Instant.now()).contains(new DispatchInput.Door("gate-1", position)));
  }

  @Test
  void aDoorOnALaneMovesAsTheDispatcherWantsAndSaysHowItStands() {
    assertThat(doors.all())
        .containsExactly(
            new Doorway(
                "gate-1",
                Set.of(Place.lane("L1", "L2"), Place.lane("L2", "L1")),
                Duration.ofSeconds(4)));
    awaitSaid(DoorPosition.CLOSED);
    doors.move("gate-1", DoorMove.OPEN);
    awaitSaid(DoorPosition.OPEN);
    assertThat(gate.position()).isEqualTo(1);
    doors.move("gate-1", DoorMove.CLOSE);
    awaitSaid(DoorPosition.CLOSED);
  }

  @Test
  void aDoorThatSticksIsAFaultUntilAPersonHasSeenToIt() {
    awaitSaid(DoorPosition.CLOSED);
    gate.stickAt(0);
    doors.move("gate-1", DoorMove.OPEN);
    awaitSaid(DoorPosition.FAULT);
    doors.move("gate-1", DoorMove.OPEN);
    assertThat(plc.module().pulses("open")).as("not sent while the fault stands").isEqualTo(1);
    gate.free();
    doors.move("gate-1", DoorMove.RESET);
    doors.move("gate-1", DoorMove.OPEN);
    awaitSaid(DoorPosition.OPEN);
  }

  @Test
  void aDoorWhoseControllerIsSilentStandsNobodyKnowsHow() {
    awaitSaid(DoorPosition.CLOSED);
    plc.module().keepSilent(Duration.ofSeconds(20));
    plc.module().cutLine();
    awaitSaid(DoorPosition.UNKNOWN);
  }

  @Test
  void aLaneCanOnlyHaveADoorThatIsThere() {
    SiteFile.Result read = SiteFile.parse(SITE.replace("door: gate-1", "door: gate-2"), n -> null);
    assertThat(read.faults()).singleElement().asString().contains("there is no door 'gate-2'");
  }
}
