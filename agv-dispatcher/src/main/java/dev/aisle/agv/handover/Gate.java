package dev.aisle.agv.handover;

import java.util.Set;

/**
 * An RFID gate that has to have read a load before it may be set down.
 *
 * @param id name of the read point
 * @param nodes where nothing is set down that it has not read
 */
public record Gate(String id, Set<String> nodes) {
  public Gate {
    nodes = Set.copyOf(nodes);
    if (nodes.isEmpty()) {
      throw new IllegalArgumentException("gate %s needs nodes that it stands before".formatted(id));
    }
  }
}
