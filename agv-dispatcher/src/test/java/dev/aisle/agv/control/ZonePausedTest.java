package dev.aisle.agv.control;

import static dev.aisle.agv.control.Desk.ONE;
import static dev.aisle.agv.control.Desk.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.DispatchInput.PauseZone;
import dev.aisle.agv.control.io.DispatchInput.Resume;
import dev.aisle.agv.control.io.DispatchInput.ResumeZone;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The far side of the square, with C and D, is a zone that somebody pauses. */
class ZonePausedTest {
  private static final Polygon FAR =
      new Polygon(
          List.of(new Point(-1, 2.5), new Point(7, 2.5), new Point(7, 5), new Point(-1, 5)));
  private static final Roadmap MAP =
      Roadmap.of(Desk.MAP.nodes(), Desk.MAP.lanes(), List.of(), List.of(Zone.area("far", FAR)));

  private final Desk desk = new Desk(MAP, ONE);

  private void isSentAcross() {
    desk.says(ONE).at("H1", 0).send();
    desk.submit(request("T1", "D1", "S1"));
  }

  private List<String> told() {
    return desk.actions.stream().map(InstantAction::type).filter(t -> t.endsWith("Pause")).toList();
  }

  private void comesAsFarAsItMay() {
    for (int i = 0; i < 8; i++) {
      Node end = Desk.end(desk.lastOrder());
      desk.says(ONE).follows(desk.lastOrder()).at(end.nodeId(), end.sequenceId()).send();
      desk.after(1);
    }
  }

  @Test
  void whoeverWouldEnterWaitsOutsideAndGoesOnAfterwards() {
    desk.says(ONE).at("H1", 0).send();
    desk.tell(new PauseZone("far", "lin"));
    isSentAcross();
    comesAsFarAsItMay();
    assertThat(Desk.end(desk.lastOrder()).nodeId()).isEqualTo("B");
    assertThat(told()).as("it stands outside by itself").isEmpty();
    assertThat(desk.vehicle(ONE).trouble()).hasValue(Trouble.of(Kind.ZONE_PAUSED, "far", "lin"));
    assertThat(desk.transport("T1").whyNotYet())
        .hasValue(Waiting.of(Waiting.Kind.ZONE_PAUSED, "far", "lin"));
    desk.restart();
    comesAsFarAsItMayAfter();
    desk.tell(new ResumeZone("far"));
    desk.after(1);
    assertThat(desk.orders.stream().flatMap(o -> o.nodes().stream()))
        .anyMatch(node -> node.released() && node.nodeId().equals("C"));
  }

  private void comesAsFarAsItMayAfter() {
    assertThat(desk.state.view(desk.now).zones().pauses()).hasSize(1);
    var order = desk.stored.orders().getFirst().order().orElseThrow();
    Node end = Desk.end(order);
    desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId()).send();
    desk.after(12);
    desk.says(ONE).follows(order).at(end.nodeId(), end.sequenceId()).send();
    assertThat(desk.orders.stream().flatMap(o -> o.nodes().stream()))
        .noneMatch(node -> node.released() && node.nodeId().equals("C"));
  }

  @Test
  void whoIsInItStandsAlsoWhenAPersonLetsThatVehicleGoOn() {
    isSentAcross();
    for (int i = 0; i < 6 && !desk.vehicle(ONE).node().equals("C"); i++) {
      Node end = Desk.end(desk.lastOrder());
      desk.says(ONE).follows(desk.lastOrder()).at(end.nodeId(), end.sequenceId()).send();
      desk.after(1);
    }
    desk.tell(new PauseZone("far", "lin"));
    assertThat(told()).containsExactly("startPause");
    desk.tell(new Resume(ONE));
    assertThat(told()).containsExactly("startPause");
    desk.tell(new ResumeZone("far"));
    assertThat(told()).containsExactly("startPause", "stopPause");
  }
}
