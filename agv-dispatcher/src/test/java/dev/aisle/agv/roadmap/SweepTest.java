package dev.aisle.agv.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a vehicle covers decides who can be where at the same time. */
class SweepTest {
  /** Twice as long as wide: its turning circle has a radius of 1.12 m. */
  private static final Footprint LONG = new Footprint(2.0, 1.0);

  private final List<Node> nodes = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();

  @Test
  void vehiclesThatOnlyPassEachOtherNeedTheirWidth() {
    chain("A", 0, 0, 2, 4, 6);
    chain("B", 1.2, 0, 2, 4, 6);
    assertThat(areInConflict("A1", "B1")).isFalse();
    assertThat(areInConflict("A0", "B0")).as("where they may turn").isTrue();
  }

  @Test
  void nobodyElseIsInACorridorThatAVehicleMayUse() {
    node("A", 0, 0);
    node("B", 6, 0);
    node("N", 3, 2.2);
    node("M", 3, -2.2);
    lanes.add(new Lane("A", "B", 1));
    assertThat(laneReaches("A", "B", "N")).isFalse();
    lanes.set(0, new Lane("A", "B", 1, LaneWay.PLAIN.within(Corridor.free(1.3, 0.4))));
    assertThat(laneReaches("A", "B", "N")).as("on its left").isTrue();
    assertThat(laneReaches("A", "B", "M")).as("on its right").isFalse();
  }

  @Test
  void vehiclesThatTurnNeedTheirCircle() {
    chain("A", 0, 0, 2, 4, 6);
    chain("B", 1.2, 0, 2, 4, 6);
    node("N", 2, 3);
    lanes.add(new Lane("B1", "N", 1));
    assertThat(areInConflict("A1", "B1")).isTrue();
  }

  @Test
  void aLaneDrivenBothWaysMeansTurning() {
    chain("A", 0, 0, 2, 4);
    chain("B", 1.2, 0, 2, 4);
    lanes.add(new Lane("A2", "A1", 1));
    lanes.add(new Lane("A1", "A0", 1));
    assertThat(areInConflict("A1", "B1")).isTrue();
  }

  @Test
  void aWayDrivenBackwardsThroughoutNeedsNoTurning() {
    LaneWay backwards = LaneWay.PLAIN.looking(Heading.BACKWARDS);
    chain("B", 1.2, 0, 2, 4);
    for (int i = 0; i < 3; i++) {
      node("A" + i, 2 * i, 0);
    }
    lanes.add(new Lane("A0", "A1", 1, backwards));
    lanes.add(new Lane("A1", "A2", 1, backwards));
    assertThat(areInConflict("A1", "B1")).isFalse();
    lanes.add(new Lane("A2", "A1", 1));
    lanes.add(new Lane("A1", "A0", 1));
    assertThat(areInConflict("A1", "B1"))
        .as("one that does not heed headings turns to come back")
        .isTrue();
  }

  @Test
  void aVehicleThatDrivesSidewaysNeedsItsLength() {
    node("A", 0, 0);
    node("B", 6, 0);
    node("N", 3, 2.0);
    lanes.add(new Lane("A", "B", 1));
    assertThat(laneReaches("A", "B", "N")).isFalse();
    lanes.set(0, new Lane("A", "B", 1, LaneWay.PLAIN.looking(new Heading(Math.PI / 2, false))));
    assertThat(laneReaches("A", "B", "N")).isTrue();
  }

  @Test
  void aCurveReachesWhereTheStraightWayDoesNot() {
    node("A", 0, 0);
    node("B", 6, 0);
    node("N", 3, 4);
    node("M", 3, -1);
    lanes.add(new Lane("A", "B", 1));
    assertThat(laneReaches("A", "B", "N")).isFalse();
    Curve bow = Curve.bezier(List.of(new Point(0, 0), new Point(3, 6), new Point(6, 0)));
    lanes.set(0, new Lane("A", "B", 1, LaneWay.PLAIN.along(bow)));
    assertThat(laneReaches("A", "B", "N")).isTrue();
    assertThat(laneReaches("A", "B", "M"))
        .as("a vehicle that knows no curves drives straight")
        .isTrue();
    assertThat(map().laneLengthM(0)).isGreaterThan(8);
  }

  private boolean areInConflict(String one, String other) {
    Roadmap map = map();
    return holds(Conflicts.of(map, LONG).with(map.number(one)), map.number(other));
  }

  private boolean laneReaches(String from, String to, String node) {
    Roadmap map = map();
    Conflicts conflicts = Conflicts.of(map, LONG);
    int place = conflicts.placeOfLane(map.laneBetween(from, to));
    return holds(conflicts.with(place), map.number(node));
  }

  private static boolean holds(int[] places, int place) {
    return Arrays.stream(places).anyMatch(p -> p == place);
  }

  private Roadmap map() {
    return Roadmap.of(nodes, lanes, List.of());
  }

  private void chain(String name, double y, double... xs) {
    for (int i = 0; i < xs.length; i++) {
      node(name + i, xs[i], y);
      if (i > 0) {
        lanes.add(new Lane(name + (i - 1), name + i, 1));
      }
    }
  }

  private void node(String id, double x, double y) {
    nodes.add(new Node(id, x, y, NodeKind.LANE));
  }
}
