package dev.aisle.agv.control;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.io.FloorMachines;
import dev.aisle.agv.control.io.TransportView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.passage.door.Doorway;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dispatcher one talks to by hand. The floor: a one-way square A, B, C, D of 4 m; home H1 at A,
 * H2 at B, dock D1 at C, slot S1 at D.
 */
final class Desk {
  static final VehicleId ONE = new VehicleId("AGV-01");
  static final VehicleId TWO = new VehicleId("AGV-02");
  static final Instant START = Instant.parse("2026-03-01T06:00:00Z");

  static final Roadmap MAP = map();

  final List<VehicleOrder> orders = new ArrayList<>();
  final List<InstantAction> actions = new ArrayList<>();
  final List<DispatchOutput.MoveDoor> moves = new ArrayList<>();
  final List<DispatchOutput.MoveLift> lifts = new ArrayList<>();
  final List<DispatchOutput.TellStation> signals = new ArrayList<>();
  final List<DispatchOutput.SendZones> zoneSets = new ArrayList<>();
  final List<DispatchOutput.Answer> answers = new ArrayList<>();
  final List<TransportEvent> events = new ArrayList<>();
  Instant now = START;
  FleetState state;
  DispatchJournal stored = DispatchJournal.empty();
  private final List<DispatchInput> inputs = new ArrayList<>();
  private final List<VehicleSpec> specs;
  private final FloorMachines machines;
  private final Roadmap map;
  private long header;

  Desk(VehicleId... vehicles) {
    this(MAP, vehicles);
  }

  /** On another floor, with the same homes. */
  Desk(Roadmap map, VehicleId... vehicles) {
    this(map, FloorMachines.NONE, vehicles);
  }

  /** With doors, which say nothing by themselves. */
  Desk(Roadmap map, List<Doorway> doors, VehicleId... vehicles) {
    this(map, FloorMachines.doors(doors), vehicles);
  }

  /** With machines, which say nothing by themselves. */
  Desk(Roadmap map, FloorMachines machines, VehicleId... vehicles) {
    this.map = map;
    this.machines = machines;
    specs = new ArrayList<>();
    for (VehicleId id : vehicles) {
      String home = id.equals(ONE) ? "H1" : "H2";
      specs.add(new VehicleSpec(id, 1.2, 0.8, 1.5, home, "hall"));
    }
    state = Dispatcher.start(map, specs, new ChargingPolicy(25, 80), machines, stored);
  }

  private static Roadmap map() {
    List<Node> nodes =
        List.of(
            new Node("A", 0, 0, NodeKind.LANE),
            new Node("B", 4, 0, NodeKind.LANE),
            new Node("C", 4, 4, NodeKind.LANE),
            new Node("D", 0, 4, NodeKind.LANE),
            new Node("H1", -2, 0, NodeKind.CHARGER),
            new Node("H2", 6, 0, NodeKind.CHARGER),
            new Node("D1", 6, 4, NodeKind.DOCK),
            new Node("S1", -2, 4, NodeKind.SLOT));
    List<Lane> lanes = new ArrayList<>();
    String[] ring = {"A", "B", "C", "D", "A"};
    for (int i = 0; i < 4; i++) {
      lanes.add(new Lane(ring[i], ring[i + 1], 1.0));
    }
    for (String[] spur : new String[][] {{"A", "H1"}, {"B", "H2"}, {"C", "D1"}, {"D", "S1"}}) {
      lanes.add(new Lane(spur[0], spur[1], 0.5));
      lanes.add(new Lane(spur[1], spur[0], 0.5));
    }
    return Roadmap.of(nodes, lanes, List.of());
  }

  static TransportRequest request(String id, String from, String to) {
    return new TransportRequest(new TransportId(id), "LOAD-" + id, from, to, 0, START);
  }

  Desk submit(TransportRequest request) {
    inputs.add(new DispatchInput.Submit(request));
    return step();
  }

  Desk tell(DispatchInput input) {
    inputs.add(input);
    return step();
  }

  Desk connection(VehicleId vehicle, ConnectionState connection) {
    return tell(new DispatchInput.Report(new VehicleReport.Connection(vehicle, now, connection)));
  }

  Desk after(long seconds) {
    now = now.plusSeconds(seconds);
    return step();
  }

  Desk step() {
    StepResult result = Dispatcher.step(state, now, inputs);
    inputs.clear();
    state = result.state();
    stored = result.journal();
    for (DispatchOutput output : result.outputs()) {
      switch (output) {
        case DispatchOutput.SendOrder sent -> orders.add(sent.order());
        case DispatchOutput.SendAction sent -> actions.add(sent.action());
        case DispatchOutput.MoveDoor move -> moves.add(move);
        case DispatchOutput.MoveLift move -> lifts.add(move);
        case DispatchOutput.TellStation tell -> signals.add(tell);
        case DispatchOutput.SendZones sent -> zoneSets.add(sent);
        case DispatchOutput.Answer sent -> answers.add(sent);
        case DispatchOutput.Happened happened -> events.add(happened.event());
      }
    }
    return this;
  }

  Desk restart() {
    state = Dispatcher.start(map, specs, new ChargingPolicy(25, 80), machines, stored);
    moves.clear();
    lifts.clear();
    orders.clear();
    actions.clear();
    events.clear();
    return this;
  }

  VehicleOrder lastOrder() {
    return orders.getLast();
  }

