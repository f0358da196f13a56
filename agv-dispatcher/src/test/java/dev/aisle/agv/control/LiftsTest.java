package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput.MoveLift;
import dev.aisle.agv.control.io.VehicleView.WaitsAt;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.passage.lift.Cab;
import dev.aisle.agv.passage.lift.LiftFailure;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.agv.passage.lift.LiftReport;
import dev.aisle.agv.passage.lift.LiftTrouble;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Home, dock and a landing below; a landing and a slot above, reached by one lift. */
class LiftsTest {
  private static final Lift LIFT =
      new Lift("lift-1", List.of("CAB-0", "CAB-1"), Duration.ofSeconds(10), Duration.ofSeconds(20));
  private static final MoveLift DOWN = new MoveLift("lift-1", new LiftMove.Call("ground"));
  private static final MoveLift UP = new MoveLift("lift-1", new LiftMove.Call("upper"));

  private final Desk desk = new Desk(map(), ONE);

  private static Roadmap map() {
    List<Node> nodes =
        List.of(
            new Node("A", 0, 0, NodeKind.LANE, "ground"),
            new Node("H1", -2, 0, NodeKind.CHARGER, "ground"),
            new Node("D1", 0, -2, NodeKind.DOCK, "ground"),
            new Node("CAB-0", 3, 0, NodeKind.LANE, "ground"),
            new Node("CAB-1", 3, 0, NodeKind.LANE, "upper"),
            new Node("B", 0, 0, NodeKind.LANE, "upper"),
            new Node("S1", -2, 0, NodeKind.SLOT, "upper"));
    List<Lane> lanes = new ArrayList<>();
    for (String[] ends :
        new String[][] {{"A", "H1"}, {"A", "D1"}, {"A", "CAB-0"}, {"CAB-1", "B"}, {"B", "S1"}}) {
      lanes.add(new Lane(ends[0], ends[1], 1));
      lanes.add(new Lane(ends[1], ends[0], 1));
    }
    return Roadmap.of(nodes, lanes, List.of(), List.of(), List.of(LIFT));
  }

  private void says(Cab cab, int seconds) {
    for (int i = 0; i < seconds; i++) {
      desk.now = desk.now.plusSeconds(1);
      desk.tell(new DispatchInput.Lift("lift-1", cab));
    }
  }

  private static Cab at(String level, boolean ready) {
    return new Cab.At(level, ready);
  }

  private void comesTo(String node) {
    VehicleOrder order = desk.lastOrder();
    VehicleOrder.Node there =
        order.nodes().stream().filter(n -> n.nodeId().equals(node)).findFirst().orElseThrow();
    desk.says(ONE).follows(order).at(node, there.sequenceId()).carries("LOAD-T1").send();
  }

  /** With the load on board, before the lift. */
  private void comesToTheLift() {
    says(at("upper", false), 1);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.obey(ONE);
    desk.step();
    comesTo("A");
    desk.step();
  }

  private void ridesIn() {
    comesToTheLift();
    says(at("ground", true), 2);
    comesTo("CAB-0");
    desk.step();
  }

  private String end() {
    return Desk.end(desk.lastOrder()).nodeId();
  }

