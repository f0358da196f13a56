package dev.aisle.wms.task;

import dev.aisle.wms.shared.LocationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where people work.
 *
 * @param positions where vehicles bring or fetch units
 * @param packsTo where packed parcels are put down for a vehicle
 */
public record Station(
    String id, List<LocationId> positions, Set<TaskKind> does, Optional<LocationId> packsTo) {
  public Station {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid station id: '%s'".formatted(id));
    }
    positions = List.copyOf(positions);
    does = Set.copyOf(does);
  }
}
