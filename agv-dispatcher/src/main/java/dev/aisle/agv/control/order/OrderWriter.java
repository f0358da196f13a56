package dev.aisle.agv.control.order;

import dev.aisle.agv.control.machine.Handovers;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Energy;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.ControlPoint;
import dev.aisle.device.agv.VehicleOrder.Passage;
import dev.aisle.device.agv.VehicleOrder.Trajectory;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the vehicle's way as VDA 5050 orders. An order ends where something is done, so the next
 * begins on a vehicle that stands idle. An update begins with the last node of the base exactly as
 * it was told before; what of it a vehicle hears again depends on its version.
 */
final class OrderWriter {
  /** Nodes shown to the vehicle beyond its base. */
  private static final int HORIZON = 8;

  /** How far from a node still counts as there, in metres. */
  private static final double DEVIATION_M = 0.3;

  /** A vehicle that was cancelled between two nodes may be this far from the last, in metres. */
  private static final double FARTHEST_OFF_M = 2.0;

  private static final String CORRIDOR = "order.edges.corridor";
  private static final String TRAJECTORY = "order.edges.trajectory";

  private final Draft draft;
  private final VehicleTrack track;
  private final OrderLimits limits;

  OrderWriter(Draft draft, VehicleTrack track) {
    this.draft = draft;
    this.track = track;
    this.limits = track.limits();
  }

  /** A new order, from where the vehicle stands. */
  public VehicleOrder begin(long releasedTo) {
    track.counter++;
    String orderId = name();
    boolean leavesCharger = track.charger || track.state.map(State::charging).orElse(false);
    long first = track.reached;
    if (releasedTo > first && track.visit(first + 1).node().equals(track.here().node())) {
      first++;
      track.reach(first, draft.now);
    }
    track.firstVisit = first;
    track.released = releasedTo;
    track.charger = false;
    return order(orderId, 0, first, legEnd(first), leavesCharger);
  }

  private String name() {
    String full = "%s-%d".formatted(track.spec.id(), track.counter);
    return limits.fitting(full).equals(full) ? full : Integer.toString(track.counter);
  }

  /** An update that only takes the horizon back, so that the order is at its end. */
  VehicleOrder endHere() {
    VehicleOrder last = track.sent.orElseThrow();
    long here = track.released;
    return order(last.orderId(), last.orderUpdateId() + 1, here, here, false);
  }

  /** The next update of the order under way, stitched on at the end of its base. */
  VehicleOrder extend(long releasedTo) {
    VehicleOrder last = track.sent.orElseThrow();
    long stitch = track.released;
    track.released = releasedTo;
    return order(last.orderId(), last.orderUpdateId() + 1, stitch, legEnd(stitch), false);
  }

  /** Last visit that an order or update beginning at the first may release. */
  public static long farthest(VehicleTrack track, long first) {
    OrderLimits limits = track.limits();
    return Math.min(first + limits.mostNodes() - 1, track.reached + limits.mostAhead());
  }

  private VehicleOrder order(
      String orderId, int updateId, long first, long last, boolean leavesCharger) {
    List<VehicleOrder.Node> nodes = new ArrayList<>();
    List<VehicleOrder.Edge> edges = new ArrayList<>();
    for (long index = first; index <= last; index++) {
      Visit visit = track.visit(index);
      if (index > first) {
        edges.add(edge(track.visit(index - 1), visit));
      }
      boolean begins = updateId == 0 && index == first;
      nodes.add(
          node(
              visit,
              begins ? reachM(visit) : DEVIATION_M,
              actions(orderId, visit, leavesCharger && begins && last > first)));
    }
    if (updateId > 0) {
      toldBefore(nodes.getFirst()).ifPresent(told -> nodes.set(0, told));
    }
    return new VehicleOrder(track.spec.id(), orderId, updateId, nodes, edges);
  }

  /** The stitching node as the vehicle heard of it last. */
  private Optional<VehicleOrder.Node> toldBefore(VehicleOrder.Node stitch) {
    return track.sent.stream()
        .flatMap(order -> order.nodes().stream())
        .filter(node -> node.released() && node.sequenceId() == stitch.sequenceId())
        .findFirst();
  }

  private long legEnd(long first) {
    long last = track.released;
    while (last < track.lastIndex()
        && last - track.released < HORIZON
        && last < farthest(track, first)
        && track.visit(last).stop().isEmpty()) {
      last++;
    }
    return last;
  }

  private int sequenceId(Visit visit) {
    return (int) (visit.index() - track.firstVisit) * 2;
  }

