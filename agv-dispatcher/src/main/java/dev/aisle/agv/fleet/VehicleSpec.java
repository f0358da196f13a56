package dev.aisle.agv.fleet;

import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;

/**
 * A vehicle as the site file describes it: metres, metres per second, home node, map.
 *
 * @param type of vehicle, for speed limits of its own; empty when it has none
 * @param stated what it can do, as far as the site file says; its factsheet may add to it
 */
public record VehicleSpec(
    VehicleId id,
    double lengthM,
    double widthM,
    double maxSpeedMps,
    String parksAt,
    String mapId,
    String type,
    VehicleCapabilities stated) {
  public VehicleSpec {
    if (!(maxSpeedMps > 0)) {
      throw new IllegalArgumentException("%s needs a speed above 0".formatted(id));
    }
  }

  /** A vehicle of which the site file says nothing more. */
  public VehicleSpec(
      VehicleId id,
      double lengthM,
      double widthM,
      double maxSpeedMps,
      String parksAt,
      String mapId) {
    this(id, lengthM, widthM, maxSpeedMps, parksAt, mapId, "", VehicleCapabilities.UNKNOWN);
  }

  public Footprint footprint() {
    return new Footprint(lengthM, widthM);
  }
}
