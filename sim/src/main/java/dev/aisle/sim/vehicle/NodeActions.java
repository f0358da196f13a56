package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.world.TaggedUnit;
import java.util.Map;
import java.util.Optional;

/** Does the actions of the node the vehicle stands on, one after the other. */
final class NodeActions {
  static final double NOT_BEGUN = -1;

  private static final double CHARGER_CONTACT_S = 2.0;
  private static final double DETECTING_S = 1.0;
  private static final double POSITIONING_S = 2.0;

  /** Until it is told, or the order is cancelled. */
  private static final double UNTIL_TRIGGERED_S = 1e9;

  private final String vehicle;
  private final Version version;
  private final LoadHandling floor;
  private final OrderBook order;
  private final double forkS;
  private final Ailments ailments;
  private double leftS;
  private int changes;

  NodeActions(
      VehicleSpec spec, LoadHandling floor, OrderBook order, Ailments ailments, double leftS) {
    this.ailments = ailments;
    forkS = spec.kinematics().forkS();
    this.vehicle = spec.id().value();
    this.version = spec.version();
    this.floor = floor;
    this.order = order;
    this.leftS = leftS;
  }

  double leftS() {
    return leftS;
  }

  boolean isRunning() {
    return leftS >= 0;
  }

  /** Rises with every change of an action's status. */
  int changes() {
    return changes;
  }

  Optional<TaggedUnit> load() {
    return floor.loadOf(vehicle);
  }

  boolean chargerHere() {
    return floor.hasCharger(order.lastNodeId());
  }

  Body step(Body body, double dtS) {
    Optional<Action> current = order.currentAction();
    if (current.isEmpty() || body.isMoving()) {
      return body;
    }
    Action action = current.get();
    if (order.actions().isRetriable(action)) {
      return body;
    }
    if (!isRunning()) {
      leftS = durationS(action);
      order.actions().set(action.actionId(), ActionStatus.RUNNING, "");
      changes++;
      return body;
    }
    leftS -= dtS;
    if (leftS > 0) {
      return body;
    }
    leftS = NOT_BEGUN;
    changes++;
    return finish(action, body);
  }

  private double durationS(Action action) {
    return switch (action.type()) {
      case "startCharging", "stopCharging" -> CHARGER_CONTACT_S;
      case "detectObject" -> DETECTING_S;
      case "finePositioning" -> POSITIONING_S;
      case "waitForTrigger" -> UNTIL_TRIGGERED_S;
      default -> forkS;
    };
  }

  boolean isWaitingForTrigger() {
    return isRunning()
        && order.currentAction().filter(a -> a.type().equals("waitForTrigger")).isPresent();
  }

  /** What it waits for has happened; false if it waits for nothing. */
  boolean trigger() {
    boolean waits = isWaitingForTrigger();
    leftS = waits ? 0 : leftS;
    return waits;
  }

  /**
   * Somebody says whether a failed action is tried again ({@code retry}) or has failed for good
   * ({@code skipRetry}); false if none of that name waits for this.
   */
  boolean answer(InstantAction word) {
    Optional<Action> current = order.currentAction().filter(order.actions()::isRetriable);
    if (current.isEmpty()
        || !current.get().actionId().equals(word.parameters().getOrDefault("actionId", ""))) {
      return false;
    }
    changes++;
    if (word.type().equals("retry")) {
      order.actions().set(current.get().actionId(), ActionStatus.WAITING, "");
    } else {
      fail(current.get(), "hardwareError", "it did not work");
    }
    return true;
  }

  /** Whatever was going on is broken off. */
  void breakOff() {
    leftS = NOT_BEGUN;
    changes++;
  }

  void loseLoad() {
    floor.loseLoad(vehicle);
    changes++;
  }

  private Body finish(Action action, Body body) {
    if (ailments.failsNext()) {
      if (version.hasZones()) {
        order.actions().set(action.actionId(), ActionStatus.RETRIABLE, "it did not work");
        return body;
      }
      fail(action, "hardwareError", "it did not work");
      return body;
    }
    String node = order.lastNodeId();
    switch (action.type()) {
      case "pick" -> {
        if (load().isPresent()) {
          fail(action, "loadHandlingError", "already carries a load");
        } else if (floor.pickUp(node, vehicle).isEmpty()) {
          fail(action, "noLoad", "nothing stands on " + node);
        } else {
          order.endCurrentAction(ActionStatus.FINISHED, "");
        }
      }
      case "drop" -> {
        if (load().isEmpty()) {
          fail(action, "loadHandlingError", "carries nothing");
        } else if (!floor.putDown(vehicle, node)) {
          fail(action, "nodeOccupied", "something stands on " + node);
        } else {
          order.endCurrentAction(ActionStatus.FINISHED, "");
        }
      }
      case "startCharging" -> {
        if (chargerHere()) {
          order.endCurrentAction(ActionStatus.FINISHED, "");
          return body.withCharging(true);
        }
        fail(action, "noCharger", "no charger at " + node);
      }
      case "stopCharging" -> {
        order.endCurrentAction(ActionStatus.FINISHED, "");
        return body.withCharging(false);
      }
      case "detectObject", "finePositioning", "waitForTrigger" ->
          order.endCurrentAction(ActionStatus.FINISHED, "");
      default -> fail(action, Complaint.UNKNOWN_ACTION.in(version), "cannot do " + action.type());
    }
    return body;
  }

  /** The vehicle stands and waits until the order is cancelled: a person or controller decides. */
  private void fail(Action action, String errorType, String why) {
    order.endCurrentAction(ActionStatus.FAILED, why);
    order.addError(
        new VehicleError(
            errorType,
            version.hasZones() ? VehicleError.Level.CRITICAL : VehicleError.Level.FATAL,
            why,
            Map.of("orderId", order.orderId(), "actionId", action.actionId())));
  }
}
