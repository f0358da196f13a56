package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.EdgeState;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order as the vehicle holds it: taking over, stitching, refusing, passing nodes, cancelling
 * (VDA 5050 2.1, 6.6 and 6.10). Not thread-safe.
 */
final class OrderBook {
  /** How far off a first node may be although the order allows less, in metres. */
  static final double TRIVIALLY_REACHABLE_M = 0.3;

  private static final int ERRORS_KEPT = 10;

  private final VehicleSpec spec;
  private Optional<VehicleOrder> taken = Optional.empty();
  private String orderId;
  private int orderUpdateId;
  private String lastNodeId;
  private int lastNodeSequenceId;
  private boolean cancelled;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Action> waiting = new ArrayList<>();
  private final ActionLog actions;
  private final List<VehicleError> errors = new ArrayList<>();
  private final Ailments ailments;

  OrderBook(VehicleSpec spec, Ailments ailments, OrderState from) {
    this.spec = spec;
    this.ailments = ailments;
    orderId = from.orderId();
    orderUpdateId = from.orderUpdateId();
    lastNodeId = from.lastNodeId();
    lastNodeSequenceId = from.lastNodeSequenceId();
    cancelled = from.cancelled();
    nodes.addAll(from.nodes());
    edges.addAll(from.edges());
    waiting.addAll(from.waiting());
    actions = new ActionLog(from.orderActions(), from.instantActions());
    errors.addAll(from.errors());
  }

  OrderState save() {
    return new OrderState(
        orderId,
        orderUpdateId,
        lastNodeId,
        lastNodeSequenceId,
        cancelled,
        nodes,
        edges,
        waiting,
        actions.ofOrder(),
        actions.instant(),
        errors);
  }

  /** Takes over, ignores or refuses an order; a refusal is also kept as an error. */
  Verdict receive(VehicleOrder order, Body body) {
    Verdict verdict = judge(order, body);
    if (verdict instanceof Verdict.Rejected(Complaint what, String why)) {
      complain(
          what,
          why,
          Map.of(
              "orderId",
              order.orderId(),
              "orderUpdateId",
              Integer.toString(order.orderUpdateId())));
    }
    return verdict;
  }

  private Verdict judge(VehicleOrder order, Body body) {
    boolean sameOrder = order.orderId().equals(orderId);
    if (sameOrder && order.orderUpdateId() == orderUpdateId) {
      return again(order);
    }
    if (ailments.refusesNext()) {
      return new Verdict.Rejected(Complaint.OTHER_ACTIVE, "takes no order now");
    }
    Verdict verdict =
        OrderCheck.check(order, spec)
            .map(Verdict.class::cast)
            .orElseGet(() -> sameOrder ? update(order) : begin(order, body));
    if (verdict instanceof Verdict.Accepted) {
      taken = Optional.of(order);
    }
    return verdict;
  }

  /** Before 3.0 nobody looks whether it is still the same. */
  private Verdict again(VehicleOrder order) {
    boolean changed = taken.filter(known -> !known.equals(order)).isPresent();
    return changed && spec.version().hasZones()
        ? new Verdict.Rejected(
            Complaint.SAME_UPDATE, "update %d was another one".formatted(orderUpdateId))
        : new Verdict.Known();
  }

  private Verdict begin(VehicleOrder order, Body body) {
    if (isActive()) {
      return new Verdict.Rejected(Complaint.OTHER_ACTIVE, "order %s is active".formatted(orderId));
    }
    if (spec.version().hasZones() && order.orderUpdateId() != 0) {
      return new Verdict.Rejected(Complaint.MALFORMED, "an order begins with update 0");
    }
    Node first = order.nodes().getFirst();
    double offM = body.distanceM(first.xM(), first.yM());
    if (offM > Math.max(first.deviationM(), TRIVIALLY_REACHABLE_M)) {
      return new Verdict.Rejected(
          Complaint.START_TOO_FAR, "first node %s is %.2f m away".formatted(first.nodeId(), offM));
    }
    orderId = order.orderId();
    orderUpdateId = order.orderUpdateId();
    cancelled = false;
    errors.clear();
    actions.forgetOrder();
    nodes.clear();
    edges.clear();
    append(order);
    reach(first);
    return new Verdict.Accepted();
  }

  private Verdict update(VehicleOrder order) {
    if (order.orderUpdateId() < orderUpdateId) {
      return new Verdict.Rejected(
          Complaint.LOWER_UPDATE, "update %d is already known".formatted(orderUpdateId));
    }
    if (cancelled) {
      return new Verdict.Rejected(
          Complaint.AFTER_CANCEL, "order %s was cancelled".formatted(orderId));
    }
    Node stitch = order.nodes().getFirst();
    Optional<Node> lastReleased =
        nodes.stream().filter(Node::released).reduce((earlier, later) -> later);
    String expectedId = lastReleased.map(Node::nodeId).orElse(lastNodeId);
    int expectedSequence = lastReleased.map(Node::sequenceId).orElse(lastNodeSequenceId);
    if (!stitch.nodeId().equals(expectedId) || stitch.sequenceId() != expectedSequence) {
      return new Verdict.Rejected(
          Complaint.NOT_STITCHING,
          "does not continue at %s (%d)".formatted(expectedId, expectedSequence));
    }
    if (spec.version().hasZones() && !isToldAsBefore(stitch)) {
      return new Verdict.Rejected(
          Complaint.NOT_STITCHING, "node %s was another one".formatted(stitch.nodeId()));
    }
    orderUpdateId = order.orderUpdateId();
    nodes.stream()
        .filter(node -> !node.released())
        .flatMap(node -> node.actions().stream())
        .forEach(actions::forget);
    nodes.removeIf(node -> !node.released());
    edges.removeIf(edge -> !edge.released());
    append(order);
    errors.removeIf(error -> error.level() == VehicleError.Level.WARNING);
    return new Verdict.Accepted();
  }

