package dev.aisle.sim.fleet.control;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.sim.fleet.control.FleetController.Waiting;
import dev.aisle.sim.fleet.floors.FleetFloor.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One vehicle of a {@link GreedyReservation}: its way, what of it is reserved, and its order. */
final class GreedyRide {
  private static final int MOST_AHEAD = 6;
  private static final double DEVIATION_M = 0.3;

  private enum Leg {
    FETCH,
    BRING,
    HOME
  }

  private final VehicleId id;
  private final String home;
  private final Roadmap map;
  private final String mapId;
  private Optional<State> state = Optional.empty();
  private Optional<TransportRequest> transport = Optional.empty();
  private Optional<TransportRequest> finished = Optional.empty();
  private Optional<VehicleId> blocker = Optional.empty();
  private Optional<VehicleOrder> sent = Optional.empty();
  private Optional<Instant> sentAt = Optional.empty();
  private Leg leg = Leg.HOME;
  private List<String> way;
  private int reached;
  private int claimed;
  private int told;
  private int orders;
  private int update;

  GreedyRide(Member member, Roadmap map) {
    id = member.vehicle().id();
    home = member.home();
    mapId = member.vehicle().mapId();
    this.map = map;
    way = List.of(member.vehicle().startNode());
  }

  VehicleId id() {
    return id;
  }

  String node() {
    return way.get(reached);
  }

  boolean isHeard() {
    return state.isPresent();
  }

  boolean carries(TransportId request) {
    return transport.map(TransportRequest::id).equals(Optional.of(request));
  }

  /** Has nothing to do but to go home, and has not been told to yet. */
  boolean isIdle() {
    return isHeard() && transport.isEmpty() && reached == way.size() - 1 && isMirrored();
  }

  void take(TransportRequest request) {
    transport = Optional.of(request);
    setOut(Leg.FETCH, request.fromNode());
  }

  private void setOut(Leg next, String goal) {
    leg = next;
    way = route(node(), goal);
    reached = 0;
    claimed = 0;
    told = -1;
    update = 0;
    orders++;
    sent = Optional.empty();
    blocker = Optional.empty();
  }

  private List<String> route(String from, String goal) {
    List<String> nodes = new ArrayList<>(List.of(from));
    long[] left = map.travelMsTo(map.number(goal), 1);
    String node = from;
    while (!node.equals(goal)) {
      String best = "";
      long least = Long.MAX_VALUE;
      for (int lane : map.lanesOut(map.number(node))) {
        if (left[map.laneTo(lane)] < least) {
          least = left[map.laneTo(lane)];
          best = map.node(map.laneTo(lane)).id();
        }
      }
      if (best.isEmpty()) {
        throw new IllegalStateException("no way from %s to %s".formatted(node, goal));
      }
      nodes.add(best);
      node = best;
    }
    return List.copyOf(nodes);
  }

  void heard(State next) {
    if (state.filter(last -> last.headerId() > next.headerId()).isPresent()) {
      return;
    }
    state = Optional.of(next);
    if (!next.orderId().equals(orderId())) {
      return;
    }
    reached = Math.max(reached, next.lastNodeSequenceId() / 2);
    boolean there = reached == way.size() - 1 && next.nodeStates().isEmpty();
    switch (leg) {
      case FETCH -> {
        if (there && isDone("pick")) {
          transport.ifPresent(request -> setOut(Leg.BRING, request.toNode()));
        }
      }
      case BRING -> {
        if (there && isDone("drop")) {
          finished = transport;
          transport = Optional.empty();
          leg = Leg.HOME;
        }
      }
      case HOME -> {}
    }
  }

  private boolean isDone(String type) {
    return state.stream()
        .flatMap(now -> now.actionStates().stream())
        .anyMatch(
            action ->
                action.actionId().equals(orderId() + ":" + type)
                    && action.status() == ActionStatus.FINISHED);
  }

