package dev.aisle.agv.floor;

import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.floor.Floors.Floor;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays nodes and lanes; positions in metres, homes in the order in which they are laid. */
final class FloorBuilder {
  private static final double STREET_MPS = 1.2;
  private static final double SPUR_MPS = 0.6;

  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Lift> lifts = new ArrayList<>();
  private String map = "";

  /** What is laid from now on is on this level. */
  FloorBuilder on(String level) {
    map = level;
    return this;
  }

  FloorBuilder lift(String id, String... stops) {
    lifts.add(new Lift(id, List.of(stops), Duration.ofSeconds(8), Duration.ofSeconds(30)));
    return this;
  }

  FloorBuilder lane(String id, double x, double y) {
    return node(new Node(id, x, y, NodeKind.LANE));
  }

  private FloorBuilder node(Node node) {
    nodes.put(node.id(), node.on(map));
    return this;
  }

  boolean has(String id) {
    return nodes.containsKey(id);
  }

  /** A place to drive aside. */
  FloorBuilder bay(String id, String at, double dx, double dy) {
    Node node = nodes.get(at);
    return lane(id, node.xM() + dx, node.yM() + dy).twoWay(at, id);
  }

  /** An end point beside a lane node. */
  FloorBuilder spur(String id, NodeKind kind, String at, double dx, double dy) {
    Node node = nodes.get(at);
    node(new Node(id, node.xM() + dx, node.yM() + dy, kind));
    lanes.add(new Lane(at, id, SPUR_MPS));
    lanes.add(new Lane(id, at, SPUR_MPS));
    return this;
  }

  FloorBuilder oneWay(String... chain) {
    for (int i = 0; i + 1 < chain.length; i++) {
      lanes.add(new Lane(chain[i], chain[i + 1], STREET_MPS));
    }
    return this;
  }

  FloorBuilder twoWay(String... chain) {
    oneWay(chain);
    String[] back = Arrays.asList(chain).reversed().toArray(String[]::new);
    return oneWay(back);
  }

  /** As many vehicles of 1.2 m by 0.8 m as there shall be, each at one of the homes. */
  Floor floor(String name, int vehicles) {
    List<VehicleSpec> specs = new ArrayList<>();
    for (Node node : nodes.values()) {
      if (node.kind().isHome() && specs.size() < vehicles) {
        VehicleId id = new VehicleId("AGV-%02d".formatted(specs.size() + 1));
        String home = node.map().isEmpty() ? "hall" : node.map();
        specs.add(new VehicleSpec(id, 1.2, 0.8, 1.5, node.id(), home));
      }
    }
    if (specs.size() < vehicles) {
      throw new IllegalArgumentException(
          "%s has homes for %d of %d vehicles".formatted(name, specs.size(), vehicles));
    }
    return new Floor(name, Roadmap.of(nodes.values(), lanes, List.of(), List.of(), lifts), specs);
  }
}
