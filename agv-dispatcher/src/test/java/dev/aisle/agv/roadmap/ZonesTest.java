package dev.aisle.agv.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.roadmap.RoadmapFault.Kind;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Strictness;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Zones and closed places on a ladder: two ways from A to B, the lower one shorter. */
class ZonesTest {
  private static final List<Node> NODES =
      List.of(
          new Node("A", 0, 0, NodeKind.LANE),
          new Node("B", 10, 0, NodeKind.LANE),
          new Node("C", 0, 4, NodeKind.LANE),
          new Node("D", 10, 4, NodeKind.LANE));
  private static final List<Lane> LANES =
      List.of(
          new Lane("A", "B", 1),
          new Lane("B", "A", 1),
          new Lane("A", "C", 1),
          new Lane("C", "D", 1),
          new Lane("D", "B", 1));

  @Test
  void nobodyDrivesThroughABlockedZone() {
    Roadmap map = with(zone(new Rule.Blocked(), 4, -1, 6, 1));
    assertThat(map.isOpen(map.laneBetween("A", "B"))).isFalse();
    assertThat(map.isOpen(map.laneBetween("C", "D"))).isTrue();
    assertThat(map.travelMsTo(map.number("B"), 1)[map.number("A")]).isEqualTo(18_600);
  }

  @Test
  void aSpeedLimitMakesTheWholeLaneSlow() {
    Roadmap map = with(zone(new Rule.SpeedLimit(0.25), 4, -1, 6, 1));
    int lane = map.laneBetween("A", "B");
    assertThat(map.laneSpeedMps(lane)).isEqualTo(0.25);
    assertThat(map.travelMs(lane, 2)).isEqualTo(40_200);
    assertThat(map.laneSpeedMps(map.laneBetween("C", "D"))).isEqualTo(1);
  }

  @Test
  void aPenaltyMakesAWayDearButNotSlow() {
    Roadmap map = with(zone(new Rule.Penalty(0.75), -1, -1, 11, 1));
    int lane = map.laneBetween("A", "B");
    assertThat(map.travelMs(lane, 1)).isEqualTo(10_200);
    assertThat(map.costMs(lane, 1)).isEqualTo(40_800);
    assertThat(map.costMsTo(map.number("B"), 1)[map.number("A")]).isLessThan(30_000);
  }

  @Test
  void onlyThePartInsideCostsMore() {
    Roadmap map = with(zone(new Rule.Penalty(0.5), 5, -1, 11, 1));
    assertThat(map.costMs(map.laneBetween("A", "B"), 1)).isEqualTo(15_300);
  }

  @Test
  void aPriorityMakesAWayCheap() {
    Roadmap map = with(zone(new Rule.Priority(1), -1, 3, 11, 5));
    assertThat(map.costMs(map.laneBetween("C", "D"), 1)).isEqualTo(5_100);
  }

  @Test
  void aStrictDirectionIsOneWay() {
    Roadmap map = with(zone(new Rule.Directed(Math.PI, false, Strictness.STRICT), 4, -1, 6, 1));
    assertThat(map.isOpen(map.laneBetween("A", "B"))).isFalse();
    assertThat(map.isOpen(map.laneBetween("B", "A"))).isTrue();
  }

  @Test
  void aSofterDirectionOnlyCosts() {
    Roadmap map = with(zone(new Rule.Directed(0, false, Strictness.SOFT), -1, -1, 11, 1));
    int against = map.laneBetween("B", "A");
    assertThat(map.isOpen(against)).isTrue();
    assertThat(map.costMs(against, 1)).isEqualTo(2 * map.costMs(map.laneBetween("A", "B"), 1));
  }

  @Test
  void bothWaysAlongADirectionAreTheSame() {
    Roadmap map = with(zone(new Rule.Directed(0, true, Strictness.RESTRICTED), -1, -1, 11, 5));
    assertThat(map.costMs(map.laneBetween("B", "A"), 1)).isEqualTo(10_200);
    assertThat(map.costMs(map.laneBetween("A", "C"), 1)).as("across").isGreaterThan(20 * 4_000);
  }

  @Test
  void aVehicleThatReachesIntoABlockedZoneIsReported() {
    Roadmap map = with(zone(new Rule.Blocked(), 4, 0.3, 6, 1));
    assertThat(map.validate(List.of(new Footprint(1.2, 0.8))))
        .filteredOn(f -> f.kind() == Kind.REACHES_INTO_BLOCKED_ZONE)
        .extracting(RoadmapFault::message)
        .contains("a vehicle on the lane A>B reaches into the blocked zone Z");
  }

  @Test
  void aRuleThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> zone(new Rule.Penalty(1.2), 0, 0, 1, 1))
        .hasMessage("zone Z: factor 1.2 is not 0 to 1");
    assertThatThrownBy(() -> zone(new Rule.Directed(0, true, Strictness.STRICT), 0, 0, 1, 1))
        .hasMessage("zone Z: strict is one way only");
  }

  @Test
  void aClosedLaneIsClosedInItsDirectionOnly() {
    Roadmap map = with().closing(List.of(closed(Closure.Place.lane("A", "B"))));
    assertThat(map.isOpen(map.laneBetween("A", "B"))).isFalse();
    assertThat(map.isOpen(map.laneBetween("B", "A"))).isTrue();
    assertThat(map.travelMsTo(map.number("B"), 1)[map.number("A")]).isEqualTo(18_600);
    assertThat(map.closing(List.of()).isOpen(map.laneBetween("A", "B"))).isTrue();
  }

  @Test
  void aClosedNodeCanBeLeftButNotEntered() {
    Roadmap map = with().closing(List.of(closed(Closure.Place.node("D"))));
    assertThat(map.lanesOut(map.number("D"))).hasSize(1);
    assertThat(map.lanesIn(map.number("D"))).isEmpty();
  }

  @Test
  void theFirstClosedPlaceOnTheWayIsNamed() {
    Roadmap map =
        with()
            .closing(
                List.of(closed(Closure.Place.lane("A", "B")), closed(Closure.Place.node("D"))));
    assertThat(map.closureBetween("A", "B").map(c -> c.place().id())).contains("A>B");
    assertThat(map.closureBetween("B", "A")).isEmpty();
  }

  private static Closure closed(Closure.Place place) {
    return new Closure(place, "lin", "oil", Instant.EPOCH);
  }

  private static Zone zone(Rule rule, double left, double bottom, double right, double top) {
    return new Zone(
        "Z",
        new Polygon(
            List.of(
                new Point(left, bottom),
                new Point(right, bottom),
                new Point(right, top),
                new Point(left, top))),
        rule);
  }

  private static Roadmap with(Zone... zones) {
    return Roadmap.of(NODES, LANES, List.of(), List.of(zones));
  }
}
