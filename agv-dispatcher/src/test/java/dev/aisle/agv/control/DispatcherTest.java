package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dispatcher, word by word. */
class DispatcherTest {
  @Test
  void aLoadIsFetchedBroughtAndTheVehicleGoesHomeToCharge() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.lastOrder().nodes())
        .extracting(VehicleOrder.Node::nodeId)
        .containsExactly("H1", "A", "B", "C", "D1");
    desk.obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    desk.obey(ONE);
    assertThat(desk.events(TransportEvent.Delivered.class))
        .extracting(TransportEvent.Delivered::node)
        .containsExactly("S1");
    desk.obey(ONE);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("H1");
    assertThat(Desk.end(desk.lastOrder()).actions())
        .extracting(VehicleOrder.Action::type)
        .containsExactly("startCharging");
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.PARKED);
    assertThat(desk.orders).extracting(VehicleOrder::orderId).contains("AGV-01-1", "AGV-01-3");
  }

  @Test
  void theSameRequestTwiceIsOneTransport() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S1")).submit(request("T1", "D1", "S1"));
    assertThat(desk.state.view(desk.now).transports()).hasSize(1);
    assertThat(desk.events(TransportEvent.Accepted.class)).hasSize(1);
  }

  @Test
  void aRequestForANodeThatIsNotThereFailsWithTheReason() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S9"));
    assertThat(desk.events(TransportEvent.Failed.class))
        .extracting(TransportEvent.Failed::why)
        .containsExactly(Trouble.of(Kind.NO_SUCH_NODE, "S9"));
  }

  @Test
  void anOrderIsSentAgainUntilTheStateMirrorsIt() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    VehicleOrder first = desk.lastOrder();
    desk.after(1).after(1).after(1).after(1);
    assertThat(desk.orders).containsExactly(first, first, first);
    desk.says(ONE).follows(first).send();
    desk.orders.clear();
    desk.after(2).after(2);
    assertThat(desk.orders).doesNotContain(first);
  }

  @Test
  void aLateStateChangesNothing() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).battery(80).send(20);
    desk.says(ONE).at("H1", 0).battery(10).send(19);
    assertThat(desk.vehicle(ONE).batteryPercent().orElseThrow()).isEqualTo(80);
  }

  @Test
  void aWrongLoadHoldsTheVehicleAndItsTransportUntilAPersonHasLooked() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    atPickup(desk).did("T1:pick", "pick", ActionStatus.FINISHED).carries("OTHER").send();
    assertThat(desk.events(TransportEvent.WrongLoad.class))
        .extracting(TransportEvent.WrongLoad::found)
        .containsExactly("OTHER");
    assertThat(desk.events(TransportEvent.Failed.class)).isEmpty();
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.PICKING);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Kind.FETCHED_OTHER, "OTHER", "LOAD-T1"));
    desk.orders.clear();
    desk.after(60);
    assertThat(desk.orders).isEmpty();
    assertThat(desk.events(TransportEvent.WrongLoad.class)).hasSize(1);
    atPickupAgain(desk).did("T1:pick", "pick", ActionStatus.FINISHED).carries("OTHER").send();
    desk.tell(new DispatchInput.Resume(ONE)).after(1);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
  }

  @Test
  void aPickThatBringsNoLoadIsNotBelieved() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    atPickup(desk).did("T1:pick", "pick", ActionStatus.FINISHED).send();
    assertThat(desk.events(TransportEvent.Failed.class)).isEmpty();
    desk.after(4);
    assertThat(desk.events(TransportEvent.WrongLoad.class)).hasSize(1);
  }

  @Test
  void aFailedPickIsTriedThreeTimesAndThenGivenUp() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    atPickup(desk).did("T1:pick", "pick", ActionStatus.FAILED).send();
    desk.after(11);
    failAgain(desk, "T1:pick:2");
    failAgain(desk, "T1:pick:3");
    assertThat(desk.events(TransportEvent.Failed.class))
        .extracting(TransportEvent.Failed::why)
        .containsExactly(Trouble.inWords("no"));
    assertThat(desk.vehicle(ONE).horizon()).doesNotContain("S1").endsWith("H1");
  }

  private static void failAgain(Desk desk, String action) {
    assertThat(Desk.end(desk.lastOrder()).actions())
        .extracting(VehicleOrder.Action::actionId)
        .containsExactly(action);
    desk.says(ONE).follows(desk.lastOrder()).did(action, "pick", ActionStatus.FAILED).send();
    desk.after(11);
  }

  @Test
  void aFailedDropIsTriedAgainAsLongAsItTakes() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1")).obey(ONE);
    VehicleOrder order = desk.driveUp(ONE);
    VehicleOrder.Node end = Desk.end(order);
    desk.says(ONE)
        .follows(order)
        .at(end.nodeId(), end.sequenceId())
        .carries("LOAD-T1")
        .did("T1:drop", "drop", ActionStatus.FAILED)
        .send();
    for (int attempt = 2; attempt < 6; attempt++) {
      desk.after(11);
      String action = "T1:drop:" + attempt;
      assertThat(desk.lastOrder().nodes().getFirst().actions())
          .extracting(VehicleOrder.Action::actionId)
          .containsExactly(action);
      desk.says(ONE)
          .follows(desk.lastOrder())
          .carries("LOAD-T1")
          .did(action, "drop", ActionStatus.FAILED)
          .send();
    }
    desk.after(11);
    desk.says(ONE).follows(desk.lastOrder()).did("T1:drop:6", "drop", ActionStatus.FINISHED).send();
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void deliveredIsSaidOnlyWhenTheLoadIsGone() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1")).obey(ONE);
    VehicleOrder order = desk.driveUp(ONE);
    VehicleOrder.Node end = Desk.end(order);
    Desk.Said said = desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId());
    said.carries("LOAD-T1").did("T1:drop", "drop", ActionStatus.FINISHED).send();
    assertThat(desk.events(TransportEvent.Delivered.class)).isEmpty();
    desk.after(5);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    desk.says(ONE)
        .follows(order)
        .at(end.nodeId(), end.sequenceId())
        .did("T1:drop", "drop", ActionStatus.FINISHED)
        .send();
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void aTransportCanBeTakenBackUntilAVehicleIsSentToTheLoad() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S1"));
    desk.tell(
        new DispatchInput.Change(
            new TransportCommand.Cancel(new TransportId("T1"), Trouble.inWords("not wanted"))));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CANCELLED);
    desk.says(ONE).at("H1", 0).send();
    assertThat(desk.orders).isEmpty();
    desk.submit(request("T2", "D1", "S1")).obey(ONE);
    desk.tell(
        new DispatchInput.Change(
            new TransportCommand.Cancel(new TransportId("T2"), Trouble.inWords("too late"))));
    assertThat(desk.transport("T2").stage()).isEqualTo(TransportStage.CARRYING);
  }

  @Test
  void anEmptyVehicleChargesFirstAndTheTransportSaysSo() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).battery(20).charging().send();
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.orders).isEmpty();
    assertThat(desk.transport("T1").whyNotYet().orElseThrow().key())
        .isEqualTo("transport.waits.charging");
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.CHARGING);
    desk.says(ONE).at("H1", 0).battery(60).charging().send();
    assertThat(desk.orders).isEmpty();
    desk.says(ONE).at("H1", 0).battery(81).charging().send();
    assertThat(desk.lastOrder().nodes().getFirst().actions())
        .extracting(VehicleOrder.Action::type)
        .containsExactly("stopCharging");
  }

  @Test
  void aVehicleThatIsGoneOrInOtherHandsGetsNoWork() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).mode(OperatingMode.MANUAL).send();
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.MANUAL);
    desk.connection(ONE, ConnectionState.BROKEN);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.UNKNOWN);
    assertThat(desk.transport("T1").whyNotYet().orElseThrow().key())
        .isEqualTo("transport.waits.noVehicle");
    assertThat(desk.orders).isEmpty();
    desk.says(ONE).at("H1", 0).send();
    assertThat(desk.orders).hasSize(1);
    desk.after(31);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.UNKNOWN);
    assertThat(desk.actions).extracting(InstantAction::type).contains("stateRequest");
  }

  @Test
  void aPausedVehicleIsNotSentOn() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new DispatchInput.Pause(ONE)).submit(request("T1", "D1", "S1"));
    assertThat(desk.orders).isEmpty();
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.PAUSED);
    desk.tell(new DispatchInput.Resume(ONE));
    assertThat(desk.orders).hasSize(1);
    assertThat(desk.actions).extracting(InstantAction::type).contains("startPause", "stopPause");
  }

  @Test
  void aPauseIsToldAgainUntilTheVehicleStandsAndSoIsItsEnd() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new DispatchInput.Pause(ONE)).after(1).after(1).after(1).after(1);
    assertThat(told(desk)).containsExactly("startPause", "startPause");
    desk.says(ONE).at("H1", 0).paused().send();
    desk.after(10);
    assertThat(told(desk)).hasSize(2);
    desk.tell(new DispatchInput.Resume(ONE)).after(4);
    assertThat(told(desk)).endsWith("stopPause", "stopPause").hasSize(4);
    desk.says(ONE).at("H1", 0).send();
    desk.says(ONE).at("H1", 0).paused().send();
    desk.after(10);
    assertThat(told(desk)).as("its own button is left to those who pressed it").hasSize(4);
  }

  @Test
  void aVehicleThatNeverSaysThatItStandsIsNotToldForEver() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new DispatchInput.Pause(ONE));
    for (int i = 0; i < 30; i++) {
      desk.after(5);
      desk.says(ONE).at("H1", 0).send();
    }
    assertThat(told(desk)).hasSize(10);
  }

  private static List<String> told(Desk desk) {
    return desk.actions.stream()
        .map(InstantAction::type)
        .filter(type -> type.endsWith("Pause"))
        .toList();
  }

  @Test
  void afterARestartNothingIsSentBeforeTheVehiclesHaveSpoken() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    desk.submit(request("T1", "D1", "S1")).obey(TWO);
    VehicleOrder unheard = desk.lastOrder();
    desk.restart().after(1);
    desk.says(ONE).at("H1", 0).send();
    assertThat(desk.orders).isEmpty();
    assertThat(desk.events(TransportEvent.PickedUp.class)).hasSize(1);
    desk.says(TWO).follows("AGV-02-1").at("D1", 4).carries("LOAD-T1").send();
    assertThat(desk.orders).containsExactly(unheard);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    desk.obey(TWO);
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void whoWaitsSaysForWhom() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.submit(request("T2", "D1", "S1"));
    List<VehicleView> waiting =
        desk.state.view(desk.now).vehicles().stream()
            .filter(v -> v.waitsFor().isPresent())
            .toList();
    assertThat(waiting).isNotEmpty();
    VehicleView first = waiting.getFirst();
    assertThat(first.waitsFor().orElseThrow().vehicle()).isNotEqualTo(first.id());
    assertThat(first.waitsFor().orElseThrow().key()).isEqualTo("vehicle.waits.passing");
  }

  @Test
  void anOrderNobodyRemembersIsCancelledOnceItsBaseIsDriven() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S1"));
    desk.says(ONE).follows("AGV-01-57").at("A", 2).ahead("B", 4, true).ahead("C", 6, false).send();
    assertThat(desk.orders).isEmpty();
    assertThat(desk.actions).extracting(InstantAction::type).doesNotContain("cancelOrder");
    desk.says(ONE).follows("AGV-01-57").at("B", 4).ahead("C", 6, false).send();
    assertThat(desk.actions).extracting(InstantAction::type).contains("cancelOrder");
    desk.says(ONE).follows("AGV-01-57").at("B", 4).send();
    desk.after(1);
    assertThat(desk.lastOrder().orderId()).isEqualTo("AGV-01-58");
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo("B");
  }

  @Test
  void aVehicleThatForgotItsOrderWhileTheDispatcherWasAwayIsSentAnew() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.says(ONE).follows(desk.lastOrder()).at("A", 2).send();
    desk.restart();
    for (int i = 0; i < 6; i++) {
      desk.says(ONE).at("A", 0).send();
      desk.after(1);
    }
    assertThat(desk.lastOrder().orderId()).isEqualTo("AGV-01-2");
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo("A");
  }

  @Test
  void twoVehiclesCannotShareAHome() {
    List<VehicleSpec> specs =
        List.of(
            new VehicleSpec(ONE, 1.2, 0.8, 1, "H1", "hall"),
            new VehicleSpec(TWO, 1.2, 0.8, 1, "H1", "hall"));
    assertThatThrownBy(
            () ->
                Dispatcher.start(
                    Desk.MAP, specs, new ChargingPolicy(25, 80), DispatchJournal.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two vehicles park at H1");
  }

  @Test
  void nobodyMovesBeforeEverybodyHasSaidWhereItStandsOrHasHadTheTime() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.after(9);
    assertThat(desk.orders).isEmpty();
    desk.after(2);
    assertThat(desk.orders).as("AGV-02 is away").isNotEmpty();
  }

  @Test
  void theSameStepTwiceGivesTheSameAndLeavesTheStateAlone() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    FleetView before = desk.state.view(desk.now);
    List<DispatchInput> inputs = List.of(new DispatchInput.Submit(request("T1", "D1", "S1")));
    StepResult first = Dispatcher.step(desk.state, desk.now, inputs);
    StepResult second = Dispatcher.step(desk.state, desk.now, inputs);
    assertThat(second.outputs()).isEqualTo(first.outputs());
    assertThat(second.journal()).isEqualTo(first.journal());
    assertThat(desk.state.view(desk.now)).isEqualTo(before);
  }

  private static Desk.Said atPickup(Desk desk) {
    for (int i = 0; i < 10; i++) {
      VehicleOrder.Node end = Desk.end(desk.lastOrder());
      if (!end.actions().isEmpty()) {
        break;
      }
      desk.says(ONE).follows(desk.lastOrder()).at(end.nodeId(), end.sequenceId()).send();
    }
    return atPickupAgain(desk);
  }

  private static Desk.Said atPickupAgain(Desk desk) {
    VehicleOrder order =
        desk.orders.isEmpty()
            ? desk.stored.orders().getFirst().order().orElseThrow()
            : desk.lastOrder();
    VehicleOrder.Node end = Desk.end(order);
    return desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId());
  }
}
