package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import java.util.Optional;
import java.util.Set;

/** The rules of VDA 5050 2.1, 6.6 that the JSON schema does not hold. */
final class OrderCheck {
  static final Set<String> NODE_ACTIONS = Set.of("pick", "drop", "startCharging", "stopCharging");

  private OrderCheck() {}

  static Optional<Verdict.Rejected> check(VehicleOrder order) {
    if (order.orderId().isBlank()) {
      return malformed("an order needs an id");
    }
    if (!order.nodes().getFirst().released()) {
      return malformed("the first node must be released");
    }
    for (int i = 0; i < order.edges().size(); i++) {
      Optional<Verdict.Rejected> fault =
          check(order.nodes().get(i), order.edges().get(i), order.nodes().get(i + 1));
      if (fault.isPresent()) {
        return fault;
      }
    }
    return order.nodes().stream()
        .flatMap(node -> node.actions().stream())
        .filter(action -> !NODE_ACTIONS.contains(action.type()))
        .findFirst()
        .map(action -> new Verdict.Rejected("orderError", "cannot do " + action.type()));
  }

  private static Optional<Verdict.Rejected> check(Node from, Edge edge, Node to) {
    if (edge.sequenceId() != from.sequenceId() + 1 || to.sequenceId() != edge.sequenceId() + 1) {
      return malformed("sequence breaks at edge " + edge.edgeId());
    }
    if (!edge.fromNodeId().equals(from.nodeId()) || !edge.toNodeId().equals(to.nodeId())) {
      return malformed("edge %s does not join its nodes".formatted(edge.edgeId()));
    }
    if (to.released() && !from.released()) {
      return malformed("node %s is released after the horizon began".formatted(to.nodeId()));
    }
    if (edge.released() != to.released()) {
      return malformed("edge %s and its end are not released together".formatted(edge.edgeId()));
    }
    return Optional.empty();
  }

  private static Optional<Verdict.Rejected> malformed(String why) {
    return Optional.of(new Verdict.Rejected("validationError", why));
  }
}
