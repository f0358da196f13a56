package dev.aisle.agv.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.agv.roadmap.RoadmapFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes a roadmap safe to drive on. */
class RoadmapTest {
  private static final Footprint PALLET_TRUCK = new Footprint(1.2, 0.8);
  private final List<Node> nodes = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  @Test
  void aRingWithSpursIsWellFormed() {
    ring();
    spur("C1", NodeKind.CHARGER, "A", -2, 0);
    spur("S1", NodeKind.SLOT, "C", 2, 0);
    assertThat(faults()).isEmpty();
  }

  @Test
  void aNodeNobodyCanReachIsReported() {
    ring();
    nodes.add(new Node("S1", 9, 9, NodeKind.SLOT));
    lanes.add(new Lane("S1", "A", 1));
    assertThat(faults()).extracting(RoadmapFault::kind).containsExactly(Kind.UNREACHABLE);
  }

  @Test
  void aTrapIsReported() {
    ring();
    nodes.add(new Node("S1", 6, 4, NodeKind.SLOT));
    lanes.add(new Lane("C", "S1", 1));
    assertThat(faults()).extracting(RoadmapFault::kind).containsExactly(Kind.NO_WAY_BACK);
  }

  @Test
  void lanesThatLeadNowhereAreReportedTogether() {
    ring();
    nodes.add(new Node("T1", 8, 4, NodeKind.LANE));
    nodes.add(new Node("T2", 12, 4, NodeKind.LANE));
    lanes.add(new Lane("C", "T1", 1));
    lanes.add(new Lane("T1", "T2", 1));
    assertThat(faults())
        .containsExactly(
            new RoadmapFault(
                Kind.ONE_WAY_TRAP,
                List.of("T1", "T2"),
                "vehicles that drive to T1, T2 cannot get back"));
  }

  @Test
  void aChargerThatNobodyReachesOrThatBlocksALaneIsToldAsSuch() {
    ring();
    nodes.add(new Node("C1", -4, 0, NodeKind.CHARGER));
    lanes.add(new Lane("C1", "A", 1));
    spur("C2", NodeKind.CHARGER, "B", 1, 0);
    assertThat(faults())
        .extracting(RoadmapFault::kind)
        .containsExactly(Kind.CHARGER_BLOCKS_LANE, Kind.CHARGER_UNREACHABLE);
  }

  @Test
  void aPlaceBehindADockIsNotReachable() {
    ring();
    spur("D1", NodeKind.DOCK, "A", -2, 0);
    spur("S1", NodeKind.SLOT, "D1", -2, 0);
    assertThat(faults()).extracting(RoadmapFault::nodes).containsExactly(List.of("S1"));
  }

  @Test
  void aParkedVehicleMustNotReachIntoALane() {
    ring();
    spur("C1", NodeKind.CHARGER, "A", -1, 0);
    assertThat(faults())
        .extracting(RoadmapFault::message)
        .containsExactly("a vehicle parked on C1 blocks A");
  }

  @Test
  void twoHomesNeedRoomForTwoVehicles() {
    ring();
    spur("C1", NodeKind.CHARGER, "A", -2, 0);
    spur("C2", NodeKind.PARKING, "A", -2, -1);
    assertThat(faults()).extracting(RoadmapFault::kind).contains(Kind.PARKING_TOO_CLOSE);
  }

  @Test
  void placesInConflictAreThoseTwoFootprintsTouch() {
    ring();
    nodes.add(new Node("N", 1, 0, NodeKind.LANE));
    Roadmap map = Roadmap.of(nodes, lanes, blocks);
    Conflicts conflicts = Conflicts.of(map, PALLET_TRUCK);
    assertThat(conflicts.with(map.number("A"))).contains(map.number("N"), map.number("A"));
    assertThat(conflicts.with(map.number("C"))).containsExactly(map.number("C"));
    int alongside = conflicts.placeOfLane(map.laneBetween("A", "B"));
    assertThat(conflicts.with(alongside)).containsExactly(map.number("N"));
  }

  @Test
  void lanesThatCrossAreInConflict() {
    nodes.add(new Node("W", 0, 5, NodeKind.LANE));
    nodes.add(new Node("E", 10, 5, NodeKind.LANE));
    nodes.add(new Node("S", 5, 0, NodeKind.LANE));
    nodes.add(new Node("N", 5, 10, NodeKind.LANE));
    lanes.add(new Lane("W", "E", 1));
    lanes.add(new Lane("S", "N", 1));
    Conflicts conflicts = Conflicts.of(Roadmap.of(nodes, lanes, blocks), PALLET_TRUCK);
    assertThat(conflicts.with(conflicts.placeOfLane(0))).containsExactly(conflicts.placeOfLane(1));
  }

  @Test
  void nodesOfABlockExcludeEachOther() {
    ring();
    blocks.add(new Block("crossing", Set.of("A", "C"), 1));
    Roadmap map = Roadmap.of(nodes, lanes, blocks);
    assertThat(Conflicts.of(map, PALLET_TRUCK).with(map.number("A"))).contains(map.number("C"));
  }

  @Test
  void aNameUsedTwiceOrNeverIsRefused() {
    ring();
    nodes.add(new Node("A", 8, 8, NodeKind.LANE));
    assertThatThrownBy(() -> Roadmap.of(nodes, lanes, blocks)).hasMessageContaining("A");
    nodes.removeLast();
    lanes.add(new Lane("A", "Z", 1));
    assertThatThrownBy(() -> Roadmap.of(nodes, lanes, blocks)).hasMessageContaining("Z");
  }

  private List<RoadmapFault> faults() {
    return Roadmap.of(nodes, lanes, blocks).validate(List.of(PALLET_TRUCK));
  }

  private void ring() {
    nodes.add(new Node("A", 0, 0, NodeKind.LANE));
    nodes.add(new Node("B", 4, 0, NodeKind.LANE));
    nodes.add(new Node("C", 4, 4, NodeKind.LANE));
    nodes.add(new Node("D", 0, 4, NodeKind.LANE));
    String[] ring = {"A", "B", "C", "D", "A"};
    for (int i = 0; i < 4; i++) {
      lanes.add(new Lane(ring[i], ring[i + 1], 1));
    }
  }

  private void spur(String id, NodeKind kind, String at, double dx, double dy) {
    Node from = nodes.stream().filter(n -> n.id().equals(at)).findFirst().orElseThrow();
    nodes.add(new Node(id, from.xM() + dx, from.yM() + dy, kind));
    lanes.add(new Lane(at, id, 1));
    lanes.add(new Lane(id, at, 1));
  }
}
