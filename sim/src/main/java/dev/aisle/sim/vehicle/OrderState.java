package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.util.List;

/**
 * What a vehicle remembers about its order, as plain data.
 *
 * @param orderId empty when no order was ever received
 * @param nodes nodes still ahead, released ones first
 * @param edges edges still ahead or under the wheels; one for each of {@code nodes}
 * @param waiting actions of the node the vehicle stands on, in order, not yet ended
 */
public record OrderState(
    String orderId,
    int orderUpdateId,
    String lastNodeId,
    int lastNodeSequenceId,
    boolean cancelled,
    List<Node> nodes,
    List<Edge> edges,
    List<Action> waiting,
    List<ActionState> orderActions,
    List<ActionState> instantActions,
    List<VehicleError> errors) {
  public OrderState {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    waiting = List.copyOf(waiting);
    orderActions = List.copyOf(orderActions);
    instantActions = List.copyOf(instantActions);
    errors = List.copyOf(errors);
  }

  static OrderState none(String startNode) {
    return new OrderState(
        "", 0, startNode, 0, false, List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of());
  }
}
