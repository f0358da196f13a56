package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput.TellStation;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.control.io.VehicleView.WaitsAt;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.handover.Station;
import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.handover.StationState;
import dev.aisle.agv.handover.StationTrouble;
import dev.aisle.agv.handover.StationTrouble.Why;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StationsTest {
  private static final String LOAD = "LOAD-T1";
  private static final Roadmap MAP = map();

  /** Where loads come from, and where they go; S2 stands in for S1. */
  private final Desk desk =
      new Desk(
          MAP,
          FloorMachines.NONE.andStations(
              List.of(
                  new Station("D1", Optional.empty(), Duration.ofSeconds(20)),
                  new Station("S1", Optional.of("S2"), Duration.ofSeconds(20)),
                  new Station("S2", Optional.empty(), Duration.ofSeconds(20)))),
          ONE);

  private StationState atDock = StationState.LOADED;
  private StationState atSlot = StationState.FREE;
  private StationState atOther = StationState.FREE;
  private boolean loaded;
  private boolean silent;

  private static Roadmap map() {
    List<Node> nodes = new ArrayList<>(Desk.MAP.nodes());
    nodes.add(new Node("S2", 0, 6, NodeKind.SLOT));
    List<Lane> lanes = new ArrayList<>(Desk.MAP.lanes());
    lanes.add(new Lane("D", "S2", 0.5));
    lanes.add(new Lane("S2", "D", 0.5));
    return Roadmap.of(nodes, lanes, List.of());
  }

  private void begin() {
    say();
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
  }

  private void say() {
    desk.tell(new DispatchInput.Station("D1", atDock));
    desk.tell(new DispatchInput.Station("S1", atSlot));
    desk.tell(new DispatchInput.Station("S2", atOther));
  }

  /** A second passes; the vehicle follows its orders to the end of its base. */
  private void second() {
    desk.now = desk.now.plusSeconds(1);
    if (!silent) {
      say();
    }
    VehicleOrder order = desk.lastOrder();
    VehicleOrder.Node end = Desk.end(order);
    var said = desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId());
    if (loaded) {
      said.carries(LOAD);
    }
    said.send();
  }

  private void seconds(int many) {
    for (int i = 0; i < many; i++) {
      second();
    }
  }

  private void comesTo(String node) {
    for (int i = 0; i < 12 && !desk.vehicle(ONE).node().equals(node); i++) {
      second();
    }
    assertThat(desk.vehicle(ONE).node()).isEqualTo(node);
  }

  private boolean isTold(String action) {
    return desk.orders.stream()
        .flatMap(order -> order.nodes().stream())
        .flatMap(node -> node.actions().stream())
        .anyMatch(one -> one.actionId().equals(action));
  }

  private void fetches() {
    begin();
    comesTo("D1");
    seconds(2);
    desk.obey(ONE);
    loaded = true;
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
  }

  @Test
  void aStationIsAskedToldOfTheTransferAndLeftAlone() {
    fetches();
    say();
    comesTo("S1");
    seconds(2);
    desk.obey(ONE);
    say();
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
    assertThat(desk.signals.stream().filter(one -> one.node().equals("D1")))
        .extracting(TellStation::signal)
        .containsExactly(
            StationSignal.NONE,
            StationSignal.REQUESTED,
            StationSignal.TRANSFERRING,
            StationSignal.NONE);
  }

  @Test
  void nothingIsFetchedBeforeTheStationIsReady() {
    atDock = StationState.NOT_READY;
    begin();
    comesTo("D1");
    seconds(5);
    assertThat(isTold("T1:pick")).isFalse();
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.WAITING);
    assertThat(desk.vehicle(ONE).waitsAt()).hasValue(new WaitsAt(WaitsAt.Kind.STATION, "D1"));
    atDock = StationState.LOADED;
    seconds(2);
    assertThat(isTold("T1:pick")).isTrue();
  }

  @Test
  void aStationThatNeverGivesItsLoadLetsTheVehicleGoAndTheTransportWait() {
    atDock = StationState.FREE;
    begin();
    comesTo("D1");
    seconds(30);
    assertThat(desk.state.view(desk.now).stations())
        .extracting(StationTrouble::node, StationTrouble::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("D1", Why.NO_LOAD));
    assertThat(desk.vehicle(ONE).transport()).isEmpty();
    assertThat(desk.vehicle(ONE).node()).isNotEqualTo("D1");
    assertThat(desk.transport("T1").whyNotYet())
        .hasValue(Waiting.of(Waiting.Kind.STATION_NOT_READY, "D1"));
    atDock = StationState.LOADED;
    seconds(2);
    assertThat(desk.state.view(desk.now).stations()).isEmpty();
    assertThat(desk.vehicle(ONE).transport()).isPresent();
  }

  @Test
  void aStationInTroubleIsAskedOnForItMaySayReadyOnlyThen() {
    atDock = StationState.NOT_READY;
    begin();
    comesTo("D1");
    seconds(30);
    assertThat(desk.vehicle(ONE).transport()).isEmpty();
    assertThat(desk.signals.stream().filter(one -> one.node().equals("D1")).toList().getLast())
        .isEqualTo(new TellStation("D1", StationSignal.REQUESTED));
    atDock = StationState.LOADED;
    seconds(2);
    assertThat(desk.vehicle(ONE).transport()).isPresent();
  }

  @Test
  void aLoadThatIsNotTakenIsBroughtToTheStationThatStandsIn() {
    fetches();
    atSlot = StationState.LOADED;
    comesTo("S1");
    seconds(22);
    assertThat(desk.events(TransportEvent.Rerouted.class))
        .extracting(TransportEvent.Rerouted::toNode)
        .containsExactly("S2");
    comesTo("S2");
    seconds(2);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class))
        .extracting(TransportEvent.Delivered::node)
        .containsExactly("S2");
  }

  @Test
  void whereNothingStandsInTheVehicleWaitsAndTheTroubleShows() {
    fetches();
    atSlot = StationState.UNKNOWN;
    atOther = StationState.NOT_READY;
    comesTo("S1");
    seconds(25);
    assertThat(desk.state.view(desk.now).stations())
        .extracting(StationTrouble::why)
        .containsExactly(Why.SILENT);
    assertThat(desk.vehicle(ONE).node()).isEqualTo("S1");
    atSlot = StationState.FREE;
    seconds(2);
    assertThat(isTold("T1:drop")).isTrue();
    assertThat(desk.state.view(desk.now).stations()).isEmpty();
  }

  @Test
  void oldWordsOfAStationAreNotBelieved() {
    begin();
    silent = true;
    desk.after(6);
    comesTo("D1");
    seconds(2);
    assertThat(isTold("T1:pick")).isFalse();
    silent = false;
    seconds(2);
    assertThat(isTold("T1:pick")).isTrue();
  }

  @Test
  void afterARestartAStationIsToldOfATransferThatGoesOn() {
    begin();
    comesTo("D1");
    seconds(1);
    VehicleOrder order = desk.lastOrder();
    assertThat(isTold("T1:pick")).isTrue();
    desk.signals.clear();
    desk.restart();
    desk.says(ONE).follows(order).at("D1", Desk.end(order).sequenceId()).send();
    desk.after(1);
    assertThat(desk.signals)
        .contains(new TellStation("D1", StationSignal.TRANSFERRING))
        .doesNotContain(new TellStation("D1", StationSignal.NONE));
  }
}