  private Optional<LiftTrouble> trouble() {
    return desk.state.view(desk.now).lifts().stream()
        .map(LiftReport::trouble)
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Test
  void itIsCalledInTimeAndEnteredOnlyWhenItStandsOpen() {
    comesToTheLift();
    assertThat(desk.lifts).containsOnly(DOWN);
    says(Cab.BETWEEN, 3);
    says(at("ground", false), 2);
    assertThat(end()).isEqualTo("A");
    assertThat(desk.vehicle(ONE).waitsAt()).hasValue(new WaitsAt(WaitsAt.Kind.LIFT, "lift-1"));
    says(at("ground", true), 1);
    assertThat(end()).isEqualTo("CAB-0");
  }

  @Test
  void itRidesWhenTheVehicleStandsInsideAndLetsItOutOnTheOtherMap() {
    comesToTheLift();
    says(at("ground", true), 2);
    desk.lifts.clear();
    says(at("ground", true), 10);
    assertThat(desk.lifts).as("it is still on its way in").isEmpty();
    comesTo("CAB-0");
    says(at("ground", true), 1);
    assertThat(desk.lifts).containsOnly(UP);
    assertThat(end()).isEqualTo("CAB-0");
    says(Cab.BETWEEN, 3);
    says(at("upper", false), 1);
    assertThat(end()).as("closed").isEqualTo("CAB-0");
    says(at("upper", true), 2);
    assertThat(desk.lastOrder().nodes())
        .extracting(VehicleOrder.Node::nodeId, VehicleOrder.Node::mapId)
        .contains(
            org.assertj.core.groups.Tuple.tuple("CAB-0", "ground"),
            org.assertj.core.groups.Tuple.tuple("CAB-1", "upper"),
            org.assertj.core.groups.Tuple.tuple("B", "upper"));
    assertThat(end()).isNotEqualTo("CAB-0");
  }

  @Test
  void oneThatDoesNotComeIsAClosedWayUntilItDoes() {
    comesToTheLift();
    says(Cab.BETWEEN, 25);
    assertThat(trouble())
        .hasValueSatisfying(
            wrong -> {
              assertThat(wrong.why()).isEqualTo(LiftFailure.NOT_COME);
              assertThat(wrong.level()).isEqualTo("ground");
            });
    assertThat(desk.state.view(desk.now).closures())
        .extracting(Closure::place)
        .contains(Place.lane("A", "CAB-0"), Place.lane("CAB-0", "CAB-1"));
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Trouble.Kind.LIFT_FAILED, "lift-1"));
    assertThat(desk.stored.closures()).as("found out anew after a restart").isEmpty();
    desk.tell(new DispatchInput.Open(Place.lane("A", "CAB-0"), "lin"));
    assertThat(desk.lifts).contains(new MoveLift("lift-1", LiftMove.RESET));
    says(at("ground", true), 3);
    assertThat(trouble()).isEmpty();
    assertThat(end()).isEqualTo("CAB-0");
  }

  @Test
  void whoIsInsideStaysThereWhileItSticksAndSaysWhy() {
    ridesIn();
    says(Cab.BETWEEN, 25);
    assertThat(end()).isEqualTo("CAB-0");
    assertThat(trouble()).map(LiftTrouble::level).hasValue("upper");
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Trouble.Kind.LIFT_FAILED, "lift-1"));
    says(at("upper", true), 2);
    assertThat(end()).isNotEqualTo("CAB-0");
  }

  @Test
  void aSilentLiftIsEnteredByNobody() {
    comesToTheLift();
    for (int i = 0; i < 25; i++) {
      desk.after(1);
    }
    assertThat(end()).isEqualTo("A");
    assertThat(trouble()).map(LiftTrouble::why).hasValue(LiftFailure.SILENT);
  }

  @Test
  void afterARestartTheRideGoesOnWithWhoIsInside() {
    ridesIn();
    says(Cab.BETWEEN, 2);
    VehicleOrder order = desk.lastOrder();
    desk.restart();
    desk.says(ONE)
        .follows(order)
        .at("CAB-0", Desk.end(order).sequenceId())
        .carries("LOAD-T1")
        .send();
    says(Cab.BETWEEN, 2);
    assertThat(desk.lifts).containsOnly(UP);
    says(at("upper", true), 2);
    assertThat(desk.orders).isNotEmpty();
    assertThat(end()).isNotEqualTo("CAB-0");
  }

  @Test
  void itIsLetGoSomeTimeAfterTheLastHasLeft() {
    ridesIn();
    says(at("upper", true), 3);
    comesTo("B");
    desk.lifts.clear();
    says(at("upper", true), 2);
    assertThat(desk.lifts).isEmpty();
    says(at("upper", true), 30);
    assertThat(desk.lifts).containsOnly(new MoveLift("lift-1", LiftMove.FREE)).hasSize(3);
  }

  @Test
  void lanesLeadToNoOtherMapAndNothingElseStaysInACab() {
    List<Node> nodes =
        List.of(
            new Node("A", 0, 0, NodeKind.LANE, "ground"),
            new Node("B", 4, 0, NodeKind.LANE, "upper"),
            new Node("S", 9, 0, NodeKind.SLOT, "upper"));
    assertThatThrownBy(
            () -> Roadmap.of(nodes, List.of(new Lane("A", "B", 1)), List.of(), List.of()))
        .hasMessage("lane A>B leads to another map without a lift");
    Lift wrong = new Lift("L", List.of("A", "S"), Duration.ofSeconds(9), Duration.ofSeconds(9));
    assertThatThrownBy(() -> Roadmap.of(nodes, List.of(), List.of(), List.of(), List.of(wrong)))
        .hasMessage("nothing can stay in a lift at S");
  }
}
