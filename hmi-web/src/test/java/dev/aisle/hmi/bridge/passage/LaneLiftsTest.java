package dev.aisle.hmi.bridge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.passage.lift.Cab;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.hmi.app.site.floor.FloorPlans;
import dev.aisle.sim.plc.PlcLift;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.machine.SimulatedLift;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lift of the site file, its controller and the lift itself, over Modbus TCP. */
class LaneLiftsTest {
  private static final String SITE =
      """
      site: hall
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      floor:
        map: ground
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          CAB-0: {at_m: [4, 2]}
          CAB-1: {at_m: [4, 2], map: upper}
          L2: {at_m: [8, 2], map: upper}
          C1: {at_m: [8, 0], is: charger, map: upper}
        lanes:
          - {between: [L1, CAB-0]}
          - {between: [L2, CAB-1]}
          - {between: [L1, D1], speed_mps: 0.6}
          - {between: [L2, C1], speed_mps: 0.6}
        lifts:
          lift-1: {stops: [CAB-0, CAB-1], ride: 12 s}
      devices:
        io-1:
          driver: modbus-tcp
          address: 127.0.0.1:502
          profile: adam-4100
          model: "6050"
          poll: 10 ms
          points: {call-0: do 0, call-1: do 1, at-0: di 0, at-1: di 1, open: di 2, wrong: di 3}
          machines:
            lift-1: {is: lift, call.ground: call-0, at.ground: at-0, call.upper: call-1,
                     at.upper: at-1, is_open: open, fault: wrong, travel: 40 s}
      """;

  private final SimulatedLift lift =
      new SimulatedLift(
          new PlcLift(
              "lift-1",
              List.of(new PlcLift.Landing("call-0", "at-0"), new PlcLift.Landing("call-1", "at-1")),
              "open",
              Optional.of("wrong"),
              0.2,
              0.1));
  private PlcOfSite plc;
  private LaneLifts lifts;

  @BeforeEach
  void open() throws IOException {
    plc =
        PlcOfSite.of(
            SITE,
            Map.of(
                "call-0", PlcPoint.coil(0),
                "call-1", PlcPoint.coil(1),
                "at-0", PlcPoint.input(0),
                "at-1", PlcPoint.input(1),
                "open", PlcPoint.input(2),
                "wrong", PlcPoint.input(3)),
            lift);
    lifts =
        new LaneLifts(
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

  private void awaitSaid(Cab cab) {
    await().until(() -> lifts.look(Instant.now()).contains(new DispatchInput.Lift("lift-1", cab)));
  }

  @Test
  void itComesToTheLevelItIsCalledToAndSaysSoByTheNameOfTheMap() {
    assertThat(FloorPlans.of(plc.site()).roadmap().lifts())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.ride()).isEqualTo(Duration.ofSeconds(12));
              assertThat(one.within()).isEqualTo(Duration.ofSeconds(43));
            });
    awaitSaid(new Cab.At("ground", false));
    lifts.move("lift-1", new LiftMove.Call("upper"));
    awaitSaid(new Cab.At("upper", true));
    assertThat(lift.position()).isEqualTo(1);
    lifts.move("lift-1", new LiftMove.Call("ground"));
    awaitSaid(new Cab.At("ground", true));
    lifts.move("lift-1", LiftMove.FREE);
    awaitSaid(new Cab.At("ground", false));
  }

  @Test
  void whatGoesWrongWithItIsNeverTakenForReady() {
    awaitSaid(new Cab.At("ground", false));
    lift.stickDoor(true);
    lifts.move("lift-1", new LiftMove.Call("upper"));
    awaitSaid(new Cab.At("upper", false));
    lift.stickDoor(false);
    awaitSaid(new Cab.At("upper", true));
    lift.fail(true);
    awaitSaid(Cab.FAULT);
    lift.fail(false);
    awaitSaid(new Cab.At("upper", true));
    plc.module().keepSilent(Duration.ofSeconds(20));
    plc.module().cutLine();
    awaitSaid(Cab.UNKNOWN);
  }

  @Test
  void oneThatSticksBetweenTheLevelsIsAtNone() {
    awaitSaid(new Cab.At("ground", false));
    lifts.move("lift-1", new LiftMove.Call("upper"));
    await().until(() -> lift.position() > 0);
    lift.stick(true);
    if (lift.position() < 1) {
      awaitSaid(Cab.BETWEEN);
    }
    lift.stick(false);
    awaitSaid(new Cab.At("upper", true));
  }

  @Test
  void mistakesAreRefusedWhereTheyStand() {
    refused("stops: [CAB-0, CAB-1]", "stops: [CAB-0]", "stops at two nodes");
    refused("stops: [CAB-0, CAB-1]", "stops: [CAB-0, L1]", "are on the same map");
    refused("stops: [CAB-0, CAB-1]", "stops: [CAB-0, C1]", "'C1'");
    refused("lift-1: {stops", "lift-9: {stops", "there is no lift machine 'lift-9'");
    refused("map: upper}\n    L2", "map: roof}\n    L2", "has no level 'roof', where 'CAB-1' is");
    refused("between: [L1, CAB-0]", "between: [L1, CAB-1]", "leads to another map");
    refused("at.upper: at-1,", "", "'at.upper' is missing");
  }

  private static void refused(String right, String wrong, String because) {
    String text = SITE.replace(right, wrong);
    assertThat(text).as(right).isNotEqualTo(SITE);
    assertThat(SiteFile.parse(text, n -> null).faults())
        .as(wrong)
        .anySatisfy(
            fault -> {
              assertThat(fault.message()).contains(because);
              assertThat(fault.line()).isPositive();
            })
        .extracting(SiteFault::file)
        .containsOnly("site.yaml");
  }
}
