package dev.aisle.hmi.bridge.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.handover.Station;
import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.handover.StationState;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.machine.SimulatedContact;
import dev.aisle.sim.plc.machine.SimulatedHandOver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conveyor's end of the site file, its controller and the conveyor, over Modbus TCP. */
class HandOverStationsTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String SITE =
      """
      site: hall
      timezone: Asia/Shanghai
      gs1: {company_prefix: "9521141"}
      floor:
        nodes:
          D1: {at_m: [0, 0], is: dock}
          L1: {at_m: [0, 2]}
          K1: {at_m: [8, 2], is: slot,
               hand_over: {ready: k1.ready, occupied: k1.load, request: k1.request, busy: k1.busy,
                           instead: K2, within: 40 s}}
          K2: {at_m: [8, 4], is: slot}
          C1: {at_m: [8, 0], is: charger}
        lanes:
          - {between: [L1, D1]}
          - {between: [L1, K1]}
          - {between: [L1, K2]}
          - {between: [L1, C1]}
      devices:
        io-1:
          driver: modbus-tcp
          address: 127.0.0.1:502
          profile: adam-4100
          model: "6050"
          poll: 10 ms
          points: {k1.request: do 0, k1.busy: do 1, k1.ready: di 0, k1.load: di 1}
      """;

  private final SimulatedHandOver conveyor = new SimulatedHandOver("k1.request", "k1.ready", 0.2);
  private final SimulatedContact load = new SimulatedContact("k1.load");
  private PlcOfSite plc;
  private HandOverStations stations;

  @BeforeEach
  void open() throws IOException {
    plc =
        PlcOfSite.of(
            SITE,
            Map.of(
                "k1.request", PlcPoint.coil(0),
                "k1.busy", PlcPoint.coil(1),
                "k1.ready", PlcPoint.input(0),
                "k1.load", PlcPoint.input(1)),
            conveyor,
            load);
    stations = new HandOverStations(plc.site(), new ControllerPoints());
    plc.controller().open();
    stations.start();
  }

  private final class ControllerPoints implements Points {
    @Override
    public Optional<Boolean> value(String point) {
      return Optional.of(plc.controller().points().value(point)).flatMap(PointValue::value);
    }

    @Override
    public boolean write(String point, boolean on) {
      return plc.controller().points().write(point, on) == WriteOutcome.CONFIRMED;
    }
  }

  @AfterEach
  void close() {
    stations.close();
    plc.close();
  }

  private void awaitSaid(StationState state) {
    await()
        .atMost(SOON)
        .until(() -> stations.look(Instant.now()).contains(new DispatchInput.Station("K1", state)));
  }

  private void awaitOutputs(boolean request, boolean busy) {
    await()
        .atMost(SOON)
        .until(
            () -> plc.module().on("k1.request") == request && plc.module().on("k1.busy") == busy);
  }

  @Test
  void aConveyorIsAskedSaysReadyAndIsToldOfTheTransfer() {
    assertThat(stations.all())
        .containsExactly(new Station("K1", Optional.of("K2"), Duration.ofSeconds(40)));
    awaitSaid(StationState.NOT_READY);
    stations.tell("K1", StationSignal.REQUESTED);
    awaitOutputs(true, false);
    awaitSaid(StationState.FREE);
    stations.tell("K1", StationSignal.TRANSFERRING);
    awaitOutputs(true, true);
    load.stick(true);
    awaitSaid(StationState.LOADED);
    stations.tell("K1", StationSignal.NONE);
    awaitOutputs(false, false);
    awaitSaid(StationState.NOT_READY);
  }

  @Test
  void aConveyorThatSticksIsNotReadyAndOfASilentOneNobodyKnows() {
    conveyor.stick(true);
    awaitSaid(StationState.NOT_READY);
    stations.tell("K1", StationSignal.REQUESTED);
    awaitOutputs(true, false);
    awaitSaid(StationState.NOT_READY);
    conveyor.stick(false);
    awaitSaid(StationState.FREE);
    plc.module().keepSilent(Duration.ofMinutes(2));
    plc.module().cutLine();
    awaitSaid(StationState.UNKNOWN);
  }

  @Test
  void itsPointsMustBeThereAndTheRightWayRound() {
    assertThat(faults(SITE.replace("busy: k1.busy", "busy: k1.load")))
        .singleElement()
        .asString()
        .contains("floor.nodes.K1.hand_over.busy", "there is no output 'k1.load'");
    assertThat(faults(SITE.replace("instead: K2", "instead: C1")))
        .singleElement()
        .asString()
        .contains("floor.nodes.K1.hand_over.instead");
    assertThat(faults(SITE.replace("request: k1.request, busy", "busy")))
        .singleElement()
        .asString()
        .contains("floor.nodes.K1.hand_over", "request");
  }

  private static List<?> faults(String site) {
    return SiteFile.parse(site, name -> null).faults();
  }
}
