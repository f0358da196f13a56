package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleId;

/**
 * What a simulated vehicle is.
 *
 * @param startNode where it stands when nothing was saved
 * @param startXM position of that node, in metres
 * @param maxSpeedMps metres per second
 * @param accelerationMps2 speeding up and braking, metres per second squared
 */
public record VehicleSpec(
    VehicleId id,
    String manufacturer,
    String serial,
    String startNode,
    double startXM,
    double startYM,
    String mapId,
    double lengthM,
    double widthM,
    double maxSpeedMps,
    double accelerationMps2) {
  public VehicleSpec {
    if (!(maxSpeedMps > 0) || !(accelerationMps2 > 0) || !(lengthM > 0) || !(widthM > 0)) {
      throw new IllegalArgumentException("%s needs size, speed and acceleration".formatted(id));
    }
  }
}
