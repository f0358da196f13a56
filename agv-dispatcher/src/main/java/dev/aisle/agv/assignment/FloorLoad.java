package dev.aisle.agv.assignment;

import java.util.Map;
import java.util.Set;

/**
 * What stands in the way of new work.
 *
 * @param heading vehicles that stop at a node or are on their way to do so
 * @param obstructed nodes at which, or before which, a vehicle stands that cannot be sent on
 */
public record FloorLoad(Map<String, Integer> heading, Set<String> obstructed) {
  public static final FloorLoad NONE = new FloorLoad(Map.of(), Set.of());

  public FloorLoad {
    heading = Map.copyOf(heading);
    obstructed = Set.copyOf(obstructed);
  }
}
