package dev.aisle.device.agv;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A driving order for one vehicle: nodes joined by edges, released first, then the horizon (VDA
 * 5050 2.1, 6.6; 3.0, 6.1). {@code orderUpdateId} rises with every update of the same order; the
 * first node of an update is the stitching node, the last node of the base sent before.
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
   * @param thetaRad heading to take there, in radians on the map; empty when any will do
   */
  public record Node(
      String nodeId,
      int sequenceId,
      boolean released,
      double xM,
      double yM,
      double deviationM,
      Optional<Double> thetaRad,
      String mapId,
      List<Action> actions) {
    public Node {
      actions = List.copyOf(actions);
    }

    /** The same node with less to do. */
    public Node without(List<Action> left) {
      return new Node(
          nodeId,
          sequenceId,
          released,
          xM,
          yM,
          deviationM,
          thetaRad,
          mapId,
          actions.stream().filter(action -> !left.contains(action)).toList());
    }

    /** A node that may be reached in any heading. */
    public Node(
        String nodeId,
        int sequenceId,
        boolean released,
        double xM,
        double yM,
        double deviationM,
        String mapId,
        List<Action> actions) {
      this(nodeId, sequenceId, released, xM, yM, deviationM, Optional.empty(), mapId, actions);
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
      Optional<Double> maxSpeedMps,
      Passage passage) {

    /** An order that an earlier version of the program stored says nothing of passages. */
    public Edge {
      passage = Objects.requireNonNullElse(passage, Passage.PLAIN);
    }

    /** An edge with a speed limit at most. */
    public Edge(
        String edgeId,
        int sequenceId,
        boolean released,
        String fromNodeId,
        String toNodeId,
        Optional<Double> maxSpeedMps) {
      this(edgeId, sequenceId, released, fromNodeId, toNodeId, maxSpeedMps, Passage.PLAIN);
    }
  }

  /**
   * What else holds on an edge.
   *
   * @param maxHeightM of the vehicle with its load, in metres
   * @param minLoadHandlingHeightM the fork or platform must be at least this high, in metres
   * @param heading of the vehicle on the edge
   * @param maxRotationRadps turning speed, in radians per second
   * @param lengthM of the way to drive, in metres
   * @param trajectory the way to drive; straight, or the vehicle's own, when empty
   */
  public record Passage(
      Optional<Double> maxHeightM,
      Optional<Double> minLoadHandlingHeightM,
      Optional<Heading> heading,
      Optional<Double> maxRotationRadps,
      Optional<Double> lengthM,
      Optional<Corridor> corridor,
      Optional<Trajectory> trajectory) {
    public static final Passage PLAIN =
        new Passage(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** An order that an earlier version of the program stored says nothing of trajectories. */
    public Passage {
      trajectory = Objects.requireNonNullElse(trajectory, Optional.empty());
    }

    public Passage with(Corridor way) {
      return new Passage(
          maxHeightM,
          minLoadHandlingHeightM,
          heading,
          maxRotationRadps,
          lengthM,
          Optional.of(way),
          trajectory);
    }

    public Passage with(Trajectory way) {
      return new Passage(
          maxHeightM,
          minLoadHandlingHeightM,
          heading,
          maxRotationRadps,
          lengthM,
          corridor,
          Optional.of(way));
    }
  }

  /**
   * A curve to drive along, a non-uniform rational B-spline (VDA 5050 2.1, 6.6.5; 3.0, 6.1).
   *
   * @param knots between 0 and 1, never falling, as many as points and degree and 1 together
   * @param points the ends of the edge among them
   */
  public record Trajectory(int degree, List<Double> knots, List<ControlPoint> points) {
    public Trajectory {
      knots = List.copyOf(knots);
      points = List.copyOf(points);
      if (degree < 1 || points.size() <= degree || knots.size() != points.size() + degree + 1) {
        throw new IllegalArgumentException(
            "degree %d, %d points, %d knots".formatted(degree, points.size(), knots.size()));
      }
    }
  }

  /** Pulls a {@link Trajectory}; metres on the map, 1 is the usual weight. */
  public record ControlPoint(double xM, double yM, double weight) {}

  /**
   * @param angleRad against the map, or against the edge when {@code tangential}
   */
  public record Heading(double angleRad, boolean tangential) {}

  /**
   * How far a vehicle may leave the edge to pass an obstacle (VDA 5050 2.1, 6.6.4; 3.0, 6.4).
   *
   * @param contour true when the widths hold for the whole vehicle, false for its centre
   * @param onRequest only after the vehicle has asked and was granted (3.0); {@code lost} says what
   *     it does when the grant ends
   */
  public record Corridor(
      double leftM, double rightM, boolean contour, boolean onRequest, ReleaseLoss lost) {

    /** A corridor that may be used at any time. */
    public static Corridor free(double leftM, double rightM) {
      return new Corridor(leftM, rightM, true, false, ReleaseLoss.STOP);
    }
  }

  /** What a vehicle does in a corridor whose grant has ended (VDA 5050 3.0, 6.4). */
  public enum ReleaseLoss {
    STOP,
    RETURN
  }

  /**
   * One thing to do at a node. {@code type} is a predefined VDA 5050 action ({@code pick}, {@code
   * drop}, {@code startCharging}, …).
   *
   * @param retriable true when the vehicle shall ask before it gives up (3.0)
   */
  public record Action(
      String actionId,
      String type,
      Blocking blocking,
      Map<String, String> parameters,
      boolean retriable) {
    public Action {
      parameters = Map.copyOf(parameters);
    }

    /** An action that fails at once when it fails. */
    public Action(String actionId, String type, Blocking blocking, Map<String, String> parameters) {
      this(actionId, type, blocking, parameters, false);
    }
  }

  /** Whether driving and other actions may go on meanwhile (VDA 5050 2.1, 6.12; 3.0, 6.2). */
  public enum Blocking {
    /** Both may. */
    NONE,
    /** Others may, driving may not. */
    SOFT,
    /** Driving may, others may not; known since 3.0. */
    SINGLE,
    /** Neither may. */
    HARD
  }
}
