package dev.aisle.sim.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.sim.world.Floor;
import dev.aisle.sim.world.TaggedUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VehicleTest {
  private static final VehicleId ID = new VehicleId("AGV-01");
  static final VehicleSpec SPEC =
      new VehicleSpec(ID, "aisle", "0001", "N0", 0, 0, "floor", 1.2, 0.8, 1.5, 0.5);
  static final TaggedUnit PALLET = new TaggedUnit("106141412345678908", "3174257BF4499602D2000000");
  private static final TaggedUnit OTHER =
      new TaggedUnit("195211412345678900", "3176451FD4499602D2000000");

  private final Floor floor = new Floor(List.of(), Optional.empty());
  private final LoadHandling handling = new FloorLoads(floor, "N0"::equals);
  private Vehicle vehicle = new Vehicle(SPEC, handling, Optional.empty());

  @Test
  void drivesTheBaseAndStopsAtItsEnd() {
    vehicle.receive(order(0, 0, 3, 5));
    assertThat(state().nodeStates())
        .extracting(NodeState::nodeId)
        .containsExactly("N1", "N2", "N3", "N4", "N5");
    assertThat(state().lastNodeId()).isEqualTo("N0");
    run(60);
    State end = state();
    assertThat(end.driving()).isFalse();
    assertThat(end.lastNodeId()).isEqualTo("N3");
    assertThat(end.lastNodeSequenceId()).isEqualTo(6);
    assertThat(end.nodeStates()).extracting(NodeState::nodeId).containsExactly("N4", "N5");
    assertThat(end.edgeStates()).hasSize(2);
    assertThat(end.newBaseRequest()).isTrue();
    assertThat(vehicle.body().xM()).isEqualTo(6.0);
  }

  @Test
  void anExtensionInTimeDoesNotSlowItDown() {
    vehicle.receive(order(0, 0, 5, 12));
    run(4);
    double cruising = vehicle.body().speedMps();
    assertThat(cruising).isEqualTo(1.5);
    vehicle.receive(order(1, 5, 12, 12));
    assertThat(state().errors()).isEmpty();
    for (int i = 0; i < 8 * 20; i++) {
      vehicle.step(0.05);
      assertThat(vehicle.body().speedMps()).isEqualTo(1.5);
    }
    run(60);
    assertThat(state().lastNodeId()).isEqualTo("N12");
    assertThat(state().nodeStates()).isEmpty();
  }

  @Test
  void neverDrivesBeyondItsBaseNorFasterThanTheEdgeAllows() {
    Node from = node(0, true);
    Node to = node(3, true, 2);
    Edge slow = new Edge("slow", 1, true, "N0", "N3", Optional.of(0.4));
    vehicle.receive(new VehicleOrder(ID, "O-1", 0, List.of(from, to), List.of(slow)));
    for (int i = 0; i < 1000; i++) {
      vehicle.step(0.05);
      assertThat(vehicle.body().speedMps()).isLessThanOrEqualTo(0.4);
      assertThat(vehicle.body().xM()).isLessThanOrEqualTo(6.0);
    }
    assertThat(vehicle.body().xM()).isEqualTo(6.0);
  }

  @Test
  void anUpdateThatDoesNotStitchIsRefusedAndTheOldOrderGoesOn() {
    vehicle.receive(order(0, 0, 3, 3));
    run(2);
    vehicle.receive(order(1, 2, 6, 6));
    VehicleError error = state().errors().getFirst();
    assertThat(error.type()).isEqualTo("orderUpdateError");
    assertThat(error.level()).isEqualTo(VehicleError.Level.WARNING);
    assertThat(error.references())
        .containsExactlyInAnyOrderEntriesOf(Map.of("orderId", "O-1", "orderUpdateId", "1"));
    assertThat(state().orderUpdateId()).isZero();
    run(30);
    assertThat(state().lastNodeId()).isEqualTo("N3");
    vehicle.receive(order(2, 3, 6, 6));
    assertThat(state().errors()).isEmpty();
    run(30);
    assertThat(state().lastNodeId()).isEqualTo("N6");
  }

  @Test
  void theSameOrderAgainChangesNothing() {
    vehicle.receive(order(0, 0, 3, 3));
    run(3);
    State before = state();
    vehicle.takeReportDue();
    vehicle.receive(order(0, 0, 3, 3));
    assertThat(vehicle.takeReportDue()).isTrue();
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aNewOrderWhileDrivingOrFarAwayIsRefused() {
    vehicle.receive(order(0, 0, 3, 3));
    run(1);
    vehicle.receive(named("O-2", 3, 5));
    assertThat(state().errors()).extracting(VehicleError::type).containsExactly("orderUpdateError");
    run(30);
    vehicle.receive(named("O-3", 5, 6));
    assertThat(state().errors()).extracting(VehicleError::type).contains("noRouteError");
    vehicle.receive(named("O-4", 3, 5));
    assertThat(state().errors()).isEmpty();
    assertThat(state().orderId()).isEqualTo("O-4");
  }

  @Test
  void aHorizonIsReplacedByTheNextUpdate() {
    vehicle.receive(order(0, 0, 2, 4));
    VehicleOrder turn =
        new VehicleOrder(
            ID,
            "O-1",
            1,
            List.of(node(2, true), new Node("M", 6, true, 4, 2, 0.1, "floor", List.of())),
            List.of(new Edge("turn", 5, true, "N2", "M", Optional.empty())));
    vehicle.receive(turn);
    assertThat(state().nodeStates()).extracting(NodeState::nodeId).containsExactly("N1", "N2", "M");
    run(40);
    assertThat(state().lastNodeId()).isEqualTo("M");
    assertThat(vehicle.body().thetaRad()).isCloseTo(Math.PI / 2, offset());
  }

  private static org.assertj.core.data.Offset<Double> offset() {
    return org.assertj.core.data.Offset.offset(0.01);
  }

  @Test
  void picksAtOneNodeAndDropsAtAnother() {
    floor.unitPacked(PALLET, "N2");
    vehicle.receive(order(0, 0, 4, 4, Map.of(2, "pick", 4, "drop")));
    assertThat(state().actionStates())
        .extracting(ActionState::status)
        .containsExactly(ActionStatus.WAITING, ActionStatus.WAITING);
    runUntilStanding();
    assertThat(state().lastNodeId()).isEqualTo("N2");
    assertThat(state().loads()).isEmpty();
    run(1);
    assertThat(state().actionStates().getFirst().status()).isEqualTo(ActionStatus.RUNNING);
    run(60);
    assertThat(state().actionStates())
        .extracting(ActionState::actionId, ActionState::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("T:pick", ActionStatus.FINISHED),
            org.assertj.core.groups.Tuple.tuple("T:drop", ActionStatus.FINISHED));
    assertThat(floor.unitAt("N4").map(unit -> unit.unit())).contains(PALLET);
    assertThat(state().loads()).isEmpty();
  }

  @Test
  void takesWhatStandsThereAndSaysWhatItIs() {
    floor.unitPacked(OTHER, "N1");
    vehicle.receive(order(0, 0, 1, 1, Map.of(1, "pick")));
    run(30);
    assertThat(state().loads()).containsExactly(new Load(OTHER.sscc(), "pallet"));
  }

  @Test
  void aDropOnATakenNodeFailsAndItWaitsForACancel() {
    floor.unitPacked(PALLET, "N1");
    floor.unitPacked(OTHER, "N2");
    vehicle.receive(order(0, 0, 3, 3, Map.of(1, "pick", 2, "drop")));
    run(60);
    assertThat(state().actionStates())
        .extracting(ActionState::status)
        .containsExactly(ActionStatus.FINISHED, ActionStatus.FAILED);
    assertThat(state().errors())
        .extracting(VehicleError::level)
        .containsExactly(VehicleError.Level.FATAL);
    assertThat(state().loads()).hasSize(1);
    assertThat(state().lastNodeId()).isEqualTo("N2");
    vehicle.receive(instant("c1", "cancelOrder"));
    run(1);
    assertThat(state().errors()).isEmpty();
    assertThat(state().nodeStates()).isEmpty();
    assertThat(status("c1")).isEqualTo(ActionStatus.FINISHED);
    vehicle.receive(named("O-2", 2, 3));
    run(20);
    assertThat(state().lastNodeId()).isEqualTo("N3");
  }

  @Test
  void aCancelStopsItAtANodeAndFailsWhatIsLeft() {
    vehicle.receive(order(0, 0, 8, 8, Map.of(8, "drop")));
    run(4);
    vehicle.receive(instant("c1", "cancelOrder"));
    vehicle.step(0.05);
    assertThat(status("c1")).isEqualTo(ActionStatus.RUNNING);
    run(20);
    assertThat(status("c1")).isEqualTo(ActionStatus.FINISHED);
    assertThat(status("T:drop")).isEqualTo(ActionStatus.FAILED);
    assertThat(state().nodeStates()).isEmpty();
    assertThat(state().edgeStates()).isEmpty();
    assertThat(vehicle.body().xM()).isEqualTo(2.0 * (state().lastNodeSequenceId() / 2));
    vehicle.receive(order(1, 8, 9, 9));
    assertThat(state().errors()).extracting(VehicleError::type).containsExactly("orderUpdateError");
    vehicle.receive(instant("c2", "cancelOrder"));
    assertThat(status("c2")).isEqualTo(ActionStatus.FAILED);
  }

  @Test
  void pausesOnTheWayAndGoesOn() {
    vehicle.receive(order(0, 0, 8, 8));
    run(4);
    vehicle.receive(instant("p", "startPause"));
    run(5);
    assertThat(state().driving()).isFalse();
    assertThat(state().paused()).isTrue();
    assertThat(status("p")).isEqualTo(ActionStatus.FINISHED);
    vehicle.receive(instant("q", "stopPause"));
    run(30);
    assertThat(state().lastNodeId()).isEqualTo("N8");
  }

  @Test
  void chargesAtItsChargerAndUnplugsByDriving() {
    vehicle.receive(instant("s", "startCharging"));
    run(60);
    assertThat(state().charging()).isTrue();
    assertThat(state().batteryPercent()).isGreaterThan(92);
    vehicle.receive(order(0, 0, 2, 2));
    run(1);
    assertThat(state().charging()).isFalse();
    run(20);
    vehicle.receive(instant("t", "startCharging"));
    assertThat(status("t")).isEqualTo(ActionStatus.FAILED);
  }

  @Test
  void anUnknownActionIsRefused() {
    vehicle.receive(order(0, 0, 1, 1, Map.of(1, "dance")));
    assertThat(state().errors()).extracting(VehicleError::type).containsExactly("orderError");
    assertThat(state().orderId()).isEmpty();
  }

  @Test
  void aRestartInTheMiddleOfAPickLosesNothing() {
    floor.unitPacked(PALLET, "N1");
    vehicle.receive(order(0, 0, 2, 4, Map.of(1, "pick", 2, "drop")));
    runUntilStanding();
    run(2);
    State before = state();
    vehicle = new Vehicle(SPEC, handling, Optional.of(vehicle.save()));
    assertThat(state()).isEqualTo(before);
    run(60);
    assertThat(floor.unitAt("N2").map(unit -> unit.unit())).contains(PALLET);
    assertThat(state().nodeStates()).extracting(NodeState::nodeId).containsExactly("N3", "N4");
  }

  private ActionStatus status(String actionId) {
    return state().actionStates().stream()
        .filter(action -> action.actionId().equals(actionId))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private State state() {
    return vehicle.report(Instant.EPOCH);
  }

  private void run(double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      vehicle.step(0.05);
    }
  }

  private void runUntilStanding() {
    run(1);
    for (int i = 0; i < 2000 && vehicle.body().isMoving(); i++) {
      vehicle.step(0.05);
    }
  }

  private static InstantAction instant(String id, String type) {
    return new InstantAction(ID, id, type, Map.of());
  }

  /** Nodes N0, N1, … stand 2 m apart on the x axis. */
  private static VehicleOrder order(int update, int from, int baseTo, int to) {
    return order(update, from, baseTo, to, Map.of());
  }

  private static VehicleOrder order(
      int update, int from, int baseTo, int to, Map<Integer, String> actions) {
    return order("O-1", update, from, baseTo, to, actions);
  }

  private static VehicleOrder named(String orderId, int from, int to) {
    return order(orderId, 0, from, to, to, Map.of());
  }

  static VehicleOrder order(
      String orderId, int update, int from, int baseTo, int to, Map<Integer, String> actions) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      boolean released = i <= baseTo;
      if (i > from) {
        edges.add(new Edge("E" + i, 2 * i - 1, released, "N" + (i - 1), "N" + i, Optional.empty()));
      }
      List<Action> todo =
          Optional.ofNullable(actions.get(i)).stream()
              .map(type -> new Action("T:" + type, type, Blocking.HARD, Map.of()))
              .toList();
      nodes.add(new Node("N" + i, 2 * i, released, 2.0 * i, 0, 0.1, "floor", todo));
    }
    return new VehicleOrder(ID, orderId, update, nodes, edges);
  }

  private static Node node(int i, boolean released) {
    return node(i, released, 2 * i);
  }

  private static Node node(int i, boolean released, int sequence) {
    return new Node("N" + i, sequence, released, 2.0 * i, 0, 0.1, "floor", List.of());
  }
}
