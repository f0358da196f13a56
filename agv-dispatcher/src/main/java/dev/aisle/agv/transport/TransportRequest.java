package dev.aisle.agv.transport;

import java.time.Instant;
import java.util.Objects;

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
    Instant requestedAt,
    Terms terms) {

  /** A request that an earlier version of the program stored has no terms. */
  public TransportRequest {
    terms = Objects.requireNonNullElse(terms, Terms.NONE);
  }

  /** One without further terms. */
  public TransportRequest(
      TransportId id,
      String loadId,
      String fromNode,
      String toNode,
      int priority,
      Instant requestedAt) {
    this(id, loadId, fromNode, toNode, priority, requestedAt, Terms.NONE);
  }

  public TransportRequest on(Terms others) {
    return new TransportRequest(id, loadId, fromNode, toNode, priority, requestedAt, others);
  }

  /** The same load to another place. */
  public TransportRequest to(String node) {
    return new TransportRequest(id, loadId, fromNode, node, priority, requestedAt, terms);
  }

  public TransportRequest urgent(int other) {
    return new TransportRequest(id, loadId, fromNode, toNode, other, requestedAt, terms);
  }

  /** True if both ask for the same thing; the time of asking does not matter. */
  public boolean sameAs(TransportRequest other) {
    return id.equals(other.id)
        && loadId.equals(other.loadId)
        && fromNode.equals(other.fromNode)
        && toNode.equals(other.toNode);
  }
}
