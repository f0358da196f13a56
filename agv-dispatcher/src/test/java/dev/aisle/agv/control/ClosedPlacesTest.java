package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput.Close;
import dev.aisle.agv.control.io.DispatchInput.Open;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.device.agv.VehicleOrder;
import org.junit.jupiter.api.Test;

/** What a person closes is not driven until a person opens it. */
class ClosedPlacesTest {
  private static final Place LANE = Place.lane("C", "D1");
  private static final Waiting CLOSED =
      Waiting.of(Waiting.Kind.CLOSED, "C>D1", "lin", "spilled oil");

  @Test
  void aTransportWhoseWayIsClosedSaysWhoClosedItAndWhy() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.tell(close()).submit(request("T1", "D1", "S1")).after(2);
    assertThat(desk.orders).isEmpty();
    assertThat(desk.transport("T1").whyNotYet()).hasValue(CLOSED);
    desk.tell(new Open(LANE, "lin")).after(2);
    assertThat(desk.orders).isNotEmpty();
  }

  @Test
  void whoIsReleasedDrivesOnAndStopsBeforeTheClosedPlace() {
    Desk desk = new Desk(ONE);
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
    desk.says(ONE).follows(desk.lastOrder()).at("A", 2).send();
    String end = Desk.end(desk.lastOrder()).nodeId();
    assertThat(end).as("released so far").isEqualTo("C");
    desk.tell(close());
    VehicleOrder order = desk.lastOrder();
    desk.says(ONE).follows(order).at("C", 6).send();
    desk.after(3);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("C");
    assertThat(desk.vehicle(ONE).word()).isEqualTo(Word.WAITING);
    assertThat(desk.vehicle(ONE).trouble())
        .hasValue(Trouble.of(Kind.WAY_CLOSED, "C>D1", "lin", "spilled oil"));
    assertThat(desk.transport("T1").whyNotYet()).hasValue(CLOSED);
    desk.tell(new Open(LANE, "lin")).after(2);
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("D1");
  }

  @Test
  void whatIsClosedStaysClosedOverARestart() {
    Desk desk = new Desk(ONE);
    desk.tell(close());
    assertThat(desk.stored.closures()).hasSize(1);
    desk.restart();
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1")).after(2);
    assertThat(desk.orders).isEmpty();
    assertThat(desk.transport("T1").whyNotYet()).hasValue(CLOSED);
  }

  @Test
  void aPlaceThatIsNotThereCannotBeClosed() {
    Desk desk = new Desk(ONE);
    desk.tell(new Close(Place.lane("A", "C"), "lin", "oil"));
    desk.tell(new Close(Place.node("Z"), "lin", "oil"));
    assertThat(desk.stored.closures()).isEmpty();
  }

  private static Close close() {
    return new Close(LANE, "lin", "spilled oil");
  }
}
