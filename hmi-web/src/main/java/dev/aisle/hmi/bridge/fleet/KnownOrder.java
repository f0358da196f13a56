package dev.aisle.hmi.bridge.fleet;

import dev.aisle.device.agv.VehicleOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A vehicle order as all its updates together tell it: an update begins with the last released node
 * and takes the place of whatever was told beyond it (VDA 5050 2.1, 6.6.2).
 */
record KnownOrder(
    String orderId, int updateId, List<VehicleOrder.Node> nodes, List<VehicleOrder.Edge> edges) {
  /** Of a way that goes on for ever only so many nodes are remembered. */
  static final int MOST_NODES = 300;

  KnownOrder {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  static KnownOrder of(VehicleOrder order) {
    return new KnownOrder(order.orderId(), order.orderUpdateId(), order.nodes(), order.edges());
  }

  KnownOrder then(VehicleOrder next) {
    if (!next.orderId().equals(orderId) || next.orderUpdateId() < updateId) {
      return of(next);
    }
    int stitch = next.nodes().getFirst().sequenceId();
    List<VehicleOrder.Node> allNodes = new ArrayList<>();
    nodes.stream().filter(node -> node.sequenceId() < stitch).forEach(allNodes::add);
    allNodes.addAll(next.nodes());
    List<VehicleOrder.Edge> allEdges = new ArrayList<>();
    edges.stream().filter(edge -> edge.sequenceId() < stitch).forEach(allEdges::add);
    allEdges.addAll(next.edges());
    return new KnownOrder(
        orderId, next.orderUpdateId(), newest(allNodes, MOST_NODES), newest(allEdges, MOST_NODES));
  }

  /** Nodes the vehicle has been told beyond those it is released to. */
  int told() {
    return (int) nodes.stream().filter(node -> !node.released()).count();
  }

  private static <T> List<T> newest(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
