package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput.Ask;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Instant actions that people ask for, and answers to actions that can be tried again. */
class AskingTest {
  private static final InstantAction LOG =
      new InstantAction(ONE, "ask-1", "logReport", Map.of("reason", "it squeaks"));

  @Test
  void whatIsAskedForIsSentAgainUntilTheStateShowsIt() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new Ask(LOG));
    desk.tell(new Ask(LOG));
    assertThat(desk.actions).containsExactly(LOG);
    desk.after(4);
    assertThat(desk.actions).containsExactly(LOG, LOG);
    desk.says(ONE).at("H1", 0).did("ask-1", "logReport", ActionStatus.RUNNING).send();
    desk.after(10);
    assertThat(types(desk)).hasSize(2);
  }

  @Test
  void whoNeverShowsItIsNotAskedForEver() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new Ask(LOG));
    for (int i = 0; i < 20; i++) {
      desk.after(4);
      desk.says(ONE).at("H1", 0).send();
    }
    assertThat(desk.actions).hasSize(5);
  }

  @Test
  void oneThatSleepsIsToldToWakeUp() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.connection(ONE, ConnectionState.HIBERNATING);
    desk.submit(request("T1", "D1", "S1")).after(60);
    assertThat(desk.orders).isEmpty();
    desk.tell(new Ask(new InstantAction(ONE, "ask-2", "stopHibernation", Map.of()))).after(4);
    assertThat(types(desk)).containsExactly("stopHibernation", "stopHibernation");
  }

  @Test
  void anActionThatCanBeTriedAgainIsTriedTwiceAndThenGivenUp() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    for (int i = 0; i < 3; i++) {
      stuckAtPick(desk);
      desk.after(6);
    }
    assertThat(types(desk)).startsWith("retry", "retry", "skipRetry");
    VehicleOrder order = desk.lastOrder();
    assertThat(desk.actions.getLast().parameters())
        .isEqualTo(Map.of("actionId", Desk.end(order).actions().getLast().actionId()));
  }

  @Test
  void whoFollowsNoAnswerIsHeldForAPerson() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    for (int i = 0; i < 12; i++) {
      stuckAtPick(desk);
      desk.after(6);
    }
    assertThat(types(desk)).hasSize(8);
    assertThat(desk.vehicle(ONE).trouble()).isPresent();
  }

  private static void stuckAtPick(Desk desk) {
    VehicleOrder order = desk.lastOrder();
    VehicleOrder.Node end = Desk.end(order);
    while (end.actions().isEmpty()) {
      desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId()).send();
      desk.after(1);
      order = desk.lastOrder();
      end = Desk.end(order);
    }
    VehicleOrder.Action pick = end.actions().getLast();
    desk.says(ONE)
        .follows(order)
        .at(end.nodeId(), end.sequenceId())
        .did(pick.actionId(), pick.type(), ActionStatus.RETRIABLE)
        .send();
  }

  private static List<String> types(Desk desk) {
    return desk.actions.stream()
        .map(InstantAction::type)
        .filter(type -> !type.equals("stateRequest"))
        .toList();
  }
}
