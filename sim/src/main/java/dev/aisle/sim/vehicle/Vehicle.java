package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.sim.vehicle.Driving.Leg;
import dev.aisle.sim.vehicle.service.Services;
import dev.aisle.sim.vehicle.zone.ZoneObedience;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle without its radio: takes orders and instant actions in, drives, handles loads, and
 * says when there is something to report. Time comes in as steps. Not thread-safe.
 */
public final class Vehicle {
  /** A vehicle asks for more base when less than this is left, in metres. */
  private static final double NEW_BASE_BELOW_M = 2.5;

  private final VehicleSpec spec;
  private final OrderBook order;
  private final NodeActions nodeActions;
  private final Services services = new Services();
  private final AtOnce atOnce;
  private Body body;
  private boolean paused;
  private boolean betweenNodes;
  private @Nullable String cancelId;
  private @Nullable String pauseId;
  private boolean reportDue = true;
  private boolean factsheetDue;
  private final Ailments ailments = new Ailments();
  private final ZoneObedience zones;
  private final WayAhead way;
  private boolean turning;

  public Vehicle(VehicleSpec spec, LoadHandling floor, Optional<VehicleState> saved) {
    this.spec = spec;
    zones = new ZoneObedience(spec);
    VehicleState from = saved.orElseGet(() -> VehicleState.parked(spec));
    order = new OrderBook(spec, ailments, from.order());
    body = from.body();
    way = new WayAhead(spec, zones, ailments, body);
    paused = from.paused();
    betweenNodes = from.betweenNodes();
    cancelId = from.cancelId();
    pauseId = from.pauseId();
    nodeActions = new NodeActions(spec, floor, order, ailments, from.actionLeftS());
    atOnce = new AtOnce(spec.version(), order, nodeActions, services);
  }

  public VehicleState save() {
    return new VehicleState(
        spec.id().value(),
        body,
        order.save(),
        paused,
        betweenNodes,
        nodeActions.leftS(),
        cancelId,
        pauseId);
  }

  public VehicleSpec spec() {
    return spec;
  }

  public Body body() {
    return body;
  }

  public String lastNodeId() {
    return order.lastNodeId();
  }

  /** True while time alone changes more than the battery. */
  public boolean isBusy() {
    return isDriving() || order.currentAction().isPresent();
  }

  /** Moves or turns (VDA 5050 2.1, 6.10: driving). */
  private boolean isDriving() {
    return body.isMoving() || turning;
  }

  /** True when it has come to where it was going, and has not left again. */
  public boolean isAtNode() {
    return !betweenNodes;
  }

  /** True when it says nothing, whatever there is to say. */
  public boolean isMute() {
    return ailments.isMute() || services.isSilent();
  }

  /** True when something happened that VDA 5050 wants reported at once. */
  public boolean isReportDue() {
    return reportDue;
  }

  /** The same, once. */
  public boolean takeReportDue() {
    boolean due = reportDue;
    reportDue = false;
    return due;
  }

  /** What its connection has become by its own doing, once: asleep, off, awake again. */
  public Optional<ConnectionState> takeConnectionDue() {
    return services.takeConnectionDue();
  }

  /** True once after the factsheet was asked for. */
  public boolean takeFactsheetDue() {
    boolean due = factsheetDue;
    factsheetDue = false;
    return due;
  }

  public void receive(VehicleOrder received) {
    if (ailments.isDown() || services.isResting()) {
      return;
    }
    order.receive(received, body);
    reportDue = true;
  }

  /** Zones of a map, which it obeys once it is told to. */
  public void receive(ZoneSet set) {
    if (!ailments.isDown() && !zones.learn(set)) {
      order.complain(
          Complaint.DUPLICATE_ZONES,
          "zone set %s is known".formatted(set.zoneSetId()),
          Map.of("zoneSetId", set.zoneSetId()));
    }
    reportDue = true;
  }

  /** Answers to what it asked for. */
  public void receive(List<AccessResponse> responses, Instant now) {
    if (ailments.isDown()) {
      return;
    }
    way.corridors().hear(responses, now);
    for (String zone : zones.hear(responses, now)) {
      order.complain(
          Complaint.LEAVE_LOST,
          "leave for zone %s is lost".formatted(zone),
          Map.of("zoneId", zone));
    }
    reportDue = true;
  }

