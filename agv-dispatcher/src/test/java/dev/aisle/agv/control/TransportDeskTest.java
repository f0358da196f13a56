package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.transport.Closing;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people may still change about a transport, and what then happens on the floor. */
class TransportDeskTest {
  private static final TransportId T1 = new TransportId("T1");
  private static final TransportId T2 = new TransportId("T2");
  private static final Trouble BY_ANNA = Trouble.of(Trouble.Kind.CANCELLED_BY, "anna");

  @Test
  void aLoadCancelledOnTheVehicleIsBroughtBackAndTheTransportEndsThere() {
    Desk desk = picked();
    change(desk, new TransportCommand.Cancel(T1, BY_ANNA));
    assertThat(desk.transport("T1").takenBack()).hasValue(BY_ANNA);
    var order = desk.lastOrder();
    var end = Desk.end(order);
    desk.restart()
        .says(ONE)
        .carries("LOAD-T1")
        .follows(order)
        .at(end.nodeId(), end.sequenceId())
        .send();
    comesToDrop(desk, "S1");
    assertThat(desk.events(TransportEvent.Delivered.class)).isEmpty();
    assertThat(desk.events(TransportEvent.Returned.class))
        .singleElement()
        .satisfies(back -> assertThat(back.node()).isEqualTo("S1"))
        .satisfies(back -> assertThat(back.why()).isEqualTo(BY_ANNA));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CANCELLED);
    assertThat(desk.vehicle(ONE).transport()).isEmpty();
    desk.restart().step();
    assertThat(desk.events(TransportEvent.Returned.class)).as("told again").hasSize(1);
  }

  @Test
  void aLoadIsBroughtElsewhereAsLongAsItIsNotBeingPutDown() {
    Desk desk = picked();
    change(desk, new TransportCommand.Reroute(T1, "S9"));
    assertThat(desk.transport("T1").request().toNode()).as("there is no S9").isEqualTo("D1");
    change(desk, new TransportCommand.Reroute(T1, "H2"));
    assertThat(desk.transport("T1").request().toNode()).as("H2 is a home").isEqualTo("D1");
    change(desk, new TransportCommand.Reroute(T1, "S1"));
    comesToDrop(desk, "S1");
    assertThat(desk.events(TransportEvent.Delivered.class))
        .singleElement()
        .satisfies(done -> assertThat(done.node()).isEqualTo("S1"));
    Desk late = sentOut(ONE).obey(ONE);
    late.driveUp(ONE);
    change(late, new TransportCommand.Reroute(T1, "D1"));
    assertThat(late.transport("T1").request().toNode())
        .as("it has leave to put it down")
        .isEqualTo("S1");
  }

  @Test
  void aHeldTransportGoesToNobodyUntilItIsLetGo() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S1"));
    change(desk, new TransportCommand.Hold(T1));
    desk.restart().says(ONE).at("H1", 0).send();
    assertThat(desk.orders).isEmpty();
    assertThat(why(desk, "T1")).isEqualTo(Waiting.of(Waiting.Kind.ON_HOLD));
    assertThat(desk.vehicle(ONE).whyIdle().orElseThrow().key())
        .isEqualTo("vehicle.idle.nothingReady");
    change(desk, new TransportCommand.LetGo(T1));
    assertThat(desk.transport("T1").vehicle()).hasValue(ONE);
    assertThat(desk.vehicle(ONE).whyIdle()).isEmpty();
  }

  @Test
  void aTransportIsTakenFromAVehicleThatIsOnlyOnItsWayToTheLoad() {
    Desk desk = sentOut(ONE);
    change(desk, new TransportCommand.Hold(T1));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    assertThat(desk.vehicle(ONE).horizon()).doesNotContain("D1").endsWith("H1");
    assertThat(desk.events(TransportEvent.Unassigned.class)).hasSize(1);
  }

  @Test
  void oneFollowsTheOtherAndByTheSameVehicleIfThatIsWanted() {
    Desk desk = new Desk(ONE, TWO);
    desk.submit(request("T1", "D1", "S1"));
    desk.submit(request("T2", "S1", "D1").on(Terms.NONE.following(List.of(T1), true)));
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    var carrier = desk.transport("T1").vehicle().orElseThrow();
    assertThat(why(desk, "T2")).isEqualTo(Waiting.of(Waiting.Kind.AFTER, "T1"));
    desk.obey(carrier).obey(carrier);
    desk.step();
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
    desk.after(1);
    assertThat(desk.transport("T2").vehicle()).hasValue(carrier);
  }

  @Test
  void whatFollowsAFailedOneWaitsForAPerson() {
    Desk desk = new Desk(ONE);
    desk.submit(request("T1", "D1", "S1"));
    desk.submit(request("T2", "S1", "D1").on(Terms.NONE.following(List.of(T1), false)));
    change(desk, new TransportCommand.Cancel(T1, BY_ANNA));
    desk.says(ONE).at("H1", 0).send();
    assertThat(why(desk, "T2")).isEqualTo(Waiting.of(Waiting.Kind.AFTER_FAILED, "T1"));
    change(desk, new TransportCommand.LetGo(T2));
    assertThat(desk.transport("T2").vehicle()).hasValue(ONE);
  }

  @Test
  void nothingIsFetchedBeforeItsTimeAndOnlyByTheVehicleMeant() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).send();
    var opens = Desk.START.plus(Duration.ofMinutes(5));
    desk.submit(
        request("T1", "D1", "S1")
            .on(Terms.NONE.within(Optional.of(opens), Optional.empty()).by(Optional.of(ONE))));
    assertThat(why(desk, "T1")).isEqualTo(Waiting.of(Waiting.Kind.NOT_BEFORE, opens.toString()));
    desk.after(271);
    desk.says(TWO).at("H2", 0).send();
    assertThat(why(desk, "T1")).isEqualTo(Waiting.of(Waiting.Kind.INTENDED_AWAY, "AGV-01"));
    desk.says(ONE).at("H1", 0).send();
    assertThat(desk.transport("T1").vehicle()).hasValue(ONE);
    change(desk, new TransportCommand.Intend(T1, Optional.of(TWO)));
    desk.says(TWO).at("H2", 0).send();
    desk.after(1);
    assertThat(desk.transport("T1").vehicle()).hasValue(TWO);
  }

  @Test
  void withTheLoadItStandsWhereItShallCallBeforeItIsPutDown() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(
        request("T1", "S1", "D1")
            .on(Terms.NONE.callingAt(List.of(new Terms.Call("S1", Duration.ofSeconds(30))))));
    desk.obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    desk.after(1);
    int orders = desk.orders.size();
    standsWithLoad(desk, 29);
    assertThat(desk.orders).as("it calls at S1 for 30 s").hasSize(orders);
    standsWithLoad(desk, 3);
    assertThat(desk.orders).hasSizeGreaterThan(orders);
    assertThat(desk.stored.transports().getFirst().callsLeft()).isEmpty();
    comesToDrop(desk, "D1");
    assertThat(desk.events(TransportEvent.Delivered.class)).hasSize(1);
  }

  @Test
  void aTransportIsClosedByWhatAPersonSawUnlessTheVehicleReportsTheLoad() {
    Desk desk = picked();
    change(desk, new TransportCommand.Close(T1, Closing.delivered("S1"), BY_ANNA));
    assertThat(desk.transport("T1").stage())
        .as("the load is aboard")
        .isEqualTo(TransportStage.CARRYING);
    desk.says(ONE).follows(desk.lastOrder()).send();
    change(desk, new TransportCommand.Close(T1, Closing.standsAt("D1"), BY_ANNA));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CANCELLED);
    assertThat(desk.events(TransportEvent.Returned.class))
        .singleElement()
        .satisfies(back -> assertThat(back.node()).isEqualTo("D1"));
    assertThat(desk.vehicle(ONE).transport()).isEmpty();
  }

  @Test
  void aVehicleSentToALoadIsCalledOffWhenTheTransportIsClosed() {
    Desk desk = sentOut(ONE);
    for (int i = 0; i < 4; i++) {
      var end = Desk.end(desk.lastOrder());
      desk.says(ONE).follows(desk.lastOrder()).at(end.nodeId(), end.sequenceId()).send();
    }
    assertThat(desk.stored.orders().getFirst().visits().getFirst().stop().map(Stop::kind))
        .hasValue(Stop.Kind.PICK);
    change(desk, new TransportCommand.Close(T1, Closing.delivered("S1"), BY_ANNA));
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
    assertThat(desk.actions).extracting(InstantAction::type).contains("cancelOrder");
    var last = desk.lastOrder();
    desk.says(ONE)
        .follows(last)
        .at("D1", Desk.end(last).sequenceId())
        .did("T1:pick", "pick", ActionStatus.FAILED)
        .send();
    desk.after(1);
    assertThat(desk.vehicle(ONE).baseAhead()).contains("C");
  }

  private static void standsWithLoad(Desk desk, int seconds) {
    for (int i = 0; i < seconds; i += 1) {
      desk.now = desk.now.plusSeconds(1);
      var order = desk.lastOrder();
      var end = Desk.end(order);
      desk.says(ONE)
          .follows(order)
          .at(end.nodeId(), end.sequenceId())
          .did("T1:pick", "pick", ActionStatus.FINISHED)
          .carries("LOAD-T1")
          .send();
    }
  }

  private static Waiting why(Desk desk, String transport) {
    return desk.transport(transport).whyNotYet().orElseThrow();
  }

  private static void change(Desk desk, TransportCommand command) {
    desk.tell(new DispatchInput.Change(command));
  }

  private static Desk sentOut(dev.aisle.device.agv.VehicleId vehicle) {
    Desk desk = new Desk(vehicle);
    desk.says(vehicle).at("H1", 0).send();
    return desk.submit(request("T1", "D1", "S1"));
  }

  private static Desk picked() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "S1", "D1")).obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.CARRYING);
    return desk;
  }

  /** It drives with its load to where it shall put it down, and does so. */
  private static void comesToDrop(Desk desk, String node) {
    for (int i = 0; i < 20; i++) {
      desk.now = desk.now.plusSeconds(1);
      if (desk.orders.isEmpty()) {
        desk.step();
        continue;
      }
      var order = desk.lastOrder();
      var end = Desk.end(order);
      boolean drops = end.actions().stream().anyMatch(a -> a.type().equals("drop"));
      var said = desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId());
      if (drops) {
        assertThat(end.nodeId()).isEqualTo(node);
        said.did(end.actions().getLast().actionId(), "drop", ActionStatus.FINISHED).send();
        return;
      }
      said.carries("LOAD-T1").send();
    }
    throw new AssertionError("nothing is put down: " + desk.orders);
  }
}
