package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.control.io.VehicleView.WaitsAt;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.handover.Gate;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final TransportId T1 = new TransportId("T1");
  private static final String LOAD = "LOAD-T1";

  /** Beside slot S1, where the gate G stands, there is a slot S2 without one. */
  private static final Roadmap MAP = map();

  private final Desk desk =
      new Desk(MAP, FloorMachines.NONE.andGates(List.of(new Gate("G", Set.of("S1")))), ONE);

  private static Roadmap map() {
    List<Node> nodes = new ArrayList<>(Desk.MAP.nodes());
    nodes.add(new Node("S2", 0, 6, NodeKind.SLOT));
    List<Lane> lanes = new ArrayList<>(Desk.MAP.lanes());
    lanes.add(new Lane("D", "S2", 0.5));
    lanes.add(new Lane("S2", "D", 0.5));
    return Roadmap.of(nodes, lanes, List.of());
  }

  private void fetched() {
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
  }

  /** With its load, on the node that its base ends at. */
  private void comesTo(String node) {
    for (int i = 0; i < 8 && !desk.vehicle(ONE).node().equals(node); i++) {
      stands();
    }
    assertThat(desk.vehicle(ONE).node()).isEqualTo(node);
  }

  private void stands() {
    desk.now = desk.now.plusSeconds(1);
    VehicleOrder order = desk.lastOrder();
    VehicleOrder.Node end = Desk.end(order);
    desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId()).carries(LOAD).send();
  }

  private void standsFor(int seconds) {
    for (int i = 0; i < seconds; i++) {
      stands();
    }
  }

  private void reads(String load) {
    desk.tell(new DispatchInput.Gate("G", load));
  }

  private List<String> told() {
    return desk.orders.stream()
        .flatMap(order -> order.nodes().stream())
        .flatMap(node -> node.actions().stream())
        .map(VehicleOrder.Action::actionId)
        .toList();
  }

  @Test
  void aLoadThatTheGateHasReadOnTheWayIsSetDownWithoutWaiting() {
    fetched();
    reads(LOAD);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void aLoadIsNotSetDownBeforeTheGateHasReadIt() {
    fetched();
    comesTo("S1");
    standsFor(5);
    assertThat(told()).doesNotContain("T1:drop");
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    assertThat(desk.vehicle(ONE).waitsAt()).hasValue(new WaitsAt(WaitsAt.Kind.GATE, "G"));
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.WAITING);
    reads(LOAD);
    desk.after(1);
    assertThat(told()).contains("T1:drop");
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void whatTheGateReadBeforeTheLoadWasFetchedDoesNotCount() {
    reads(LOAD);
    desk.after(5);
    fetched();
    comesTo("S1");
    standsFor(3);
    assertThat(told()).doesNotContain("T1:drop");
  }

  @Test
  void aGateThatReadsAnotherLoadHoldsTheVehicleAndAsks() {
    fetched();
    comesTo("S1");
    reads("LOAD-T9");
    standsFor(3);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Kind.GATE_READ_OTHER, "G", "LOAD-T9", LOAD));
    assertThat(desk.transport("T1").note()).isEqualTo(desk.vehicle(ONE).trouble());
    assertThat(desk.transport("T1").whyNotYet()).hasValue(Waiting.of(Waiting.Kind.GATE_HOLDS, "G"));
    assertThat(told()).doesNotContain("T1:drop");
    reads(LOAD);
    desk.after(1);
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void aGateThatReadsNothingAsksAfterAWhile() {
    fetched();
    comesTo("S1");
    standsFor(12);
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.GATE_READ_NOTHING, "G", LOAD));
    assertThat(desk.events(TransportEvent.Delivered.class)).isEmpty();
  }

  @Test
  void aPersonMayAcceptTheLoadAndOnlyThen() {
    fetched();
    TransportCommand.Accept accept =
        new TransportCommand.Accept(T1, Trouble.of(Kind.ACCEPTED_BY, "lin", "label is torn"));
    assertThat(desk.state.refusal(accept)).hasValue(CommandRefusal.NOT_HELD_BY_GATE);
    comesTo("S1");
    standsFor(12);
    assertThat(desk.state.refusal(accept)).isEmpty();
    desk.tell(new DispatchInput.Change(accept)).after(1);
    assertThat(desk.transport("T1").note()).hasValue(accept.accepted());
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void aPersonMayHaveItBroughtToAnotherPlace() {
    fetched();
    comesTo("S1");
    reads("LOAD-T9");
    standsFor(2);
    TransportCommand elsewhere = new TransportCommand.Reroute(T1, "S2");
    assertThat(desk.state.refusal(elsewhere)).isEmpty();
    desk.tell(new DispatchInput.Change(elsewhere)).after(1);
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class))
        .extracting(TransportEvent.Delivered::node)
        .containsExactly("S2");
  }

  @Test
  void aPersonMaySendItBackToWhereItCameFrom() {
    fetched();
    comesTo("S1");
    standsFor(12);
    desk.tell(
        new DispatchInput.Change(
            new TransportCommand.Cancel(T1, Trouble.of(Kind.CANCELLED_BY, "lin"))));
    desk.after(1);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Returned.class))
        .extracting(TransportEvent.Returned::node)
        .containsExactly("D1");
    assertThat(desk.events(TransportEvent.Delivered.class)).isEmpty();
  }

  @Test
  void whatTheGateHasReadStillCountsAfterARestart() {
    fetched();
    comesTo("S1");
    VehicleOrder order = desk.lastOrder();
    reads(LOAD);
    desk.restart();
    desk.says(ONE).follows(order).at("S1", Desk.end(order).sequenceId()).carries(LOAD).send();
    desk.after(3);
    assertThat(told()).contains("T1:drop");
  }

  @Test
  void aVehicleThatAskedStillAsksAfterARestart() {
    fetched();
    comesTo("S1");
    reads("LOAD-T9");
    standsFor(2);
    VehicleOrder order = desk.lastOrder();
    desk.restart();
    desk.says(ONE).follows(order).at("S1", Desk.end(order).sequenceId()).carries(LOAD).send();
    desk.after(20);
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Kind.GATE_READ_OTHER, "G", "LOAD-T9", LOAD));
    assertThat(told()).doesNotContain("T1:drop");
  }

  @Test
  void aLoadThatIsGoneBeforeTheGateHasReadItIsNotDelivered() {
    fetched();
    comesTo("S1");
    VehicleOrder order = desk.lastOrder();
    for (int i = 0; i < 5; i++) {
      desk.now = desk.now.plusSeconds(1);
      desk.says(ONE).follows(order).at("S1", Desk.end(order).sequenceId()).send();
    }
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.LOAD_LOST, LOAD));
    assertThat(desk.events(TransportEvent.Delivered.class)).isEmpty();
  }
}
