package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.hmi.app.site.Site;
import java.util.List;
import java.util.Set;

/** The site file's floor and fleet in the dispatcher's words. */
public final class Roadmaps {
  /** One floor, one map; vehicles hear this name in every node position. */
  public static final String MAP_ID = "floor";

  private static final double MM_PER_M = 1000;

  private Roadmaps() {}

  static Roadmap of(Site site) {
    List<Node> nodes =
        site.floor().nodes().stream()
            .map(n -> new Node(n.id(), n.xM(), n.yM(), kindOf(n.use())))
            .toList();
    List<Lane> lanes =
        site.floor().lanes().stream().map(l -> new Lane(l.from(), l.to(), l.speedMps())).toList();
    List<Block> blocks =
        site.floor().blocks().stream()
            .map(b -> new Block(b.id(), Set.copyOf(b.nodes()), b.atMost()))
            .toList();
    return Roadmap.of(nodes, lanes, blocks);
  }

  static List<VehicleSpec> fleetOf(Site site) {
    return site.vehicles().stream()
        .map(
            v ->
                new VehicleSpec(
                    new VehicleId(v.id()),
                    v.lengthMm() / MM_PER_M,
                    v.widthMm() / MM_PER_M,
                    v.maxSpeedMps(),
                    v.parksAt(),
                    MAP_ID,
                    v.profile().stated().over(VehicleCapabilities.UNKNOWN)))
        .toList();
  }

  public static List<VehicleProfile> profilesOf(Site site) {
    return site.vehicles().stream().map(Site.Vehicle::profile).toList();
  }

  static ChargingPolicy chargingOf(Site site) {
    Site.Charging charging = site.policies().charging();
    return new ChargingPolicy(charging.goAtPercent(), charging.leaveAtPercent());
  }

  private static NodeKind kindOf(Site.NodeUse use) {
    return switch (use) {
      case LANE -> NodeKind.LANE;
      case DOCK, SHIP_DOCK -> NodeKind.DOCK;
      case SLOT -> NodeKind.SLOT;
      case PICK, PACK -> NodeKind.STATION;
      case CHARGER -> NodeKind.CHARGER;
      case PARKING -> NodeKind.PARKING;
    };
  }
}
