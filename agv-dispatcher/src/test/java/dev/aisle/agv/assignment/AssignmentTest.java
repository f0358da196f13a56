package dev.aisle.agv.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who takes what. The floor is a two-way lane N0 to N9, 10 m a piece. */
class AssignmentTest {
  private static final Instant NOW = Instant.parse("2026-03-01T06:10:00Z");
  private static final Roadmap LINE = line();

  private static Roadmap line() {
    List<Node> nodes = new ArrayList<>();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      nodes.add(new Node("N" + i, 10.0 * i, 0, NodeKind.LANE));
      if (i > 0) {
        lanes.add(new Lane("N" + (i - 1), "N" + i, 1));
        lanes.add(new Lane("N" + i, "N" + (i - 1), 1));
      }
    }
    return Roadmap.of(nodes, lanes, List.of());
  }

  @Test
  void theSumOfAllWaysIsLeast() {
    var result =
        Assignment.assign(
            LINE,
            List.of(at("V1", "N0"), at("V2", "N4")),
            List.of(load("T1", "N3", 0, 0), load("T2", "N9", 0, 0)),
            NOW);
    assertThat(result.get(load("T1", "N3", 0, 0))).isEqualTo(new VehicleId("V1"));
    assertThat(result.get(load("T2", "N9", 0, 0))).isEqualTo(new VehicleId("V2"));
  }

  @Test
  void priorityGoesFirstButWaitingCatchesUp() {
    List<Candidate> one = List.of(at("V1", "N0"));
    TransportRequest urgent = load("T1", "N9", 2, 0);
    assertThat(Assignment.assign(LINE, one, List.of(urgent, load("T2", "N1", 0, 60)), NOW))
        .containsOnlyKeys(urgent);
    TransportRequest old = load("T3", "N1", 0, 200);
    assertThat(Assignment.assign(LINE, one, List.of(urgent, old), NOW)).containsOnlyKeys(old);
  }

  @Test
  void moreVehiclesThanWorkLeavesSomeIdle() {
    assertThat(
            Assignment.assign(
                LINE,
                List.of(at("V1", "N0"), at("V2", "N8")),
                List.of(load("T1", "N9", 0, 0)),
                NOW))
        .containsEntry(load("T1", "N9", 0, 0), new VehicleId("V2"))
        .hasSize(1);
  }

  private static Candidate at(String vehicle, String node) {
    return new Candidate(new VehicleId(vehicle), node, 0, 1);
  }

  private static TransportRequest load(String id, String from, int priority, long waitedSeconds) {
    return new TransportRequest(
        new TransportId(id), "L", from, "N5", priority, NOW.minusSeconds(waitedSeconds));
  }
}