  /** Since 3.0 the node at which an update begins is repeated as it was (VDA 5050 3.0, 6.1). */
  private boolean isToldAsBefore(Node stitch) {
    return taken.stream()
        .flatMap(order -> order.nodes().stream())
        .filter(node -> node.released() && node.sequenceId() == stitch.sequenceId())
        .allMatch(stitch::equals);
  }

  /** All but the first node, whose first version counts (VDA 5050 2.1, 6.6.1). */
  private void append(VehicleOrder order) {
    List<Node> added = order.nodes().subList(1, order.nodes().size());
    nodes.addAll(added);
    edges.addAll(order.edges());
    added.forEach(node -> node.actions().forEach(actions::expect));
  }

  private void reach(Node node) {
    lastNodeId = node.nodeId();
    lastNodeSequenceId = node.sequenceId();
    node.actions().forEach(actions::expect);
    node.actions().stream().filter(actions::isWaiting).forEach(waiting::add);
  }

  /** The vehicle has come to the next node, which is told. */
  Node passNextNode() {
    Node node = nodes.removeFirst();
    edges.removeFirst();
    reach(node);
    return node;
  }

  /** All nodes to come, nearest first. */
  List<Node> ahead() {
    return List.copyOf(nodes);
  }

  /** Nodes that may be driven to, nearest first. */
  List<Node> base() {
    List<Node> base = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (!node.released()) {
        break;
      }
      base.add(node);
    }
    return base;
  }

  /** The edge that leads to the given one of {@link #base()}. */
  Edge edgeTo(int baseIndex) {
    return edges.get(baseIndex);
  }

  /** The released edge that it drives on, or will next. */
  Optional<Edge> edgeAhead() {
    return edges.isEmpty() || !edges.getFirst().released()
        ? Optional.empty()
        : Optional.of(edges.getFirst());
  }

  boolean hasHorizon() {
    return !nodes.isEmpty() && !nodes.getLast().released();
  }

  boolean isActive() {
    return !nodes.isEmpty() || !waiting.isEmpty();
  }

  /** The action to do now, if any. */
  Optional<Action> currentAction() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getFirst());
  }

  /** This vehicle does all its actions standing, whatever their blocking type allows. */
  boolean mustStandForActions() {
    return !waiting.isEmpty();
  }

  void endCurrentAction(ActionStatus status, String description) {
    Action action = waiting.removeFirst();
    actions.set(action.actionId(), status, description);
  }

  /** Drops what is left of the order; the ids stay (VDA 5050 2.1, 6.6.3). */
  void dropRest() {
    cancelled = true;
    waiting.forEach(action -> actions.set(action.actionId(), ActionStatus.FAILED, "cancelled"));
    waiting.clear();
    nodes.stream()
        .flatMap(node -> node.actions().stream())
        .forEach(action -> actions.set(action.actionId(), ActionStatus.FAILED, "cancelled"));
    nodes.clear();
    edges.clear();
    errors.removeIf(OrderBook::stops);
  }

  /** It was told which node it stands on. */
  void standAt(String node) {
    lastNodeId = node;
    lastNodeSequenceId = 0;
  }

  /** As after a start with an empty memory, on a node. */
  void forget(String node) {
    taken = Optional.empty();
    orderId = "";
    orderUpdateId = 0;
    lastNodeId = node;
    lastNodeSequenceId = 0;
    cancelled = false;
    nodes.clear();
    edges.clear();
    waiting.clear();
    actions.forgetAll();
    errors.clear();
  }

  ActionLog actions() {
    return actions;
  }

  /** A warning, in the words of its version. */
  void complain(Complaint what, String why, Map<String, String> references) {
    addError(
        new VehicleError(what.in(spec.version()), VehicleError.Level.WARNING, why, references));
  }

  void addError(VehicleError error) {
    errors.remove(error);
    errors.add(error);
    while (errors.size() > ERRORS_KEPT) {
      errors.removeFirst();
    }
  }

  boolean needsHelp() {
    for (VehicleError error : errors) {
      if (stops(error)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stops(VehicleError error) {
    return error.level().compareTo(VehicleError.Level.CRITICAL) >= 0;
  }

  List<VehicleError> errors() {
    return List.copyOf(errors);
  }

  String orderId() {
    return orderId;
  }

  int orderUpdateId() {
    return orderUpdateId;
  }

  String lastNodeId() {
    return lastNodeId;
  }

  int lastNodeSequenceId() {
    return lastNodeSequenceId;
  }

  List<NodeState> nodeStates() {
    return nodes.stream()
        .map(node -> new NodeState(node.nodeId(), node.sequenceId(), node.released()))
        .toList();
  }

  List<EdgeState> edgeStates() {
    return edges.stream()
        .map(edge -> new EdgeState(edge.edgeId(), edge.sequenceId(), edge.released()))
        .toList();
  }
}
