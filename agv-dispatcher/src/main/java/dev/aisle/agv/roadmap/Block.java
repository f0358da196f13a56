package dev.aisle.agv.roadmap;

import java.util.Set;

/**
 * Nodes of which at most {@code atMost} vehicles may hold any at the same time. The planner stays
 * on the safe side and lets one vehicle in, also where more would be allowed.
 */
public record Block(String id, Set<String> nodes, int atMost) {
  public Block {
    nodes = Set.copyOf(nodes);
    if (atMost < 1) {
      throw new IllegalArgumentException("block %s lets nobody in".formatted(id));
    }
  }
}
