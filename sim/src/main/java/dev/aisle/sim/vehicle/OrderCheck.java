package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.vda5050.OrderRules;
import java.util.Optional;
import java.util.Set;

/** Whether a vehicle can carry out an order at all, wherever it stands (VDA 5050 2.1, 6.6.4). */
final class OrderCheck {
  static final Set<String> NODE_ACTIONS =
      Set.of(
          "pick",
          "drop",
          "startCharging",
          "stopCharging",
          "detectObject",
          "finePositioning",
          "waitForTrigger");

  private OrderCheck() {}

  static Optional<Verdict.Rejected> check(VehicleOrder order, VehicleSpec spec) {
    Optional<String> broken = OrderRules.broken(order);
    if (broken.isPresent()) {
      return Optional.of(new Verdict.Rejected(Complaint.MALFORMED, broken.get()));
    }
    if (spec.mostNodes() > 0 && order.nodes().size() > spec.mostNodes()) {
      return Optional.of(
          new Verdict.Rejected(
              Complaint.TOO_LONG, "cannot hold more than %d nodes".formatted(spec.mostNodes())));
    }
    return order.nodes().stream()
        .map(node -> check(node, spec))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Verdict.Rejected> check(VehicleOrder.Node node, VehicleSpec spec) {
    if (!spec.knows(node.mapId())) {
      return Optional.of(
          new Verdict.Rejected(Complaint.UNKNOWN_MAP, "knows no map " + node.mapId()));
    }
    return node.actions().stream()
        .filter(action -> !NODE_ACTIONS.contains(action.type()))
        .findFirst()
        .map(
            action -> new Verdict.Rejected(Complaint.UNKNOWN_ACTION, "cannot do " + action.type()));
  }
}