  /**
   * A message came that makes no sense.
   *
   * @param references what could be read of its order id and update id
   */
  public void receiveMalformed(String why, Map<String, String> references) {
    order.complain(Complaint.MALFORMED, why, references);
    reportDue = true;
  }

  public void receive(InstantAction action) {
    if (ailments.isDown() || services.isDeafTo(action.type())) {
      return;
    }
    reportDue = true;
    if (!order.actions().begin(action)) {
      return;
    }
    switch (atOnce.knows(action) ? action.type() : "") {
      case "cancelOrder" -> beginCancel(action);
      case "startPause" -> {
        paused = true;
        pauseId = action.actionId();
      }
      case "stopPause" -> {
        paused = false;
        pauseId = null;
        atOnce.finish(action, "");
      }
      case "initPosition" -> learnWhereItIs(action);
      case "enableZoneSet", "deleteZoneSet" -> {
        if (zones.act(action)) {
          atOnce.finish(action, "");
        } else {
          atOnce.fail(action, Complaint.UNKNOWN_INSTANT_ACTION, "no such zone set");
        }
      }
      case "factsheetRequest" -> {
        factsheetDue = true;
        atOnce.finish(action, "");
      }
      case "startCharging" -> {
        if (!body.isMoving() && nodeActions.chargerHere()) {
          body = body.withCharging(true);
          atOnce.finish(action, "");
        } else {
          atOnce.fail(action, Complaint.NO_CHARGER, "not standing at a charger");
        }
      }
      case "stopCharging" -> {
        body = body.withCharging(false);
        atOnce.finish(action, "");
      }
      default -> atOnce.serve(action);
    }
  }

  private void beginCancel(InstantAction action) {
    boolean cancellable = order.isActive() || order.needsHelp();
    if (cancellable && cancelId == null) {
      cancelId = action.actionId();
    } else if (cancellable) {
      atOnce.fail(action, Complaint.NOTHING_TO_CANCEL, "already cancelling");
    } else {
      atOnce.fail(action, Complaint.NOTHING_TO_CANCEL, "no order is active");
    }
  }

  /** Takes a node as the last one it passed (VDA 5050 2.1, 6.8.1), when it stands without order. */
  private void learnWhereItIs(InstantAction action) {
    String node = action.parameters().getOrDefault("lastNodeId", "");
    if (body.isMoving() || order.isActive() || node.isBlank()) {
      atOnce.fail(action, Complaint.UNKNOWN_INSTANT_ACTION, "not while it has an order");
      return;
    }
    order.standAt(node);
    Optional.ofNullable(action.parameters().get("mapId"))
        .filter(spec::knows)
        .ifPresent(map -> body = body.on(map));
    atOnce.finish(action, "");
  }

  /** Something goes wrong. What lasts goes on until {@link #recover}. */
  public void suffer(VehicleFault fault) {
    boolean toldOf = !(fault instanceof VehicleFault.Slows || fault instanceof VehicleFault.Slips);
    reportDue |= toldOf;
    switch (fault) {
      case VehicleFault.Stops stops -> ailments.stand(true);
      case VehicleFault.Slows(double pace) -> ailments.pace(pace);
      case VehicleFault.Slips(double share) -> ailments.slip(share);
      case VehicleFault.KeepsSilent silent -> ailments.silence();
      case VehicleFault.LosesLoad lost -> nodeActions.loseLoad();
      case VehicleFault.Reboots(boolean remembers) -> {
        ailments.reboot();
        body = body.withSpeed(0);
        if (!remembers) {
          forget(order.lastNodeId());
        }
      }
      case VehicleFault.IsCarried(String node, double xM, double yM) -> {
        body = body.at(xM, yM).withSpeed(0).withCharging(false);
        betweenNodes = false;
        forget(node);
      }
      case VehicleFault.RefusesOrders(int times) -> ailments.refuse(times);
      case VehicleFault.FailsActions(int times) -> ailments.failActions(times);
    }
  }

  private void forget(String node) {
    order.forget(node);
    nodeActions.breakOff();
    zones.forget();
    way.forget(body);
    paused = false;
    cancelId = null;
    pauseId = null;
  }

  /** All that lasts is over. */
  public void recover() {
    reportDue |= ailments.stands() || ailments.isMute();
    ailments.recover();
    services.switchOn();
  }

