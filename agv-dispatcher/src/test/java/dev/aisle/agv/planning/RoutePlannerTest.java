package dev.aisle.agv.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.traffic.PassingOrder;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ways on a two-way lane P-A-B-C-Q with a bay at B: homes P and Q, a slot at each end. */
class RoutePlannerTest {
  private static final VehicleId ONE = new VehicleId("V1");
  private static final VehicleId TWO = new VehicleId("V2");
  private static final VehicleId THREE = new VehicleId("V3");
  private static final Roadmap MAP = map();
  private static final Conflicts CONFLICTS = Conflicts.of(MAP, new Footprint(1.2, 0.8));
  private final RoutePlanner planner = new RoutePlanner(MAP, CONFLICTS);
  private final PassingOrder order = new PassingOrder(MAP, CONFLICTS);
  private final Map<VehicleId, Itinerary> all = new LinkedHashMap<>();

  private static Roadmap map() {
    List<Node> nodes =
        List.of(
            new Node("P", 0, 2, NodeKind.PARKING),
            new Node("SA", 0, -2, NodeKind.SLOT),
            new Node("A", 0, 0, NodeKind.LANE),
            new Node("B", 2, 0, NodeKind.LANE),
            new Node("BAY", 2, 2, NodeKind.LANE),
            new Node("C", 4, 0, NodeKind.LANE),
            new Node("SC", 4, -2, NodeKind.SLOT),
            new Node("Q", 4, 2, NodeKind.PARKING));
    List<Lane> lanes = new ArrayList<>();
    String[][] both = {
      {"P", "A"}, {"SA", "A"}, {"A", "B"}, {"B", "BAY"}, {"B", "C"}, {"C", "SC"}, {"C", "Q"}
    };
    for (String[] ends : both) {
      lanes.add(new Lane(ends[0], ends[1], 1));
      lanes.add(new Lane(ends[1], ends[0], 1));
    }
    return Roadmap.of(nodes, lanes, List.of());
  }

  @Test
  void aLoneVehicleTakesTheShortestWayOverAllGoals() {
    stands(ONE, "P");
    assertThat(nodes(plan(ONE, pick("SC"), park("P"))))
        .containsExactly("A", "B", "C", "SC", "C", "B", "A", "P");
  }

  @Test
  void whoMeetsAnotherOnTheLaneWaitsOrStepsAside() {
    stands(ONE, "P");
    stands(TWO, "Q");
    take(ONE, plan(ONE, pick("SC"), park("P")));
    take(TWO, plan(TWO, pick("SA"), park("Q")));
    Timetable timetable = timetable();
    assertThat(timetable.isCircular()).isFalse();
    assertThat(timetable.endMs(ONE)).isLessThan(Timetable.NEVER);
    assertThat(timetable.endMs(TWO)).isLessThan(Timetable.NEVER);
    for (Visit visit : all.get(TWO).visits()) {
      if (visit.node().equals("SC")) {
        assertThat(visit.after()).isNotEmpty();
      }
    }
  }

  @Test
  void thereIsNoWayThroughAVehicleThatStaysOnTheLane() {
    stands(ONE, "P");
    stands(TWO, "B");
    assertThat(route(ONE, pick("SC"), park("P"))).isEmpty();
    assertThat(route(ONE, park("P"))).hasValue(List.of());
  }

  @Test
  void aStopWhereTheVehicleStandsIsAVisitOfItsOwn() {
    stands(ONE, "SC");
    List<PlannedVisit> route = plan(ONE, pick("SC"), park("P"));
    assertThat(nodes(route)).containsExactly("SC", "C", "B", "A", "P");
    assertThat(route.getFirst().stop()).isPresent();
    assertThat(route.get(1).fromMs() - route.getFirst().arriveMs()).isEqualTo(8_000);
  }

