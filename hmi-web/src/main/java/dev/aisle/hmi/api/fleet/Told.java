package dev.aisle.hmi.api.fleet;

import java.util.List;

/**
 * @param vehicles those the command went to
 */
public record Told(List<String> vehicles) {
  public Told {
    vehicles = List.copyOf(vehicles);
  }
}
