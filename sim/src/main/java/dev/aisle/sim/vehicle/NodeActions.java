package dev.aisle.sim.vehicle;

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
    return action.type().endsWith("Charging") ? CHARGER_CONTACT_S : forkS;
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
