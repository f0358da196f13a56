package dev.aisle.hmi.bridge.fleet;

import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.floor.FloorPlans;
import java.util.List;

/** The site file's floor and fleet in the dispatcher's words. */
public final class Roadmaps {
  /** Vehicles hear this name in every node position where the site names no map. */
  public static final String MAP_ID = "floor";

  private static final double MM_PER_M = 1000;

  private Roadmaps() {}

  static Roadmap of(Site site) {
    return FloorPlans.of(site).roadmap();
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
                    mapOf(site, v.parksAt()),
                    v.type(),
                    v.profile().stated().over(VehicleCapabilities.UNKNOWN)))
        .toList();
  }

  /** The map on which a vehicle is at home. */
  public static String mapOf(Site site, String home) {
    return site.floor().nodes().stream()
        .filter(node -> node.id().equals(home) && !node.map().isEmpty())
        .map(Site.Node::map)
        .findFirst()
        .orElse(MAP_ID);
  }

  public static List<VehicleProfile> profilesOf(Site site) {
    return site.vehicles().stream().map(Site.Vehicle::profile).toList();
  }

  static ChargingPolicy chargingOf(Site site) {
    Site.Charging charging = site.policies().charging();
    return new ChargingPolicy(charging.goAtPercent(), charging.leaveAtPercent());
  }
}
