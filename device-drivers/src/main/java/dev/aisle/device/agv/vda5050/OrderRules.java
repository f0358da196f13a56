package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import java.util.Optional;

/** The rules for orders that the official schema does not hold (VDA 5050 2.1, 6.6). */
public final class OrderRules {
  private OrderRules() {}

  /** The first rule the order breaks, empty when it keeps all. */
  public static Optional<String> broken(VehicleOrder order) {
    Node first = order.nodes().getFirst();
    if (!first.released()) {
      return Optional.of("the first node %s is not released".formatted(first.nodeId()));
    }
    if (first.sequenceId() < 0 || first.sequenceId() % 2 != 0) {
      return Optional.of(
          "node %s has the odd sequence %d".formatted(first.nodeId(), first.sequenceId()));
    }
    for (int i = 0; i < order.edges().size(); i++) {
      Optional<String> fault =
          brokenAt(order.nodes().get(i), order.edges().get(i), order.nodes().get(i + 1));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> brokenAt(Node from, Edge edge, Node to) {
    if (edge.sequenceId() != from.sequenceId() + 1 || to.sequenceId() != from.sequenceId() + 2) {
      return Optional.of(
          "the sequence %d, %d, %d has a gap"
              .formatted(from.sequenceId(), edge.sequenceId(), to.sequenceId()));
    }
    if (!edge.fromNodeId().equals(from.nodeId()) || !edge.toNodeId().equals(to.nodeId())) {
      return Optional.of(
          "edge %s joins %s and %s, but stands between %s and %s"
              .formatted(
                  edge.edgeId(), edge.fromNodeId(), edge.toNodeId(), from.nodeId(), to.nodeId()));
    }
    if (to.released() && !from.released()) {
      return Optional.of("node %s is released behind the horizon".formatted(to.nodeId()));
    }
    if (edge.released() != (from.released() && to.released())) {
      return Optional.of("edge %s must be released with both its ends".formatted(edge.edgeId()));
    }
    return Optional.empty();
  }
}