  @Test
  void replanningKeepsWhatIsReleasedAndFreesWhoWaitedForTheRest() {
    stands(ONE, "P");
    stands(TWO, "Q");
    take(ONE, plan(ONE, pick("SC"), park("P")));
    take(TWO, plan(TWO, pick("SC"), park("Q")));
    take(ONE, plan(ONE, park("P")));
    assertThat(all.get(ONE).visits()).hasSize(1);
    assertThat(all.get(TWO).visits()).allSatisfy(v -> assertThat(v.after()).isEmpty());
  }

  @Test
  void whoTurnsUpUnplannedIsWaitedFor() {
    stands(ONE, "P");
    take(ONE, plan(ONE, pick("SC"), park("P")));
    stands(TWO, "B");
    all.putAll(order.appear(all, TWO));
    assertThat(timetable().endMs(ONE)).isEqualTo(Timetable.NEVER);
    take(TWO, plan(TWO, park("Q")));
    assertThat(timetable().endMs(ONE)).isLessThan(Timetable.NEVER);
  }

  @Test
  void whoIsLateLetsAnotherPassFirstAndLosesNothingByIt() {
    stands(ONE, "P");
    stands(TWO, "Q");
    take(ONE, plan(ONE, pick("SC"), park("P")));
    take(TWO, plan(TWO, pick("SC"), park("Q")));
    assertThat(waitsFor(TWO, ONE)).isTrue();
    Itinerary one = all.get(ONE);
    all.put(ONE, new Itinerary(ONE, one.pace(), 1, 1, one.visits(), 60_000));
    long lateMs = timetable().endMs(TWO);
    long endOfOneMs = timetable().endMs(ONE);
    take(TWO, plan(TWO, pick("SC"), park("Q")));
    assertThat(timetable().endMs(TWO)).isLessThan(lateMs - 60_000);
    assertThat(timetable().endMs(ONE)).isEqualTo(endOfOneMs);
    assertThat(waitsFor(ONE, TWO)).isTrue();
    assertThat(waitsFor(TWO, ONE)).isFalse();
  }

  @Test
  void whoWaitedForAVehicleThatGivesWayWaitsForWhoeverWasBeforeIt() {
    stands(ONE, "P");
    stands(TWO, "Q");
    stands(THREE, "BAY");
    take(ONE, plan(ONE, pick("SC"), park("P")));
    take(TWO, plan(TWO, pick("SC"), park("Q")));
    take(THREE, plan(THREE, pick("SC"), park("BAY")));
    take(TWO, plan(TWO, park("Q")));
    assertThat(waitsFor(THREE, TWO)).isFalse();
    assertThat(waitsFor(THREE, ONE)).isTrue();
  }

  private boolean waitsFor(VehicleId vehicle, VehicleId other) {
    return all.get(vehicle).visits().stream()
        .flatMap(visit -> visit.after().stream())
        .anyMatch(after -> after.vehicle().equals(other));
  }

  private void stands(VehicleId vehicle, String node) {
    all.put(
        vehicle,
        new Itinerary(
            vehicle,
            Pace.of(1),
            1,
            1,
            List.of(new Visit(1, node, Optional.empty(), List.of())),
            0));
  }

  private Timetable timetable() {
    return Timetable.of(MAP, CONFLICTS, all.values(), 0);
  }

  private Optional<List<PlannedVisit>> route(VehicleId vehicle, Goal... goals) {
    return planner.plan(all.get(vehicle), timetable(), List.of(goals), 0);
  }

  private List<PlannedVisit> plan(VehicleId vehicle, Goal... goals) {
    return route(vehicle, goals).orElseThrow();
  }

  private void take(VehicleId vehicle, List<PlannedVisit> route) {
    all.putAll(order.insert(all, vehicle, route, timetable()));
    assertThat(timetable().isCircular()).isFalse();
  }

  private static List<String> nodes(List<PlannedVisit> route) {
    return route.stream().map(PlannedVisit::node).toList();
  }

  private static Goal pick(String node) {
    return new Goal(node, Stop.pick(new TransportId("T")));
  }

  private static Goal park(String node) {
    return new Goal(node, Stop.park());
  }
}
