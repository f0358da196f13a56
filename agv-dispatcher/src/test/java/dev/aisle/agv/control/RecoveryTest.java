package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.Recovery.Aboard;
import dev.aisle.agv.fleet.Recovery.Fate;
import dev.aisle.agv.fleet.RecoveryRefusal;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Vehicles in trouble, and people who say where they are and what is on them. */
class RecoveryTest {
  private static final Aboard NOTHING = new Aboard.Nothing();
  private static final Aboard OWN = new Aboard.Unit("LOAD-T1");

  @Test
  void aVehicleThatLosesItsLoadStopsAndAsksAndGivesNothingUp() {
    Desk desk = carrying();
    VehicleOrder order = desk.lastOrder();
    desk.says(ONE).follows(order).at("D1", 0).send().after(2);
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
    desk.after(2);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.LOAD_LOST, "LOAD-T1"));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    assertThat(desk.transport("T1").whyNotYet())
        .contains(Waiting.of(Waiting.Kind.VEHICLE_ASKS, "AGV-01"));
    desk.tell(new DispatchInput.Resume(ONE)).after(4);
    assertThat(desk.vehicle(ONE).word()).as("it still reports no load").isEqualTo(Word.HELD);
    desk.says(ONE).follows(order).at("D1", 0).carries("LOAD-T1").send();
    assertThat(desk.vehicle(ONE).word()).as("a person stands beside it").isEqualTo(Word.HELD);
    desk.tell(new DispatchInput.Resume(ONE)).after(4);
    assertThat(desk.vehicle(ONE).word()).isNotEqualTo(Word.HELD);
  }

  @Test
  void whoForgetsItsOrderOnALaneKeepsItToTheNextNodeHoweverLongItStands() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).near(-2, 0).send().says(TWO).at("H2", 0).near(6, 0).send();
    desk.tell(new DispatchInput.Send(ONE, Errand.go("C")));
    desk.says(ONE).follows(desk.lastOrder()).at("A", 2).near(0, 0).send().after(1);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isIn("B", "C");
    desk.tell(new DispatchInput.Pause(ONE));
    for (int i = 0; i < 3; i++) {
      desk.says(ONE).at("A", 0).near(2, 0).paused().send().after(3);
    }
    desk.tell(new DispatchInput.Send(TWO, Errand.go("D")));
    for (int i = 0; i < 20; i++) {
      desk.says(ONE).at("A", 0).near(2, 0).paused().send();
      desk.says(TWO).at("H2", 0).near(6, 0).send().after(3);
    }
    assertThat(desk.vehicle(TWO).horizon()).contains("B", "D");
    assertThat(desk.orders).as("ONE stands before B").noneMatch(o -> o.vehicle().equals(TWO));
    desk.tell(new DispatchInput.Resume(ONE)).says(ONE).at("A", 0).near(2, 0).send().after(1);
    VehicleOrder.Node first = desk.lastOrder().nodes().getFirst();
    assertThat(first.nodeId()).isEqualTo("A");
    assertThat(first.deviationM()).as("it stands 2 m beyond").isGreaterThan(2);
    assertThat(desk.lastOrder().nodes().get(1))
        .matches(node -> node.nodeId().equals("B") && node.released());
  }

  @Test
  void aLoadSensorThatWaversStopsNobody() {
    Desk desk = carrying();
    VehicleOrder order = desk.lastOrder();
    desk.says(ONE).follows(order).at("D1", 0).send().after(2);
    desk.says(ONE).follows(order).at("D1", 0).carries("LOAD-T1").send().after(2);
    desk.says(ONE).follows(order).at("D1", 0).send().after(2);
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
  }

  @Test
  void aLostLoadThatWasPutSomewhereEndsItsTransportThere() {
    Desk desk = carrying();
    desk.says(ONE).follows(desk.lastOrder()).at("D1", 0).nothingAhead().send().after(4);
    desk.tell(recover(ONE, "D1", NOTHING, new Fate.StandsAt("S1")));
    assertThat(desk.events(TransportEvent.Returned.class))
        .extracting(TransportEvent.Returned::node)
        .containsExactly("S1");
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
    assertThat(desk.vehicle(ONE).transport()).isEmpty();
    assertThat(desk.vehicle(ONE).horizon()).endsWith("H1");
  }

  @Test
  void aVehicleThatFindsItsLoadGoneWhenItShallPutItDownAsksInsteadOfTryingAgain() {
    Desk desk = carrying();
    desk.driveUp(ONE);
    VehicleOrder order = desk.lastOrder();
    for (int i = 0; i < 6; i++) {
      desk.says(ONE)
          .follows(order)
          .at("S1", end(desk))
          .did("T1:drop", "drop", ActionStatus.FAILED)
          .send();
      desk.after(1);
    }
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.LOAD_LOST, "LOAD-T1"));
    desk.tell(recover(ONE, "S1", NOTHING, new Fate.Delivered("S1")));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
  }

  @Test
  void aRecoveredVehicleIsToldToEndAnActionThatStillRuns() {
    Desk desk = wronglyFetched(ONE);
    desk.says(ONE)
        .follows(desk.lastOrder())
        .at("D1", end(desk))
        .did("T1:pick", "pick", ActionStatus.RUNNING)
        .send();
    desk.actions.clear();
    desk.tell(recover(ONE, "D1", NOTHING, new Fate.GiveToAnother()));
    assertThat(desk.actions).extracting(InstantAction::type).containsExactly("cancelOrder");
  }

  @Test
  void aVehicleRecoveredOnItsWayKeepsTheWayAndItsTurn() {
    Desk desk = carrying();
    List<String> before = desk.vehicle(ONE).horizon();
    String stands = desk.vehicle(ONE).baseAhead().getLast();
    desk.says(ONE)
        .follows(desk.lastOrder())
        .at(stands, end(desk))
        .mode(OperatingMode.MANUAL)
        .send()
        .after(4);
    desk.tell(recover(ONE, stands, NOTHING, new Fate.StandsAt("S1")));
    assertThat(before).isNotEmpty();
    assertThat(desk.vehicle(ONE).baseAhead()).containsExactly(stands);
    assertThat(desk.vehicle(ONE).horizon()).endsWith("H1");
  }

  @Test
  void whatAVehicleWronglyFetchedIsTakenOffAndAnotherComesForTheRightLoad() {
    Desk desk = wronglyFetched(ONE, TWO);
    desk.says(TWO).at("H2", 0).send();
    desk.tell(recover(ONE, "D1", new Aboard.Unit("OTHER"), new Fate.GiveToAnother())).after(2);
    assertThat(desk.events(TransportEvent.Failed.class)).isEmpty();
    assertThat(desk.transport("T1").vehicle()).contains(TWO);
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.LOAD_WITHOUT_TRANSPORT));
  }

  @Test
  void aVehicleThatFetchedTheWrongLoadFetchesAgainWhenItWasTakenOff() {
    Desk desk = wronglyFetched(ONE);
    desk.says(ONE).follows(desk.lastOrder()).at("D1", end(desk)).send();
    VehicleOrder before = desk.lastOrder();
    desk.tell(recover(ONE, "D1", NOTHING, new Fate.CarryOn())).after(1);
    VehicleOrder anew = desk.lastOrder();
    assertThat(anew.orderId()).isNotEqualTo(before.orderId());
    assertThat(anew.nodes().getFirst().nodeId()).isEqualTo("D1");
    assertThat(
            anew.nodes().stream().flatMap(node -> node.actions().stream()).map(a -> a.actionId()))
        .contains("T1:pick:2");
    desk.obey(ONE).obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
  }

  @Test
  void theRightLoadPutOnByHandCountsAsFetchedAndIsBrought() {
    Desk desk = wronglyFetched(ONE);
    desk.says(ONE).follows(desk.lastOrder()).at("D1", end(desk)).carries("LOAD-T1").send();
    desk.tell(recover(ONE, "D1", OWN, new Fate.CarryOn()));
    assertThat(desk.events(TransportEvent.PickedUp.class)).hasSize(1);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    desk.obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
  }

  @Test
  void aLoadAboardIsBroughtBackToWhereItCameFrom() {
    Desk desk = carrying();
    desk.says(ONE)
        .follows(desk.lastOrder())
        .at("D1", 0)
        .mode(OperatingMode.MANUAL)
        .carries("LOAD-T1")
        .send();
    desk.tell(recover(ONE, "D1", OWN, new Fate.BringBack()));
    assertThat(desk.transport("T1").request().toNode()).isEqualTo("D1");
    assertThat(desk.transport("T1").takenBack()).isPresent();
  }

  @Test
  void aSilentVehicleKeepsItsWayUntilAPersonSaysThatItStandsElsewhere() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    desk.submit(request("T1", "D1", "S1")).after(1);
    VehicleOrder order = desk.lastOrder();
    desk.says(order.vehicle()).follows(order).send();
    desk.connection(order.vehicle(), ConnectionState.BROKEN).after(120);
    List<String> base = desk.vehicle(order.vehicle()).baseAhead();
    assertThat(base).hasSizeGreaterThan(1);
    VehicleId other = order.vehicle().equals(ONE) ? TWO : ONE;
    String home = order.vehicle().equals(ONE) ? "H1" : "H2";
    desk.says(other).at(other.equals(ONE) ? "H1" : "H2", 0).send();
    desk.tell(
            new DispatchInput.Recover(
                order.vehicle(), new Recovery(home, NOTHING, new Fate.GiveToAnother(), true, "li")))
        .after(1);
    assertThat(desk.vehicle(order.vehicle()).baseAhead()).containsExactly(home);
    assertThat(desk.transport("T1").vehicle()).contains(other);
    desk.restart();
    assertThat(desk.vehicle(order.vehicle()).baseAhead()).containsExactly(home);
  }

  @Test
  void aSilentVehicleThatMayDriveOnKeepsItsWayAndGivesItUpWhenItSpeaks() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send().says(TWO).at("H2", 0).send();
    desk.tell(new DispatchInput.Send(ONE, Errand.go("C")));
    desk.says(ONE).follows(desk.lastOrder()).at("A", 2).send();
    VehicleOrder order = desk.lastOrder();
    desk.says(ONE).follows(order).at("A", 2).send().after(40);
    List<String> base = desk.vehicle(ONE).baseAhead();
    assertThat(base).hasSizeGreaterThan(1);
    desk.tell(recover(ONE, "A", NOTHING, new Fate.NoTransport())).after(1);
    assertThat(desk.vehicle(ONE).baseAhead()).isEqualTo(base);

    desk.says(ONE).follows(order).at("A", 2).send();
    assertThat(desk.actions).extracting(InstantAction::type).contains("cancelOrder");
    desk.says(ONE).follows(order).at("A", 2).nothingAhead().send().after(5);
    desk.says(ONE).follows(order).at("A", 2).nothingAhead().send().after(5);
    desk.says(ONE).follows(order).at("A", 2).nothingAhead().send().after(1);
    assertThat(desk.lastOrder().orderId()).isNotEqualTo(order.orderId());
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo("A");
  }

  @Test
  void aVehicleDrivenByHandIsInTheWayWhereItIsAndNoLongerWhereItWasGoing() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    desk.submit(request("T1", "D1", "S1")).after(1);
    VehicleOrder order = desk.lastOrder();
    VehicleId pushed = order.vehicle();
    desk.says(pushed).follows(order).mode(OperatingMode.MANUAL).near(0.4, 3.5).send();
    assertThat(desk.vehicle(pushed).baseAhead()).containsExactly("D");
    desk.after(10);
    assertThat(desk.vehicle(pushed).baseAhead())
        .as("its last node is long ago")
        .containsExactly("D");
    assertThat(desk.vehicle(pushed).word()).isEqualTo(Word.MANUAL);
    int told = desk.orders.size();
    desk.says(pushed).follows(order).send();
    assertThat(desk.orders).as("its old order is ended first").hasSize(told);
    assertThat(desk.state.view(desk.now).vehicles())
        .filteredOn(vehicle -> vehicle.id().equals(pushed))
        .extracting(VehicleView::trouble)
        .containsExactly(Optional.of(Trouble.of(Kind.FOREIGN_ORDER)));
  }

  @Test
  void aVehicleThatComesBackWithAnOldOrderMustGiveItUp() {
    Desk desk = carrying();
    VehicleOrder order = desk.lastOrder();
    desk.connection(ONE, ConnectionState.BROKEN).after(60);
    desk.tell(recover(ONE, "H1", NOTHING, new Fate.Delivered("S1")));
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
    desk.orders.clear();
    desk.says(ONE).follows(order).ahead("C", 2, false).mode(OperatingMode.AUTOMATIC).send();
    assertThat(desk.orders).as("none while it follows what it had").isEmpty();
  }

  @Test
  void aVehicleThatCanLearnWhereItIsIsTold() {
    Desk desk = wronglyFetched(ONE);
    assertThat(desk.state.refusal(ONE, found("C", OTHER, new Fate.GiveToAnother()), desk.now))
        .contains(RecoveryRefusal.VEHICLE_SAYS_ELSEWHERE);
    desk.tell(new DispatchInput.Report(factsheet()));
    desk.tell(recover(ONE, "C", OTHER, new Fate.GiveToAnother()));
    assertThat(desk.actions)
        .filteredOn(action -> action.type().equals("initPosition"))
        .extracting(InstantAction::parameters)
        .containsExactly(
            Map.of("x", "4.0", "y", "4.0", "theta", "0.0", "mapId", "hall", "lastNodeId", "C"));
    assertThat(desk.vehicle(ONE).node()).isEqualTo("C");
    int told = desk.orders.size();
    desk.after(6).says(ONE).follows("").at("D1", 0).carries("OTHER").send();
    assertThat(desk.actions)
        .as("told again, as it does not say so yet")
        .filteredOn(action -> action.type().equals("initPosition"))
        .hasSize(2);
    assertThat(desk.orders).hasSize(told);
    desk.says(ONE).follows("").at("C", 0).carries("OTHER").send();
    desk.after(1);
    assertThat(desk.orders).as("it drives home from there").hasSizeGreaterThan(told);
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo("C");
  }

  @Test
  void aVehicleThatDoesNotLearnWhereItIsIsBelievedInTheEnd() {
    Desk desk = wronglyFetched(ONE);
    desk.tell(new DispatchInput.Report(factsheet()));
    desk.tell(recover(ONE, "C", OTHER, new Fate.GiveToAnother()));
    for (int i = 0; i < 8; i++) {
      desk.after(6).says(ONE).follows("").at("D1", 0).carries("OTHER").send();
    }
    assertThat(desk.actions).filteredOn(action -> action.type().equals("initPosition")).hasSize(4);
    assertThat(desk.vehicle(ONE).node()).isEqualTo("D1");
  }

  private static final Aboard OTHER = new Aboard.Unit("OTHER");

  @Test
  void whatCannotBeTrueIsRefusedAtTheAnswerThatIsWrong() {
    Desk desk = wronglyFetched(ONE, TWO);
    desk.says(TWO).at("H2", 0).send();
    Fate give = new Fate.GiveToAnother();
    assertThat(desk.state.refusal(TWO, found("H2", NOTHING, new Fate.NoTransport()), desk.now))
        .contains(RecoveryRefusal.NOT_IN_TROUBLE);
    refuses(desk, found("X9", OTHER, give), RecoveryRefusal.NO_SUCH_NODE);
    refuses(desk, found("H2", OTHER, give), RecoveryRefusal.ANOTHER_STANDS_THERE);
    refuses(desk, found("D1", NOTHING, give), RecoveryRefusal.VEHICLE_SAYS_LOADED);
    refuses(desk, found("D1", OWN, give), RecoveryRefusal.VEHICLE_SAYS_OTHER_LOAD);
    refuses(desk, found("D1", OTHER, new Fate.NoTransport()), RecoveryRefusal.TRANSPORT_OPEN);
    refuses(desk, found("D1", OTHER, new Fate.CarryOn()), RecoveryRefusal.OTHER_LOAD_ABOARD);
    refuses(desk, found("D1", OTHER, new Fate.BringBack()), RecoveryRefusal.LOAD_NOT_ABOARD);
    refuses(desk, found("D1", OTHER, new Fate.Delivered("X9")), RecoveryRefusal.NO_SUCH_PLACE);
    refuses(desk, found("D1", OTHER, new Fate.StandsAt("H1")), RecoveryRefusal.NO_PLACE_FOR_LOADS);
    Desk lost = carrying();
    lost.says(ONE).follows(lost.lastOrder()).at("D1", 0).send().after(4);
    Fate away = new Fate.StandsAt("S1");
    refuses(lost, found("D1", NOTHING, away), RecoveryRefusal.STILL_DRIVING);
    lost.says(ONE).follows(lost.lastOrder()).at("D1", 0).nothingAhead().send();
    refuses(lost, found("D1", OWN, new Fate.CarryOn()), RecoveryRefusal.VEHICLE_SAYS_EMPTY);
    refuses(lost, found("D1", NOTHING, new Fate.CarryOn()), RecoveryRefusal.LOAD_NOT_ABOARD);
    refuses(lost, found("D1", NOTHING, give), RecoveryRefusal.LOAD_WAS_FETCHED);
    assertThat(Stream.of(RecoveryRefusal.values()).map(RecoveryRefusal::answer))
        .doesNotContainNull();
  }

  private static void refuses(Desk desk, Recovery found, RecoveryRefusal why) {
    assertThat(desk.state.refusal(ONE, found, desk.now)).contains(why);
    TransportStage before = desk.transport("T1").stage();
    desk.tell(new DispatchInput.Recover(ONE, found));
    assertThat(desk.transport("T1").stage()).isEqualTo(before);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
  }

  private static Desk carrying() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1")).obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    return desk;
  }

  private static Desk wronglyFetched(VehicleId... vehicles) {
    Desk desk = new Desk(vehicles);
    desk.says(ONE).at("H1", 0).send();
    desk.after(11).submit(request("T1", "D1", "S1"));
    desk.driveUp(ONE);
    desk.says(ONE)
        .follows(desk.lastOrder())
        .at("D1", end(desk))
        .did("T1:pick", "pick", ActionStatus.FINISHED)
        .carries("OTHER")
        .send();
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    return desk;
  }

  private static int end(Desk desk) {
    return Desk.end(desk.lastOrder()).sequenceId();
  }

  private static Recovery found(String node, Aboard aboard, Fate fate) {
    return new Recovery(node, aboard, fate, false, "li");
  }

  private static DispatchInput recover(VehicleId vehicle, String node, Aboard aboard, Fate fate) {
    return new DispatchInput.Recover(vehicle, found(node, aboard, fate));
  }

  private static VehicleReport factsheet() {
    VehicleCapabilities none = VehicleCapabilities.UNKNOWN;
    List<Skill> skills =
        Stream.of("initPosition", "cancelOrder", "stateRequest")
            .map(type -> new Skill(type, Set.of(Scope.INSTANT), Set.of(), Map.of(), false, true))
            .toList();
    return new VehicleReport.Factsheet(
        ONE,
        Desk.START,
        Map.of(),
        new VehicleCapabilities(
            none.series(),
            none.vehicleClass(),
            none.kinematics(),
            none.maxLoadKg(),
            none.motion(),
            none.size(),
            none.limits(),
            Map.of(),
            skills,
            none.envelopes(),
            none.loads(),
            none.charging(),
            Set.of()));
  }
}
