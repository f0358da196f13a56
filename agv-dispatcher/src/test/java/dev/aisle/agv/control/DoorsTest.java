package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput.MoveDoor;
import dev.aisle.agv.control.io.VehicleView.WaitsAt;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.passage.door.DoorFailure;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.door.DoorPosition;
import dev.aisle.agv.passage.door.DoorTrouble;
import dev.aisle.agv.passage.door.Doorway;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final Place LANE = Place.lane("B", "C");
  private static final Doorway GATE = new Doorway("gate-1", Set.of(LANE), Duration.ofSeconds(20));
  private static final MoveDoor OPEN = new MoveDoor("gate-1", DoorMove.OPEN);
  private static final MoveDoor CLOSE = new MoveDoor("gate-1", DoorMove.CLOSE);

  private final Desk desk = new Desk(Desk.MAP, List.of(GATE), ONE);

  private void says(DoorPosition position) {
    desk.tell(new DispatchInput.Door("gate-1", position));
  }

  private void onTheWay() {
    says(DoorPosition.CLOSED);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
  }

  /** Comes to B, where the way ends at the door. */
  private void comesToTheDoor() {
    for (int i = 0; i < 4 && !Desk.end(desk.lastOrder()).nodeId().equals("B"); i++) {
      var order = desk.lastOrder();
      desk.says(ONE)
          .follows(order)
          .at(Desk.end(order).nodeId(), Desk.end(order).sequenceId())
          .send();
    }
    var order = desk.lastOrder();
    desk.says(ONE).follows(order).at("B", Desk.end(order).sequenceId()).send();
  }

  private Desk wait(DoorPosition position, int seconds) {
    for (int i = 0; i < seconds; i++) {
      desk.now = desk.now.plusSeconds(1);
      says(position);
    }
    return desk;
  }

  @Test
  void aDoorIsAskedBeforeTheVehicleIsThereAndPassedOnceItIsOpen() {
    onTheWay();
    desk.step();
    assertThat(desk.moves).containsOnly(OPEN);
    comesToTheDoor();
    wait(DoorPosition.MOVING, 2);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("B");
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.WAITING);
    assertThat(desk.vehicle(ONE).waitsAt()).hasValue(new WaitsAt(WaitsAt.Kind.DOOR, "gate-1"));
    wait(DoorPosition.OPEN, 1);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("D1");
    assertThat(desk.vehicle(ONE).waitsAt()).isEmpty();
  }

  @Test
  void itStaysOpenUntilTheVehicleHasLeftAndIsThenClosed() {
    onTheWay();
    comesToTheDoor();
    wait(DoorPosition.OPEN, 60);
    assertThat(desk.moves).doesNotContain(CLOSE);
    desk.says(ONE).follows(desk.lastOrder()).at("C", 6).send();
    wait(DoorPosition.OPEN, 2);
    assertThat(desk.moves).doesNotContain(CLOSE);
    wait(DoorPosition.OPEN, 30);
    assertThat(desk.moves.stream().filter(CLOSE::equals)).hasSize(3);
    wait(DoorPosition.CLOSED, 1);
    desk.moves.clear();
    wait(DoorPosition.OPEN, 30);
    assertThat(desk.moves).as("opened by hand").isEmpty();
  }

  @Test
  void aDoorThatDoesNotOpenInItsTimeIsAClosedLane() {
    onTheWay();
    comesToTheDoor();
    wait(DoorPosition.CLOSED, 25);
    assertThat(desk.state.view(desk.now).closures())
        .extracting(Closure::place, Closure::door)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LANE, java.util.Optional.of("gate-1")));
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Trouble.Kind.DOOR_FAILED, "gate-1"));
    assertThat(desk.transport("T1").whyNotYet())
        .hasValue(Waiting.of(Waiting.Kind.DOOR_FAILED, "gate-1"));
    assertThat(desk.stored.closures()).as("found out anew after a restart").isEmpty();
    wait(DoorPosition.OPEN, 3);
    assertThat(desk.state.view(desk.now).closures()).isEmpty();
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("D1");
  }

  @Test
  void aSilentDoorIsPassedByNobodyAndFoundOutOfOrder() {
    onTheWay();
    comesToTheDoor();
    for (int i = 0; i < 25; i++) {
      desk.after(1);
    }
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("B");
    assertThat(desk.state.view(desk.now).closures()).hasSize(1);
  }

  @Test
  void aDoorWithAFaultIsTriedWhenAPersonHasSeenToIt() {
    onTheWay();
    comesToTheDoor();
    wait(DoorPosition.FAULT, 1);
    assertThat(desk.state.view(desk.now).closures()).hasSize(1);
    desk.moves.clear();
    desk.tell(new DispatchInput.Open(LANE, "lin"));
    assertThat(desk.moves).containsExactly(new MoveDoor("gate-1", DoorMove.RESET));
    assertThat(desk.state.view(desk.now).closures()).as("not yet open").hasSize(1);
    wait(DoorPosition.CLOSED, 5);
    assertThat(desk.moves).contains(OPEN);
    wait(DoorPosition.OPEN, 2);
    assertThat(desk.state.view(desk.now).closures()).isEmpty();
  }

  @Test
  void whatAPersonClosedStaysClosedWhenTheDoorWorksAgain() {
    onTheWay();
    desk.tell(new DispatchInput.Close(LANE, "lin", "oil"));
    wait(DoorPosition.FAULT, 1);
    wait(DoorPosition.OPEN, 3);
    assertThat(desk.state.view(desk.now).closures()).extracting(Closure::by).containsExactly("lin");
    assertThat(desk.stored.closures()).hasSize(1);
  }

  @Test
  void whereThereIsAnotherWayVehiclesDriveAroundADoorThatFailed() {
    List<Lane> lanes = new ArrayList<>(Desk.MAP.lanes());
    lanes.add(new Lane("A", "D", 0.3));
    lanes.add(new Lane("D", "C", 0.3));
    Roadmap detour = Roadmap.of(Desk.MAP.nodes(), lanes, List.of());
    Desk around = new Desk(detour, List.of(GATE), ONE);
    around.tell(new DispatchInput.Door("gate-1", DoorPosition.FAULT));
    around.says(ONE).at("H1", 0).send();
    around.submit(request("T1", "D1", "S1"));
    around.tell(new DispatchInput.Door("gate-1", DoorPosition.FAULT)).after(1);
    assertThat(around.lastOrder().nodes())
        .extracting(node -> node.nodeId())
        .contains("D")
        .doesNotContain("B");
  }

  @Test
  void aDoorThatFailsBehindWhatAPersonClosedIsKnownAndTriedWhenItIsOpenedAgain() {
    onTheWay();
    desk.tell(new DispatchInput.Close(LANE, "lin", "oil"));
    wait(DoorPosition.FAULT, 1);
    assertThat(desk.state.view(desk.now).doors())
        .extracting(DoorTrouble::door, DoorTrouble::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("gate-1", DoorFailure.FAULT));
    desk.moves.clear();
    desk.tell(new DispatchInput.Open(LANE, "lin"));
    assertThat(desk.moves).containsExactly(new MoveDoor("gate-1", DoorMove.RESET));
  }

  private List<String> actions() {
    return desk.actions.stream().map(InstantAction::type).toList();
  }

  private void drivesTo(VehicleOrder order, double xM, double yM, boolean paused) {
    var said = desk.says(ONE).follows(order).at("B", sequenceOfB(order)).near(xM, yM);
    (paused ? said.paused() : said).send();
  }

  private static int sequenceOfB(VehicleOrder order) {
    return order.nodes().stream()
        .filter(node -> node.nodeId().equals("B"))
        .findFirst()
        .orElseThrow()
        .sequenceId();
  }

  private VehicleOrder isReleasedThroughIt() {
    onTheWay();
    comesToTheDoor();
    wait(DoorPosition.OPEN, 1);
    VehicleOrder order = desk.lastOrder();
    drivesTo(order, 4, 0.5, false);
    desk.actions.clear();
    return order;
  }

  @Test
  void aVehicleOnItsWayToADoorThatClosesIsStoppedUntilItIsOpenAgain() {
    VehicleOrder order = isReleasedThroughIt();
    says(DoorPosition.MOVING);
    assertThat(actions()).containsExactly("startPause");
    assertThat(desk.vehicle(ONE).waitsAt()).hasValue(new WaitsAt(WaitsAt.Kind.DOOR, "gate-1"));
    wait(DoorPosition.CLOSED, 4);
    assertThat(actions()).as("told again, for it drives on").hasSize(2);
    drivesTo(order, 4, 0.8, true);
    wait(DoorPosition.CLOSED, 6);
    assertThat(actions()).hasSize(2);
    desk.tell(new DispatchInput.Resume(ONE));
    assertThat(actions()).as("nobody sends it into the door").doesNotContain("stopPause");
    desk.restart();
    drivesTo(order, 4, 0.8, true);
    wait(DoorPosition.OPEN, 2);
    assertThat(actions()).containsExactly("stopPause");
    drivesTo(order, 4, 0.9, false);
    wait(DoorPosition.OPEN, 4);
    assertThat(actions()).containsExactly("stopPause");
    assertThat(desk.vehicle(ONE).waitsAt()).isEmpty();
  }

  @Test
  void aVehicleThatIsInTheDoorDrivesOn() {
    VehicleOrder order = isReleasedThroughIt();
    drivesTo(order, 4, 1.8, false);
    says(DoorPosition.MOVING);
    assertThat(actions()).isEmpty();
  }

  @Test
  void afterARestartADoorThatSomebodyIsReleasedThroughIsHeldOpen() {
    onTheWay();
    comesToTheDoor();
    wait(DoorPosition.OPEN, 1);
    var order = desk.lastOrder();
    desk.restart();
    desk.says(ONE).follows(order).at("B", 4).send();
    wait(DoorPosition.OPEN, 30);
    assertThat(desk.moves).contains(OPEN).doesNotContain(CLOSE);
  }
}
