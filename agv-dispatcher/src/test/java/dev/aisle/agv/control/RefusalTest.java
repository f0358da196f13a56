package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.control.report.Refused;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dispatcher makes of a vehicle that does not take an order, or loses one. */
class RefusalTest {

  @Test
  void anErrorThatRefersToAnotherOrderOrUpdateOrActionIsNoRefusal() {
    Desk desk = sentOut(ONE);
    VehicleOrder order = desk.lastOrder();
    for (Map<String, String> reference :
        List.of(
            Map.<String, String>of(),
            Map.of("orderId", "AGV-01-99", "orderUpdateId", "0"),
            Map.of("orderId", order.orderId(), "orderUpdateId", "7"),
            Map.of("orderId", order.orderId(), "orderUpdateId", "0", "actionId", "a"))) {
      desk.says(ONE).at("H1", 0).complains("noRouteError", reference).send();
    }
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
    desk.orders.clear();
    desk.after(2).after(2);
    assertThat(desk.orders).containsExactly(order, order);
  }

  @Test
  void aRefusedOrderIsNotSentAgainAndTheWayIsOrderedAnewUnderAnotherName() {
    Desk desk = sentOut(ONE);
    VehicleOrder refused = desk.lastOrder();
    desk.says(ONE).at("H1", 0).refuses("START_NODE_OUT_OF_RANGE", refused).send();
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Kind.REFUSES_ORDER, "START_NODE_OUT_OF_RANGE, no"));
    desk.orders.clear();
    desk.after(2);
    assertThat(desk.orders).as("while a copy may be under way").isEmpty();
    for (int i = 0; i < 4; i++) {
      desk.after(2);
      desk.says(ONE).at("H1", 0).refuses("START_NODE_OUT_OF_RANGE", refused).send();
    }
    VehicleOrder anew = desk.lastOrder();
    assertThat(anew.orderId()).isEqualTo("AGV-01-2").isNotEqualTo(refused.orderId());
    assertThat(anew.nodes()).isEqualTo(refused.nodes());
    desk.says(ONE).follows(anew).send();
    assertThat(desk.vehicle(ONE).trouble()).isEmpty();
  }

  @Test
  void aVehicleThatForgotItsOrderAndRefusesAnUpdateOfItIsOrderedAnewAndNeedsNoPerson() {
    Desk desk = sentOut(ONE);
    VehicleOrder first = desk.lastOrder();
    VehicleOrder.Node end = Desk.end(first);
    desk.says(ONE).follows(first).at(end.nodeId(), end.sequenceId()).send();
    VehicleOrder update = desk.lastOrder();
    assertThat(update.orderId()).isEqualTo(first.orderId());
    assertThat(update.orderUpdateId()).isPositive();
    String node = desk.vehicle(ONE).node();
    for (int i = 0; i < 8; i++) {
      desk.says(ONE).at(node, 0).refuses("VALIDATION_FAILURE", update).send();
      desk.after(1);
      assertThat(desk.vehicle(ONE).word()).isNotEqualTo(Word.HELD);
    }
    assertThat(desk.lastOrder().orderId()).isNotEqualTo(first.orderId());
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo(node);
  }

  @Test
  void aVehicleThatRefusesAgainAndAgainIsHeldForAPerson() {
    Desk desk = sentOut(ONE);
    for (int i = 0; i < 60; i++) {
      desk.says(ONE).at("H1", 0).refuses("noRouteError", desk.lastOrder()).send();
      desk.after(1);
    }
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    assertThat(desk.orders.stream().map(VehicleOrder::orderId).distinct())
        .hasSize(Refused.PATIENCE);
    desk.orders.clear();
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new DispatchInput.Resume(ONE));
    desk.after(20).after(1);
    assertThat(desk.orders).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"validationError", "INVALID_ORDER_ACTION", "UNKNOWN_MAP_ID"})
  void whatIsRefusedForGoodIsNotTriedAgainAndAnotherVehicleGetsTheTransport(String type) {
    Desk desk = sentOut(ONE);
    VehicleOrder refused = desk.lastOrder();
    desk.says(ONE).at("H1", 0).refuses(type, refused).send();
    desk.after(5);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.HELD);
    assertThat(desk.vehicle(ONE).trouble().orElseThrow().sentence()).contains(type);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    desk.orders.clear();
    desk.after(60);
    assertThat(desk.orders).isEmpty();
  }

  @Test
  void aHeldVehiclesTransportGoesToTheOther() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).mode(OperatingMode.MANUAL).send();
    desk.submit(request("T1", "D1", "S1"));
    VehicleOrder refused = desk.lastOrder();
    desk.says(ONE).at("H1", 0).refuses("orderError", refused).send();
    desk.after(5);
    desk.says(TWO).at("H2", 0).send();
    desk.after(1).after(1);
    assertThat(desk.transport("T1").vehicle()).contains(TWO);
  }

  @Test
  void aRefusedUpdateLeavesTheBaseReservedUntilTheVehicleStandsAndItsHorizonIsCancelled() {
    Desk desk = onTheWay();
    VehicleOrder update = desk.lastOrder();
    assertThat(update.orderUpdateId()).isPositive();
    VehicleOrder first = desk.orders.getFirst();
    int end = Desk.end(first).sequenceId();
    desk.says(ONE).follows(first).at("A", 2).refuses("OUTDATED_ORDER_UPDATE", update).send();
    desk.orders.clear();
    desk.after(5);
    assertThat(desk.actions).extracting(InstantAction::type).doesNotContain("cancelOrder");
    assertThat(desk.orders).isEmpty();
    desk.says(ONE)
        .follows(first)
        .at(Desk.end(first).nodeId(), end)
        .refuses("OUTDATED_ORDER_UPDATE", update)
        .send();
    desk.after(1);
    assertThat(desk.actions).extracting(InstantAction::type).contains("cancelOrder");
    desk.says(ONE)
        .follows(first)
        .at(Desk.end(first).nodeId(), end)
        .nothingAhead()
        .refuses("OUTDATED_ORDER_UPDATE", update)
        .send();
    desk.after(1).after(2).after(2);
    assertThat(desk.lastOrder().orderId()).isEqualTo("AGV-01-2");
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo(Desk.end(first).nodeId());
  }

  @Test
  void anOrderThatSomebodyCancelledAtTheVehicleIsGivenAnewFromWhereItStands() {
    Desk desk = sentOut(ONE);
    VehicleOrder order = desk.lastOrder();
    for (int i = 0; i < 6; i++) {
      desk.says(ONE).follows(order).at("A", 2).nothingAhead().send();
      desk.after(1);
    }
    assertThat(desk.lastOrder().orderId()).isEqualTo("AGV-01-2");
    assertThat(desk.lastOrder().nodes().getFirst().nodeId()).isEqualTo("A");
    assertThat(desk.events(TransportEvent.Failed.class)).isEmpty();
  }

  /** At work for T1, the first order sent and not yet mirrored. */
  private static Desk sentOut(dev.aisle.device.agv.VehicleId vehicle) {
    Desk desk = new Desk(vehicle);
    desk.says(vehicle).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    return desk;
  }

  /** The first order is mirrored and an update to it sent. */
  private static Desk onTheWay() {
    Desk desk = sentOut(ONE);
    VehicleOrder first = desk.lastOrder();
    desk.says(ONE).follows(first).at("B", 4).send();
    return desk;
  }
}
