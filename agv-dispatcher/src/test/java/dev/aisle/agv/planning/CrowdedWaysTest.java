package dev.aisle.agv.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two ways from west to east, the northern one a little shorter. */
class CrowdedWaysTest {
  private static final VehicleId ONE = new VehicleId("ONE");
  private static final VehicleId TWO = new VehicleId("TWO");
  private static final Roadmap MAP =
      Roadmap.of(
          List.of(
              new Node("P", -2, 0, NodeKind.PARKING),
              new Node("P2", 0, 4, NodeKind.PARKING),
              new Node("WEST", 0, 0, NodeKind.LANE),
              new Node("NORTH", 3, 2, NodeKind.LANE),
              new Node("SOUTH", 3, -2.1, NodeKind.LANE),
              new Node("EAST", 6, 0, NodeKind.LANE),
              new Node("Q", 8, 0, NodeKind.PARKING),
              new Node("Q2", 6, 4, NodeKind.PARKING)),
          List.of(
              new Lane("P", "WEST", 1),
              new Lane("P2", "WEST", 1),
              new Lane("WEST", "NORTH", 1),
              new Lane("WEST", "SOUTH", 1),
              new Lane("NORTH", "EAST", 1),
              new Lane("SOUTH", "EAST", 1),
              new Lane("EAST", "Q", 1),
              new Lane("EAST", "Q2", 1)),
          List.of());
  private static final Conflicts CONFLICTS = Conflicts.of(MAP, new Footprint(0.8, 0.6));

  @Test
  void aVehicleTakesTheShorterWayWhereNobodyElsePasses() {
    assertThat(way(way(TWO, 0, "P2"))).containsExactly("WEST", "NORTH", "EAST", "Q");
  }

  @Test
  void aVehicleLeavesTheShorterWayToOthersWhereTheOtherIsHardlyLonger() {
    Itinerary later = way(TWO, 600_000, "P2", "WEST", "NORTH", "EAST", "Q2");
    assertThat(way(later)).containsExactly("WEST", "SOUTH", "EAST", "Q");
  }

  private static List<String> way(Itinerary other) {
    Itinerary own = way(ONE, 0, "P");
    Timetable timetable = Timetable.of(MAP, CONFLICTS, List.of(own, other), 0);
    return new RoutePlanner(MAP, CONFLICTS)
        .plan(own, timetable, List.of(new Goal("Q", Stop.park())), 0).orElseThrow().stream()
            .map(PlannedVisit::node)
            .toList();
  }

  private static Itinerary way(VehicleId vehicle, long delayMs, String... nodes) {
    List<Visit> visits = new ArrayList<>();
    for (String node : nodes) {
      visits.add(new Visit(visits.size() + 1, node, Optional.empty(), List.of()));
    }
    return new Itinerary(vehicle, Pace.of(1), 1, 1, visits, delayMs);
  }
}
