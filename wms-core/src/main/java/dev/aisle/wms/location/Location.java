package dev.aisle.wms.location;

import dev.aisle.wms.shared.LocationId;

/**
 * A place that can hold handling units.
 *
 * @param capacityUnits handling units that fit
 * @param sequence order in which a person walking would pass the places
 * @param xM metres east of the floor's origin
 * @param yM metres north of the floor's origin
 */
public record Location(
    LocationId id,
    LocationType type,
    String zone,
    int capacityUnits,
    int sequence,
    double xM,
    double yM) {
  public Location {
    if (capacityUnits < 0) {
      throw new IllegalArgumentException("location %s: negative capacity".formatted(id));
    }
  }
}
