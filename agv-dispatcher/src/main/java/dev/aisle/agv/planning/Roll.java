package dev.aisle.agv.planning;

import dev.aisle.device.agv.VehicleId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The vehicles of a fleet in numbers from 0, always the same as long as the fleet is. */
public final class Roll {
  private final List<VehicleId> names;
  private final Map<VehicleId, Integer> numbers = new HashMap<>();

  private Roll(List<VehicleId> names) {
    this.names = names;
    names.forEach(name -> numbers.put(name, numbers.size()));
  }

  public static Roll of(Collection<VehicleId> vehicles) {
    return new Roll(vehicles.stream().distinct().toList());
  }

  int size() {
    return names.size();
  }

  VehicleId name(int number) {
    return names.get(number);
  }

  /** Negative for a vehicle that is not of the fleet. */
  int number(VehicleId vehicle) {
    return numbers.getOrDefault(vehicle, -1);
  }
}
