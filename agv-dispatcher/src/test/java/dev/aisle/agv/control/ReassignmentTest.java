package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.TWO;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Idling;
import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.Terms;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets a transport, who gets another's, and what both say while nothing happens. */
class ReassignmentTest {

  @Test
  void aVehicleThatBecomesFreeNearerTakesTheTransportOver() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).mode(OperatingMode.MANUAL).send();
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.transport("T1").vehicle()).hasValue(ONE);
    desk.says(TWO).at("H2", 0).send();
    assertThat(desk.transport("T1").vehicle()).as("it was given just now").hasValue(ONE);
    desk.after(6);
    desk.says(ONE).at("H1", 0).send();
    assertThat(desk.transport("T1").vehicle()).as("H2 is 4 m nearer only").hasValue(ONE);
    Desk near = new Desk(ONE, TWO);
    near.says(ONE).at("H1", 0).send();
    near.says(TWO).at("C", 0).mode(OperatingMode.MANUAL).send();
    near.submit(request("T1", "D1", "S1"));
    assertThat(near.transport("T1").vehicle()).hasValue(ONE);
    near.after(6);
    near.says(TWO).at("C", 0).send();
    assertThat(near.transport("T1").vehicle()).as("C is next to D1").hasValue(TWO);
    assertThat(near.vehicle(ONE).transport()).isEmpty();
    assertThat(near.events(TransportEvent.Unassigned.class)).hasSize(1);
  }

  @Test
  void whatIsReleasedToTheLoadStaysWithItsVehicle() {
    Desk desk = new Desk(ONE, TWO);
    desk.says(ONE).at("H1", 0).send();
    desk.says(TWO).at("H2", 0).mode(OperatingMode.MANUAL).send();
    desk.submit(request("T1", "D1", "S1"));
    for (int i = 0; i < 3; i++) {
      desk.after(2);
      var end = Desk.end(desk.lastOrder());
      desk.says(ONE).follows(desk.lastOrder()).at(end.nodeId(), end.sequenceId()).send();
    }
    desk.after(6);
    desk.says(TWO).at("H2", 0).send();
    assertThat(desk.transport("T1").vehicle()).hasValue(ONE);
    assertThat(desk.events(TransportEvent.Unassigned.class)).isEmpty();
  }

  @Test
  void everyTransportAndEveryIdleVehicleSaysWhy() {
    Desk desk = new Desk(ONE, TWO).step().after(11);
    desk.submit(request("T1", "D1", "S1"));
    assertThat(desk.transport("T1").whyNotYet()).hasValue(Waiting.of(Waiting.Kind.NO_VEHICLE));
    assertThat(desk.vehicle(ONE).whyIdle()).hasValue(Idling.of(Idling.Kind.AWAY));
    desk.says(ONE).at("H1", 0).mode(OperatingMode.MANUAL).send();
    assertThat(desk.vehicle(ONE).whyIdle()).hasValue(Idling.of(Idling.Kind.STOPPED));
    desk.says(ONE).at("H1", 0).battery(20).charging().send();
    assertThat(desk.transport("T1").whyNotYet()).hasValue(Waiting.of(Waiting.Kind.CHARGING));
    assertThat(desk.vehicle(ONE).whyIdle()).hasValue(Idling.of(Idling.Kind.CHARGING, "20", "80"));
    desk.says(TWO).at("H2", 0).send();
    assertThat(desk.transport("T1").vehicle()).hasValue(TWO);
    desk.submit(request("T2", "D1", "S1").on(Terms.NONE.by(Optional.of(TWO))));
    assertThat(desk.transport("T2").whyNotYet())
        .hasValue(Waiting.of(Waiting.Kind.INTENDED_BUSY, "AGV-02"));
    desk.says(ONE).at("H1", 0).battery(95).send();
    assertThat(desk.vehicle(ONE).whyIdle()).hasValue(Idling.of(Idling.Kind.NOTHING_READY));
  }

  @Test
  void whoCannotReachAChargerAnyMoreGivesItsTransportBackAndCallsAPerson() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).battery(40).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.after(1);
    var order = desk.lastOrder();
    desk.says(ONE)
        .follows(order)
        .at(order.nodes().get(1).nodeId(), order.nodes().get(1).sequenceId())
        .battery(4)
        .send();
    assertThat(desk.transport("T1").stage()).isEqualTo(TransportStage.WAITING);
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Trouble.Kind.BATTERY_LOW, "4"));
    assertThat(desk.vehicle(ONE).horizon()).as("it tries all the same").endsWith("H1");
  }
}
