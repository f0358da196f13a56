package dev.aisle.agv.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.ZoneSet.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Ways by the rules of zones and lanes. From home P to slot S there is a short way over A and B,
 * and a longer one over C and D; back leads the short one.
 */
class WaysWithRulesTest {
  private static final VehicleId ONE = new VehicleId("V1");
  private static final List<String> SHORT = List.of("A", "B", "S", "B", "A", "P");
  private static final List<String> LONG = List.of("A", "C", "D", "B", "S", "B", "A", "P");
  private static final Zone DEAR =
      new Zone(
          "dear",
          new Polygon(
              List.of(new Point(2, -1), new Point(8, -1), new Point(8, 1), new Point(2, 1))),
          new Rule.Penalty(0.9));

  @Test
  void aDearWayIsLeftForALongerOne() {
    assertThat(way(floor(LaneWay.PLAIN), Pace.of(1))).isEqualTo(SHORT);
    assertThat(way(floor(LaneWay.PLAIN, DEAR), Pace.of(1)))
        .isEqualTo(List.of("A", "C", "D", "B", "S", "B", "D", "C", "A", "P"));
  }

  @Test
  void aSlowLaneIsLeftByTheTypeOfVehicleThatItSlowsDown() {
    Roadmap map = floor(LaneWay.PLAIN.limiting(Map.of("fork", 0.2)));
    assertThat(way(map, new Pace(1, 1, 0.5, "tugger"))).isEqualTo(SHORT);
    assertThat(way(map, new Pace(1, 1, 0.5, "fork"))).isEqualTo(LONG);
  }

  @Test
  void aLaneForLoadedVehiclesIsNotDrivenEmpty() {
    assertThat(way(floor(LaneWay.PLAIN.onlyFor(Loads.LOADED_ONLY)), Pace.of(1))).isEqualTo(LONG);
    assertThat(way(floor(LaneWay.PLAIN.onlyFor(Loads.EMPTY_ONLY)), Pace.of(1))).isEqualTo(SHORT);
  }

  /**
   * @param toSlot rules of the lane from A to B
   */
  private static Roadmap floor(LaneWay toSlot, Zone... zones) {
    List<Node> nodes =
        List.of(
            new Node("P", -2, 0, NodeKind.PARKING),
            new Node("A", 0, 0, NodeKind.LANE),
            new Node("B", 10, 0, NodeKind.LANE),
            new Node("C", 0, 4, NodeKind.LANE),
            new Node("D", 10, 4, NodeKind.LANE),
            new Node("S", 12, 0, NodeKind.SLOT));
    List<Lane> lanes = new ArrayList<>();
    lanes.add(new Lane("A", "B", 1, toSlot));
    lanes.add(new Lane("B", "A", 1));
    String[][] both = {{"P", "A"}, {"A", "C"}, {"C", "D"}, {"D", "B"}, {"B", "S"}};
    for (String[] ends : both) {
      lanes.add(new Lane(ends[0], ends[1], 1));
      lanes.add(new Lane(ends[1], ends[0], 1));
    }
    return Roadmap.of(nodes, lanes, List.of(), List.of(zones));
  }

  private static List<String> way(Roadmap map, Pace pace) {
    Conflicts conflicts = Conflicts.of(map, new Footprint(1.2, 0.8));
    Itinerary own =
        new Itinerary(ONE, pace, 1, 1, List.of(new Visit(1, "P", Optional.empty(), List.of())), 0);
    Timetable timetable = Timetable.of(map, conflicts, List.of(own), 0);
    List<Goal> goals =
        List.of(new Goal("S", Stop.pick(new TransportId("T1"))), new Goal("P", Stop.park()));
    return new RoutePlanner(map, conflicts)
        .plan(own, timetable, goals, 0).orElseThrow().stream().map(PlannedVisit::node).toList();
  }
}
