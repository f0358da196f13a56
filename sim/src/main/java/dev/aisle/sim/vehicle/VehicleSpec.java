package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Dialect;
import dev.aisle.device.agv.vda5050.Version;

/**
 * What a simulated vehicle is.
 *
 * @param startNode where it stands when nothing was saved
 * @param startXM position of that node, in metres
 * @param maxSpeedMps metres per second
 * @param accelerationMps2 speeding up and braking, metres per second squared
 * @param dialect what its software understands
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
    double accelerationMps2,
    Version version,
    Dialect dialect) {

  /** A vehicle that speaks VDA 5050 2.1 as the text has it. */
  public VehicleSpec(
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
    this(
        id,
        manufacturer,
        serial,
        startNode,
        startXM,
        startYM,
        mapId,
        lengthM,
        widthM,
        maxSpeedMps,
        accelerationMps2,
        Version.V2_1,
        Dialect.standard(Version.V2_1));
  }

  public VehicleSpec {
    if (!(maxSpeedMps > 0) || !(accelerationMps2 > 0) || !(lengthM > 0) || !(widthM > 0)) {
      throw new IllegalArgumentException("%s needs size, speed and acceleration".formatted(id));
    }
  }
}
