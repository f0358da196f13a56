package dev.aisle.agv.transport;

import java.time.Instant;

/**
 * One load to be carried from a node to another.
 *
 * @param priority higher goes first; one step counts as much as a minute of waiting
 */
public record TransportRequest(
    TransportId id,
    String loadId,
    String fromNode,
    String toNode,
    int priority,
    Instant requestedAt) {

  /** True if both ask for the same thing; the time of asking does not matter. */
  public boolean sameAs(TransportRequest other) {
    return id.equals(other.id)
        && loadId.equals(other.loadId)
        && fromNode.equals(other.fromNode)
        && toNode.equals(other.toNode);
  }
}
