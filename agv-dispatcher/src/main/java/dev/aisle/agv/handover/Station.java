package dev.aisle.agv.handover;

import java.time.Duration;
import java.util.Optional;

/**
 * A conveyor's end, or another machine that takes loads from vehicles and gives them to them.
 *
 * @param node where vehicles stand to hand over
 * @param instead where a load is brought when it does not take it
 * @param within a station that is not ready for so long, with a vehicle before it, is out of order
 */
public record Station(String node, Optional<String> instead, Duration within) {
  public Station {
    if (!within.isPositive()) {
      throw new IllegalArgumentException("station %s needs time to get ready".formatted(node));
    }
    if (instead.equals(Optional.of(node))) {
      throw new IllegalArgumentException("station %s stands in for itself".formatted(node));
    }
  }
}