  /** The first node of an order must contain the vehicle where it stands (VDA 5050 2.1, 6.6.2). */
  private double reachM(Visit visit) {
    Node place = draft.map.node(visit.node());
    return track
        .state
        .flatMap(State::pose)
        .filter(Pose::localized)
        .filter(p -> place.map().isEmpty() || p.mapId().equals(place.map()))
        .map(p -> new Point(p.xM(), p.yM()))
        .map(
            at ->
                Math.clamp(
                    at.distanceM(place.point()) + 0.1,
                    DEVIATION_M,
                    isOnTheWay(at, visit) ? Double.MAX_VALUE : FARTHEST_OFF_M))
        .orElse(DEVIATION_M);
  }

  /** On the lane that it is released to it may be anywhere. */
  private boolean isOnTheWay(Point at, Visit visit) {
    if (track.released <= visit.index()) {
      return false;
    }
    int lane = draft.map.laneBetween(visit.node(), track.visit(visit.index() + 1).node());
    List<Point> way = lane < 0 ? List.of() : draft.map.wayOf(lane);
    for (int i = 1; i < way.size(); i++) {
      if (at.distanceToM(way.get(i - 1), way.get(i)) <= DEVIATION_M) {
        return true;
      }
    }
    return false;
  }

  private VehicleOrder.Node node(
      Visit visit, double deviationM, List<VehicleOrder.Action> actions) {
    Node place = draft.map.node(visit.node());
    return new VehicleOrder.Node(
        place.id(),
        sequenceId(visit),
        visit.index() <= track.released,
        place.xM(),
        place.yM(),
        deviationM,
        track.mapId(place),
        actions);
  }

  /** Name of the edge between two nodes, as the vehicle is told it. */
  static String edgeId(OrderLimits limits, String from, String to) {
    return limits.fitting(from + "-" + to);
  }

  private VehicleOrder.Edge edge(Visit from, Visit to) {
    int lane = draft.map.laneBetween(from.node(), to.node());
    Optional<Double> speed =
        lane < 0
            ? Optional.empty()
            : Optional.of(
                Math.min(track.speedMps(), draft.map.laneSpeedMps(lane, track.spec.type())));
    return new VehicleOrder.Edge(
        edgeId(limits, from.node(), to.node()),
        sequenceId(to) - 1,
        to.index() <= track.released,
        from.node(),
        to.node(),
        speed,
        lane < 0 ? Passage.PLAIN : passage(draft.map.lanes().get(lane).way()));
  }

  private Passage passage(LaneWay way) {
    return new Passage(
        Optional.empty(),
        Optional.empty(),
        way.heading().map(h -> new VehicleOrder.Heading(h.angleRad(), h.tangential())),
        Optional.empty(),
        Optional.empty(),
        limits.knows(CORRIDOR) ? way.corridor() : Optional.empty(),
        limits.knows(TRAJECTORY) ? way.curve().map(OrderWriter::trajectory) : Optional.empty());
  }

  private static Trajectory trajectory(Curve curve) {
    return new Trajectory(
        curve.degree(),
        curve.knots(),
        curve.controlPoints().stream()
            .map(p -> new ControlPoint(p.at().xM(), p.at().yM(), p.weight()))
            .toList());
  }

  private List<VehicleOrder.Action> actions(String orderId, Visit visit, boolean leavesCharger) {
    List<VehicleOrder.Action> actions = new ArrayList<>();
    if (leavesCharger && track.can.canAtNode("stopCharging")) {
      actions.add(action(orderId + ":uncharge", "stopCharging", Map.of()));
    }
    visit.stop().flatMap(s -> action(orderId, visit, s)).ifPresent(actions::add);
    return actions;
  }

  private Optional<VehicleOrder.Action> action(String orderId, Visit visit, Stop stop) {
    if (Handovers.of(draft).withholds(track, visit)) {
      return Optional.empty();
    }
    NodeKind kind = draft.map.node(visit.node()).kind();
    return switch (stop.kind()) {
      case PARK ->
          kind == NodeKind.CHARGER && Ability.CHARGE.isIn(track.can)
              ? Optional.of(action(Energy.chargeActionId(orderId), "startCharging", Map.of()))
              : Optional.empty();
      case STAND -> Optional.empty();
      case PICK -> load(stop, "pick", kind);
      case DROP -> load(stop, "drop", kind);
      case CALL -> Optional.empty();
    };
  }

  private Optional<VehicleOrder.Action> load(Stop stop, String type, NodeKind kind) {
    Optional<TransportRecord> record = stop.transport().map(draft.transports::get);
    return record.map(
        t ->
            action(
                t.actionId(type),
                type,
                Map.of(
                    "loadId",
                    t.request().loadId(),
                    "stationType",
                    kind.name().toLowerCase(Locale.ROOT))));
  }

  private VehicleOrder.Action action(String id, String type, Map<String, String> parameters) {
    return new VehicleOrder.Action(
        limits.fitting(id), type, limits.blocking(type), limits.parameters(type, parameters));
  }
}
