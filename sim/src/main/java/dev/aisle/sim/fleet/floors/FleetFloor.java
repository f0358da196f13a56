package dev.aisle.sim.fleet.floors;

import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A floor and who drives on it.
 *
 * @param members each stands at the start node of its vehicle in the beginning
 */
public record FleetFloor(FleetLayout layout, Roadmap map, List<Member> members) {

  /**
   * @param home node where it rests, its own
   */
  public record Member(VehicleSpec vehicle, String home) {

    /** The vehicle as the site file would describe it. */
    public dev.aisle.agv.fleet.VehicleSpec described() {
      return new dev.aisle.agv.fleet.VehicleSpec(
          vehicle.id(),
          vehicle.lengthM(),
          vehicle.widthM(),
          vehicle.maxSpeedMps(),
          home,
          vehicle.mapId());
    }
  }

  public FleetFloor {
    members = List.copyOf(members);
  }

  /** Nodes where loads are fetched and brought. */
  public List<String> stands() {
    return map.nodes().stream()
        .filter(node -> node.kind().isEndpoint() && !node.kind().isHome())
        .map(Node::id)
        .toList();
  }

  public Set<String> chargers() {
    return map.nodes().stream()
        .filter(node -> node.kind() == NodeKind.CHARGER)
        .map(Node::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The fleet as the site file would describe it. */
  public List<dev.aisle.agv.fleet.VehicleSpec> described() {
    return members.stream().map(Member::described).toList();
  }
}
