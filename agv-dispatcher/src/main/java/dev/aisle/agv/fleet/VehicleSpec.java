package dev.aisle.agv.fleet;

import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.device.agv.VehicleId;

/** A vehicle as the site file describes it: metres, metres per second, home node, map. */
public record VehicleSpec(
    VehicleId id, double lengthM, double widthM, double maxSpeedMps, String parksAt, String mapId) {
  public VehicleSpec {
    if (!(maxSpeedMps > 0)) {
      throw new IllegalArgumentException("%s needs a speed above 0".formatted(id));
    }
  }

  public Footprint footprint() {
    return new Footprint(lengthM, widthM);
  }
}
