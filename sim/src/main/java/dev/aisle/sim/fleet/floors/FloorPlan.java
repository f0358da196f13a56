package dev.aisle.sim.fleet.floors;

import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.fleet.floors.FleetFloor.Member;
import dev.aisle.sim.vehicle.Kinematics;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A floor being drawn. Vehicles are 1.2 m by 0.8 m, lanes usually 2 m. */
final class FloorPlan {
  static final String MAP = "hall";
  static final double CELL_M = 2;

  private static final double LENGTH_M = 1.2;
  private static final double WIDTH_M = 0.8;
  private static final double MAX_SPEED_MPS = 1.5;

  /** Two driven wheels: stands while it turns. */
  private static final Kinematics KINEMATICS = new Kinematics(0.7, 0.9, 1.2, 0, 6);

  private static final double LANE_MPS = 1.2;
  private static final double SPUR_MPS = 0.6;

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<String> homes = new ArrayList<>();

  void node(String id, double xM, double yM) {
    put(new Node(id, xM, yM, NodeKind.LANE));
  }

  /** A dead end of one lane. Chargers and parking places become homes in the order drawn. */
  void spur(String id, NodeKind kind, String at, double dxM, double dyM) {
    Node from = at(at);
    put(new Node(id, from.xM() + dxM, from.yM() + dyM, kind));
    lanes.add(new Lane(at, id, SPUR_MPS));
    lanes.add(new Lane(id, at, SPUR_MPS));
    if (kind.isHome()) {
      homes.add(id);
    }
  }

  void oneWay(String... chain) {
    for (int i = 0; i + 1 < chain.length; i++) {
      lanes.add(new Lane(chain[i], chain[i + 1], LANE_MPS));
    }
  }

  void twoWay(String... chain) {
    for (int i = 0; i + 1 < chain.length; i++) {
      oneWay(chain[i], chain[i + 1]);
      oneWay(chain[i + 1], chain[i]);
    }
  }

  private void put(Node node) {
    if (nodes.putIfAbsent(node.id(), node) != null) {
      throw new IllegalArgumentException("node %s is drawn twice".formatted(node.id()));
    }
  }

  private Node at(String id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no node %s is drawn".formatted(id));
    }
    return node;
  }

  /** Everybody begins at home. */
  FleetFloor floor(FleetLayout layout, int vehicles) {
    if (homes.size() < vehicles) {
      throw new IllegalStateException(
          "%s has %d homes for %d vehicles".formatted(layout.title(), homes.size(), vehicles));
    }
    return floor(layout, homes.subList(0, vehicles));
  }

  /**
   * @param starts where each stands in the beginning
   */
  FleetFloor floor(FleetLayout layout, List<String> starts) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Node start = at(starts.get(i));
      VehicleSpec plain =
          new VehicleSpec(
              new VehicleId("AGV-%04d".formatted(i + 1)),
              "aisle",
              String.format(Locale.ROOT, "%04d", i + 1),
              start.id(),
              start.xM(),
              start.yM(),
              MAP,
              LENGTH_M,
              WIDTH_M,
              MAX_SPEED_MPS,
              KINEMATICS.accelerationMps2());
      members.add(new Member(Speech.of(i).spokenBy(plain.moving(KINEMATICS)), homes.get(i)));
    }
    return new FleetFloor(layout, Roadmap.of(nodes.values(), lanes, List.of()), members);
  }
}
