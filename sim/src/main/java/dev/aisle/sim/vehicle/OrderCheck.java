package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.vda5050.OrderRules;
import java.util.Optional;
import java.util.Set;

/** Whether a vehicle can carry out an order at all, wherever it stands (VDA 5050 2.1, 6.6.4). */
final class OrderCheck {
  static final Set<String> NODE_ACTIONS = Set.of("pick", "drop", "startCharging", "stopCharging");

  private OrderCheck() {}

  static Optional<Verdict.Rejected> check(VehicleOrder order) {
    Optional<String> broken = OrderRules.broken(order);
    if (broken.isPresent()) {
      return Optional.of(new Verdict.Rejected("validationError", broken.get()));
    }
    return order.nodes().stream()
        .flatMap(node -> node.actions().stream())
        .filter(action -> !NODE_ACTIONS.contains(action.type()))
        .findFirst()
        .map(action -> new Verdict.Rejected("orderError", "cannot do " + action.type()));
  }
}
