package dev.aisle.device.agv;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A driving order for one vehicle: nodes joined by edges, released first, then the horizon (VDA
 * 5050 2.1, 6.6). {@code orderUpdateId} rises with every update of the same order; the first node
 * of an update is the stitching node, the last node of the base sent before.
 */
public record VehicleOrder(
    VehicleId vehicle, String orderId, int orderUpdateId, List<Node> nodes, List<Edge> edges) {

  public VehicleOrder {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    if (nodes.isEmpty() || edges.size() != nodes.size() - 1) {
      throw new IllegalArgumentException(
          "%d nodes need %d edges, not %d".formatted(nodes.size(), nodes.size() - 1, edges.size()));
    }
  }

  /**
   * @param sequenceId even, shared numbering with edges
   * @param xM position in metres on {@code mapId}
   * @param deviationM how far from the position still counts as reached, in metres
   */
  public record Node(
      String nodeId,
      int sequenceId,
      boolean released,
      double xM,
      double yM,
      double deviationM,
      String mapId,
      List<Action> actions) {
    public Node {
      actions = List.copyOf(actions);
    }
  }

  /**
   * @param sequenceId odd, between its two nodes
   * @param maxSpeedMps speed limit in metres per second
   */
  public record Edge(
      String edgeId,
      int sequenceId,
      boolean released,
      String fromNodeId,
      String toNodeId,
      Optional<Double> maxSpeedMps) {}

  /**
   * One thing to do at a node. {@code type} is a predefined VDA 5050 action ({@code pick}, {@code
   * drop}, {@code startCharging}, …).
   */
  public record Action(
      String actionId, String type, Blocking blocking, Map<String, String> parameters) {
    public Action {
      parameters = Map.copyOf(parameters);
    }
  }

  /** Whether driving and other actions may go on meanwhile (VDA 5050 2.1, 6.12). */
  public enum Blocking {
    NONE,
    SOFT,
    HARD
  }
}
