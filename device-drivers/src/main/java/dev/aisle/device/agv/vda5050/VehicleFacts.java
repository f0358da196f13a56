package dev.aisle.device.agv.vda5050;

import java.util.List;

/**
 * What a vehicle's factsheet says. Lengths in metres, speeds in metres per second, accelerations in
 * metres per second squared, mass in kilograms.
 *
 * @param nodeActions types of action it can do at a node
 * @param instantActions types of action it can do at once
 */
public record VehicleFacts(
    String seriesName,
    double maxLoadKg,
    double maxSpeedMps,
    double accelerationMps2,
    double decelerationMps2,
    double heightM,
    double widthM,
    double lengthM,
    List<String> nodeActions,
    List<String> instantActions) {
  public VehicleFacts {
    nodeActions = List.copyOf(nodeActions);
    instantActions = List.copyOf(instantActions);
  }
}
