package dev.aisle.agv.assignment;

import dev.aisle.agv.transport.Terms;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.LoadSet;

/**
 * Whether a vehicle can carry a kind of load, by the load sets and the greatest load of its
 * factsheet (VDA 5050 2.1, 6.15; 3.0, 7.9). A vehicle that names none is trusted with all.
 */
public final class Fitness {
  private Fitness() {}

  public static boolean carries(VehicleCapabilities can, Terms terms) {
    double kg = terms.weightKg().orElse(0.0);
    if (can.maxLoadKg().filter(most -> most > 0 && most < kg).isPresent()) {
      return false;
    }
    return can.loads().isEmpty()
        || can.loads().stream().anyMatch(set -> isOf(set, terms.loadType()) && bears(set, kg));
  }

  private static boolean isOf(LoadSet set, String type) {
    return type.isEmpty() || set.loadType().equals(type) || set.name().equals(type);
  }

  private static boolean bears(LoadSet set, double kg) {
    return set.maxWeightKg().filter(most -> most > 0 && most < kg).isEmpty();
  }
}