  /** Once after the load was brought. */
  Optional<TransportRequest> finishedTransport() {
    Optional<TransportRequest> done = finished;
    finished = Optional.empty();
    return done;
  }

  /** Nodes and lanes that it holds: where it is, and what is reserved ahead. */
  List<Integer> places(Conflicts conflicts) {
    List<Integer> places = new ArrayList<>();
    for (int i = reached; i <= claimed; i++) {
      places.add(map.number(way.get(i)));
      if (i > reached) {
        places.add(lane(conflicts, i));
      }
    }
    return places;
  }

  private int lane(Conflicts conflicts, int to) {
    return conflicts.placeOfLane(map.laneBetween(way.get(to - 1), way.get(to)));
  }

  boolean wantsMore() {
    if (isIdle() && !node().equals(home)) {
      setOut(Leg.HOME, home);
    }
    return claimed < way.size() - 1 && claimed - reached < MOST_AHEAD;
  }

  List<Integer> nextPlaces(Conflicts conflicts) {
    return List.of(map.number(way.get(claimed + 1)), lane(conflicts, claimed + 1));
  }

  void advance() {
    claimed++;
  }

  void blockedBy(Optional<VehicleId> other) {
    blocker = other;
  }

  Optional<Waiting> waiting() {
    return reached == claimed && claimed < way.size() - 1
        ? blocker.map(other -> new Waiting(other, way.get(claimed + 1)))
        : Optional.empty();
  }

  private boolean isMirrored() {
    return sent.isEmpty()
        || (state.isPresent()
            && sent.get().orderId().equals(state.get().orderId())
            && sent.get().orderUpdateId() <= state.get().orderUpdateId());
  }

  /** What to send now: more of the way, or the last message again until the state shows it. */
  Optional<VehicleOrder> order(Instant now, Duration again) {
    if (!isMirrored()) {
      boolean due = sentAt.map(at -> !now.isBefore(at.plus(again))).orElse(true);
      sentAt = due ? Optional.of(now) : sentAt;
      return due ? sent : Optional.empty();
    }
    boolean goesNowhere = claimed == 0 && way.size() > 1;
    if (claimed == told || goesNowhere) {
      return Optional.empty();
    }
    sent = Optional.of(written(Math.max(told, 0)));
    told = claimed;
    sentAt = Optional.of(now);
    return sent;
  }

  private VehicleOrder written(int from) {
    List<VehicleOrder.Node> nodes = new ArrayList<>();
    List<VehicleOrder.Edge> edges = new ArrayList<>();
    for (int i = from; i <= claimed; i++) {
      nodes.add(node(i));
      if (i > from) {
        int lane = map.laneBetween(way.get(i - 1), way.get(i));
        edges.add(
            new VehicleOrder.Edge(
                map.lanes().get(lane).id(),
                2 * i - 1,
                true,
                way.get(i - 1),
                way.get(i),
                Optional.of(map.laneSpeedMps(lane))));
      }
    }
    return new VehicleOrder(id, orderId(), update++, nodes, edges);
  }

  private VehicleOrder.Node node(int number) {
    Node place = map.node(way.get(number));
    List<VehicleOrder.Action> actions = List.of();
    if (number == way.size() - 1 && leg != Leg.HOME && transport.isPresent()) {
      String type = leg == Leg.FETCH ? "pick" : "drop";
      actions =
          List.of(
              new VehicleOrder.Action(
                  orderId() + ":" + type,
                  type,
                  VehicleOrder.Blocking.HARD,
                  Map.of("loadId", transport.get().loadId())));
    }
    return new VehicleOrder.Node(
        place.id(), 2 * number, true, place.xM(), place.yM(), DEVIATION_M, mapId, actions);
  }

  private String orderId() {
    return id + "-" + orders;
  }

  @Override
  public String toString() {
    return "%s %s at %s of %s, reserved to %s, held up by %s"
        .formatted(
            id, leg, node(), way, way.get(claimed), blocker.map(VehicleId::value).orElse("nobody"));
  }
}
