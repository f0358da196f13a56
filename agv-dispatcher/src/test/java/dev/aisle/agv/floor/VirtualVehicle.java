package dev.aisle.agv.floor;

import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.EdgeState;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A vehicle that drives and acts as VDA 5050 2.1 wants it, at an uneven pace. */
final class VirtualVehicle {
  /** The floor as the vehicle touches it. */
  interface Ground {
    /** The load standing at a node is taken; false if another or none stands there. */
    boolean take(String node, String loadId);

    boolean put(String node, String loadId);

    /** A vehicle is halfway between two nodes, with a load or without. */
    default void passes(String from, String to, Optional<String> loadId) {}
  }

  final VehicleSpec spec;
  private final Roadmap map;
  private final Random random;
  private final Ground ground;
  private final Map<String, ActionState> actions = new LinkedHashMap<>();
  private final List<VehicleOrder.Node> ahead = new ArrayList<>();
  private final List<VehicleOrder.Action> todo = new ArrayList<>();
  private Optional<VehicleOrder.Node> under;
  private double drivenM;
  private double pace = 1;
  private double stallS;
  private double actionS = -1;
  private String orderId = "";
  private int updateId;
  private String node;
  private int sequenceId;
  private double theta;
  Optional<String> load = Optional.empty();
  double battery = 90;
  boolean charging;
  private long header;
  boolean changed = true;
  int rejected;

  VirtualVehicle(VehicleSpec spec, Roadmap map, Random random, Ground ground) {
    this.spec = spec;
    this.map = map;
    this.random = random;
    this.ground = ground;
    node = spec.parksAt();
    under = Optional.empty();
  }

  /** Put there by people before anybody controlled it. */
  void standOn(String place) {
    node = place;
  }

  void receive(VehicleOrder order) {
    if (order.orderId().equals(orderId)) {
      if (order.orderUpdateId() <= updateId) {
        return;
      }
      VehicleOrder.Node first = order.nodes().getFirst();
      String endId = node;
      int endSequence = sequenceId;
      for (VehicleOrder.Node n : ahead) {
        if (n.released()) {
          endId = n.nodeId();
          endSequence = n.sequenceId();
        }
      }
      if (!first.nodeId().equals(endId) || first.sequenceId() != endSequence) {
        rejected++;
        return;
      }
      ahead.removeIf(n -> !n.released());
      ahead.addAll(order.nodes().subList(1, order.nodes().size()));
    } else {
      VehicleOrder.Node first = order.nodes().getFirst();
      boolean here =
          first.nodeId().equals(node)
              && Math.hypot(first.xM() - xM(), first.yM() - yM()) <= first.deviationM();
      if (!ahead.isEmpty() || !todo.isEmpty() || !here) {
        rejected++;
        return;
      }
      orderId = order.orderId();
      actions.clear();
      sequenceId = 0;
      ahead.addAll(order.nodes().subList(1, order.nodes().size()));
      todo.addAll(first.actions());
      todo.forEach(a -> mark(a, ActionStatus.WAITING));
    }
    updateId = order.orderUpdateId();
    changed = true;
  }

  /** Switches off and on, on the way too: the order is gone, the load is not. */
  boolean reboot() {
    if (actionS >= 0) {
      return false;
    }
    orderId = "";
    updateId = 0;
    sequenceId = 0;
    ahead.clear();
    todo.clear();
    actions.clear();
    header = 0;
    changed = true;
    return true;
  }

  void tick(double seconds) {
    battery = Math.clamp(battery + seconds * (charging ? 0.5 : -0.02), 0.0, 100.0);
    if (random.nextDouble() < 0.02) {
      pace = 0.4 + 0.6 * random.nextDouble();
    }
    if (random.nextDouble() < 0.0005) {
      stallS = 5 + random.nextInt(15);
    }
    if (stallS > 0) {
      stallS -= seconds;
      return;
    }
    if (!todo.isEmpty()) {
      act(seconds);
    } else if (!ahead.isEmpty() && ahead.getFirst().released()) {
      drive(seconds);
    }
  }