  /** Lets a little time pass, at most a tenth of a second. */
  public void step(double dtS) {
    boolean wasDriving = isDriving();
    boolean wasCharging = body.charging();
    int actionsBefore = nodeActions.changes();
    reportDue |= ailments.wakes(dtS);
    reportDue |= zones.step(body, order.ahead(), ailments.stands(), dtS);
    reportDue |= way.corridors().step(order.edgeAhead(), ailments.fieldViolated(), dtS);
    reportDue |= atOnce.step(dtS);
    if (cancelId != null && nodeActions.isWaitingForTrigger()) {
      nodeActions.breakOff(); // it fails when the order is cancelled (VDA 5050 3.0, table 5)
    }
    boolean mayBegin = cancelId == null || nodeActions.isRunning();
    if (!paused && !order.needsHelp() && mayBegin && !ailments.isDown()) {
      body = nodeActions.step(body, dtS * ailments.pace());
    }
    drive(dtS);
    body = body.afterBatteryUse(dtS);
    if (body.isMoving() && body.charging()) {
      body = body.withCharging(false);
    }
    if (!ailments.isDown()) {
      finishPauseAndCancel();
    }
    reportDue |=
        wasDriving != isDriving()
            || wasCharging != body.charging()
            || actionsBefore != nodeActions.changes();
  }

  private void drive(double dtS) {
    boolean ends = order.mustStandForActions() || (cancelId != null && !betweenNodes);
    List<Leg> open = ends ? List.of() : way.legs(body, order, cancelId != null);
    boolean shutOut = !ends && open.isEmpty() && betweenNodes;
    List<Leg> legs = shutOut ? way.legsAnyhow(body, order) : open;
    boolean hold = paused || shutOut || services.isResting() || way.holds(body, order);
    Driving.Step step =
        hold
            ? Driving.brake(body, legs, spec.kinematics(), dtS * ailments.grip())
            : Driving.advance(body, legs, spec.kinematics(), dtS * ailments.grip());
    turning = !step.body().isMoving() && step.body().thetaRad() != body.thetaRad();
    if (step.reached() > 0 && step.reached() == legs.size()) {
      betweenNodes = false;
    } else if (step.body().isMoving()) {
      betweenNodes = true;
    }
    body = step.body();
    for (Leg passed : legs.subList(0, step.reached())) {
      if (passed.toNode()) {
        way.setOut(passed);
        body = body.on(order.passNextNode().mapId());
        reportDue = true;
      }
    }
  }

  private void finishPauseAndCancel() {
    if (pauseId != null && !body.isMoving()) {
      order.actions().setInstant(pauseId, ActionStatus.FINISHED, "");
      pauseId = null;
      reportDue = true;
    }
    if (cancelId != null && !betweenNodes && !body.isMoving() && !nodeActions.isRunning()) {
      order.dropRest();
      order.actions().setInstant(cancelId, ActionStatus.FINISHED, "");
      cancelId = null;
      reportDue = true;
    }
  }

  /** The state message of now; header ids are given by the sender. */
  public State report(Instant at) {
    List<Load> loads =
        nodeActions.load().map(unit -> new Load(unit.sscc(), "pallet")).stream().toList();
    return new State(
        spec.id(),
        at,
        0,
        order.orderId(),
        order.orderUpdateId(),
        order.lastNodeId(),
        order.lastNodeSequenceId(),
        order.nodeStates(),
        order.edgeStates(),
        Optional.of(pose()),
        isDriving(),
        paused,
        order.hasHorizon() && BaseAhead.lengthM(body, order.base()) < NEW_BASE_BELOW_M,
        OperatingMode.AUTOMATIC,
        body.batteryPercent(),
        body.charging(),
        loads,
        spec.version().hasZones() ? order.actions().ofOrder() : order.actions().all(),
        order.errors(),
        false,
        BaseAhead.details(
            spec,
            body,
            order,
            zones,
            way.corridors(),
            services.maps(),
            ailments.fieldViolated(),
            at));
  }

  /** The map that it is on. */
  public String mapId() {
    return body.map().isEmpty() ? spec.mapId() : body.map();
  }

  public Pose pose() {
    return new Pose(body.xM(), body.yM(), body.thetaRad(), mapId(), true);
  }

  /** What the vehicle carries. */
  public Optional<String> load() {
    return nodeActions.load().map(unit -> unit.sscc());
  }

  public String orderId() {
    return order.orderId();
  }
}
