package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.control.io.DispatchInput.Send;
import dev.aisle.agv.control.io.DispatchInput.Work;
import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleOrder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vehicles that people send somewhere. */
class ErrandTest {
  @Test
  void aVehicleSentToANodeStandsThereUntilItIsSentBackToWork() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new Send(ONE, Errand.go("S1")));
    assertThat(desk.vehicle(ONE).errand()).contains(Errand.go("S1"));
    drive(desk);
    assertThat(desk.vehicle(ONE).node()).isEqualTo("S1");

    int told = desk.orders.size();
    desk.submit(request("T1", "D1", "S1")).after(60);
    stands(desk, "S1");
    assertThat(desk.orders).hasSize(told);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.IDLE);

    desk.tell(new Work(ONE)).after(2);
    assertThat(desk.vehicle(ONE).errand()).isEmpty();
    assertThat(desk.transport("T1").vehicle()).contains(ONE);
    assertThat(desk.orders).hasSizeGreaterThan(told);
  }

  @Test
  void whoIsSentAwayFirstEndsItsTransport() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.tell(new Send(ONE, Errand.go("B")));
    desk.obey(ONE);
    desk.obey(ONE);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.DELIVERED);
    desk.after(2);
    drive(desk);
    assertThat(desk.vehicle(ONE).node()).isEqualTo("B");
  }

  @Test
  void aParkedVehicleGetsNoTransportsAndThatOutlivesARestart() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new Send(ONE, Errand.park()));
    desk.submit(request("T1", "D1", "S1")).after(5);
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);

    desk.restart().says(ONE).at("H1", 0).send().after(5);
    assertThat(desk.vehicle(ONE).errand()).contains(Errand.park());
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    desk.tell(new Work(ONE)).after(1);
    assertThat(desk.transport("T1").stage()).isNotEqualTo(TransportStage.WAITING);
  }

  @Test
  void aVehicleSentToChargeIsBackAtWorkWhenItIsChargedEnough() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).battery(60).send();
    desk.tell(new Send(ONE, Errand.charge()));
    desk.submit(request("T1", "D1", "S1")).after(5);
    desk.says(ONE).at("H1", 0).battery(70).charging().send();
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    desk.says(ONE).at("H1", 0).battery(81).charging().send().after(1);
    assertThat(desk.vehicle(ONE).errand()).isEmpty();
    assertThat(desk.transport("T1").stage()).isNotEqualTo(TransportStage.WAITING);
  }

  @Test
  void nobodyIsSentToANodeThatIsNotThereOrToAnothersHome() {
    Desk desk = new Desk(ONE, TWO);
    desk.tell(new Send(ONE, Errand.go("H2"))).tell(new Send(ONE, Errand.go("X9")));
    assertThat(desk.vehicle(ONE).errand()).isEmpty();
    assertThatThrownBy(() -> new Errand(Errand.Kind.PARK, Optional.of("B")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Follows every order to the end of its base until nothing more is told. */
  private static void drive(Desk desk) {
    for (int told = -1; told != desk.orders.size(); ) {
      told = desk.orders.size();
      VehicleOrder order = desk.lastOrder();
      VehicleOrder.Node end = Desk.end(order);
      desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId()).send();
      desk.after(1);
    }
  }

  private static void stands(Desk desk, String node) {
    VehicleOrder order = desk.lastOrder();
    VehicleOrder.Node end = Desk.end(order);
    assertThat(end.nodeId()).isEqualTo(node);
    desk.says(ONE).follows(order).at(node, end.sequenceId()).send();
  }
}