  VehicleView vehicle(VehicleId id) {
    return state.view(now).vehicles().stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  TransportView transport(String id) {
    return state.view(now).transports().stream()
        .filter(t -> t.request().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  <E> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Said says(VehicleId vehicle) {
    return new Said(vehicle);
  }

  /** Follows its orders to where something is to be done, and does it. */
  Desk obey(VehicleId vehicle) {
    VehicleOrder order = driveUp(vehicle);
    VehicleOrder.Node end = end(order);
    Said said = says(vehicle).follows(order).at(end.nodeId(), end.sequenceId());
    end.actions().forEach(a -> said.did(a.actionId(), a.type(), ActionStatus.FINISHED));
    String type = end.actions().getLast().type();
    if (type.equals("pick")) {
      said.carries(end.actions().getLast().parameters().get("loadId"));
    }
    return said.send();
  }

  /** Follows its orders as far as the base leads, until it ends where something is to be done. */
  VehicleOrder driveUp(VehicleId vehicle) {
    for (int i = 0; i < 20; i++) {
      VehicleOrder order =
          orders.stream()
              .filter(o -> o.vehicle().equals(vehicle))
              .reduce((a, b) -> b)
              .orElseThrow();
      VehicleOrder.Node end = end(order);
      if (!end.actions().isEmpty()) {
        return order;
      }
      Said said = says(vehicle).follows(order).at(end.nodeId(), end.sequenceId());
      boolean loaded = transportStage(vehicle).map(s -> s.isLoaded()).orElse(false);
      if (loaded) {
        said.carries(loadOf(vehicle));
      }
      said.send();
      now = now.plusSeconds(1);
    }
    throw new AssertionError("the order never ends in an action");
  }

  private Optional<dev.aisle.agv.transport.TransportStage> transportStage(VehicleId vehicle) {
    return vehicle(vehicle).transport().map(t -> transport(t.value()).stage());
  }

  private String loadOf(VehicleId vehicle) {
    return transport(vehicle(vehicle).transport().orElseThrow().value()).request().loadId();
  }

  static VehicleOrder.Node end(VehicleOrder order) {
    return order.nodes().stream()
        .filter(VehicleOrder.Node::released)
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  /** One state of one vehicle, put together word by word. */
  final class Said {
    private final VehicleId vehicle;
    private String orderId = "";
    private int updateId;
    private String node = "";
    private int sequence;
    private OperatingMode mode = OperatingMode.AUTOMATIC;
    private Optional<VehicleReport.Pose> pose = Optional.empty();
    private double battery = 90;
    private boolean charging;
    private boolean paused;
    private final List<Load> loads = new ArrayList<>();
    private final List<ActionState> did = new ArrayList<>();
    private final List<NodeState> ahead = new ArrayList<>();
    private final List<VehicleError> errors = new ArrayList<>();
    private Optional<VehicleOrder> followed = Optional.empty();

    private Said(VehicleId vehicle) {
      this.vehicle = vehicle;
    }

    Said follows(VehicleOrder order) {
      orderId = order.orderId();
      updateId = order.orderUpdateId();
      followed = Optional.of(order);
      return at(order.nodes().getFirst().nodeId(), order.nodes().getFirst().sequenceId());
    }

    Said follows(String order) {
      orderId = order;
      return this;
    }

    Said at(String nodeId, int sequenceId) {
      node = nodeId;
      sequence = sequenceId;
      return this;
    }

    /** Nothing is left to it of the order that it follows. */
    Said nothingAhead() {
      followed = Optional.empty();
      return this;
    }

    Said complains(String type, Map<String, String> references) {
      errors.add(new VehicleError(type, VehicleError.Level.WARNING, "no", references));
      return this;
    }

    Said refuses(String type, VehicleOrder order) {
      return complains(
          type,
          Map.of(
              "orderId",
              order.orderId(),
              "orderUpdateId",
              Integer.toString(order.orderUpdateId())));
    }

    Said ahead(String nodeId, int sequenceId, boolean released) {
      ahead.add(new NodeState(nodeId, sequenceId, released));
      return this;
    }

    Said mode(OperatingMode newMode) {
      mode = newMode;
      return this;
    }

    Said near(double xM, double yM) {
      pose = Optional.of(new VehicleReport.Pose(xM, yM, 0, "hall", true));
      return this;
    }

    Said battery(double percent) {
      battery = percent;
      return this;
    }

    Said paused() {
      paused = true;
      return this;
    }

    Said charging() {
      charging = true;
      return this;
    }

    Said carries(String loadId) {
      loads.add(new Load(loadId, "pallet"));
      return this;
    }

    Said did(String actionId, String type, ActionStatus status) {
      did.add(new ActionState(actionId, type, status, status == ActionStatus.FAILED ? "no" : ""));
      return this;
    }

    Desk send() {
      return send(++header);
    }

    Desk send(long headerId) {
      followed.stream()
          .flatMap(order -> order.nodes().stream())
          .filter(node -> node.sequenceId() > sequence)
          .forEach(node -> ahead(node.nodeId(), node.sequenceId(), node.released()));
      return tell(
          new DispatchInput.Report(
              new State(
                  vehicle, now, headerId, orderId, updateId, node, sequence, ahead, List.of(), pose,
                  false, paused, false, mode, battery, charging, loads, did, errors, false)));
    }
  }
}