  private void drive(double seconds) {
    if (charging) {
      throw new IllegalStateException(spec.id() + " drives off while charging");
    }
    boolean setsOut = under.isEmpty();
    if (!setsOut && !under.get().nodeId().equals(ahead.getFirst().nodeId())) {
      throw new IllegalStateException(spec.id() + " is sent elsewhere between nodes");
    }
    under = Optional.of(ahead.getFirst());
    if (setsOut) {
      drivenM = 0;
      Node to = map.node(under.get().nodeId());
      theta = Math.atan2(to.yM() - here().yM(), to.xM() - here().xM());
    }
    VehicleOrder.Node target = under.get();
    int lane = map.laneBetween(node, target.nodeId());
    if (lane < 0) {
      throw new IllegalStateException("no lane from " + node + " to " + target.nodeId());
    }
    boolean before = drivenM < map.laneLengthM(lane) / 2 || map.isRide(lane);
    drivenM += pace * Math.min(spec.maxSpeedMps(), map.laneSpeedMps(lane)) * seconds;
    if (before && drivenM >= map.laneLengthM(lane) / 2) {
      ground.passes(node, target.nodeId(), load);
    }
    if (drivenM >= map.laneLengthM(lane)) {
      ahead.removeFirst();
      node = target.nodeId();
      sequenceId = target.sequenceId();
      under = Optional.empty();
      todo.addAll(target.actions());
      todo.forEach(a -> mark(a, ActionStatus.WAITING));
      changed = true;
    }
  }

  private void act(double seconds) {
    VehicleOrder.Action action = todo.getFirst();
    if (actionS < 0) {
      actionS = 3 + random.nextDouble() * 9;
      mark(action, ActionStatus.RUNNING);
      changed = true;
      return;
    }
    actionS -= seconds;
    if (actionS >= 0) {
      return;
    }
    actionS = -1;
    todo.removeFirst();
    boolean done =
        switch (action.type()) {
          case "pick" -> pick(action.parameters().get("loadId"));
          case "drop" -> drop();
          case "startCharging" -> {
            charging = true;
            yield true;
          }
          case "stopCharging" -> {
            charging = false;
            yield true;
          }
          default -> false;
        };
    mark(action, done ? ActionStatus.FINISHED : ActionStatus.FAILED);
    changed = true;
  }

  private boolean pick(String loadId) {
    if (load.isPresent() || !ground.take(node, loadId)) {
      return false;
    }
    load = Optional.of(loadId);
    return true;
  }

  private boolean drop() {
    if (load.isEmpty() || !ground.put(node, load.get())) {
      return false;
    }
    load = Optional.empty();
    return true;
  }

  private void mark(VehicleOrder.Action action, ActionStatus status) {
    actions.put(action.actionId(), new ActionState(action.actionId(), action.type(), status, ""));
  }

  private Node here() {
    return map.node(node);
  }

  double xM() {
    return here().xM() + drivenOn() * Math.cos(theta);
  }

  double yM() {
    return here().yM() + drivenOn() * Math.sin(theta);
  }

  String mapId() {
    return here().map().isEmpty() ? spec.mapId() : here().map();
  }

  /** The node that it has left last, or stands on. */
  String node() {
    return node;
  }

  /** The node that it drives to just now. */
  Optional<String> drivesTo() {
    return under.map(VehicleOrder.Node::nodeId);
  }

  double theta() {
    return theta;
  }

  private double drivenOn() {
    return under.isPresent() ? drivenM : 0;
  }

  State report(Instant at) {
    changed = false;
    header++;
    return new State(
        spec.id(),
        at,
        header,
        orderId,
        updateId,
        node,
        sequenceId,
        ahead.stream().map(n -> new NodeState(n.nodeId(), n.sequenceId(), n.released())).toList(),
        ahead.stream().map(n -> new EdgeState("e", n.sequenceId() - 1, n.released())).toList(),
        Optional.of(new Pose(xM(), yM(), theta, mapId(), true)),
        under.isPresent() && !ahead.isEmpty(),
        false,
        false,
        OperatingMode.AUTOMATIC,
        battery,
        charging,
        load.map(l -> List.of(new Load(l, "pallet"))).orElse(List.of()),
        List.copyOf(actions.values()),
        List.of(),
        false);
  }

  @Override
  public String toString() {
    return "%s at %s seq %d order %s/%d ahead %s todo %d load %s"
        .formatted(
            spec.id(),
            node,
            sequenceId,
            orderId,
            updateId,
            ahead.stream().map(n -> n.nodeId() + (n.released() ? "" : "?")).toList(),
            todo.size(),
            load.orElse("-"));
  }
}
