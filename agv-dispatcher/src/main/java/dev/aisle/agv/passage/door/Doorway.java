package dev.aisle.agv.passage.door;

import dev.aisle.agv.roadmap.Closure.Place;
import java.time.Duration;
import java.util.Set;

/**
 * A door across lanes.
 *
 * @param id name of the machine that moves it
 * @param lanes all that lead through it, each in its one direction
 * @param opensWithin a door that was asked and is not open after so long is out of order
 */
public record Doorway(String id, Set<Place> lanes, Duration opensWithin) {
  public Doorway {
    lanes = Set.copyOf(lanes);
    if (lanes.isEmpty() || lanes.stream().anyMatch(Place::isNode)) {
      throw new IllegalArgumentException("door %s needs lanes that lead through it".formatted(id));
    }
    if (!opensWithin.isPositive()) {
      throw new IllegalArgumentException("door %s needs time to open".formatted(id));
    }
  }
}
