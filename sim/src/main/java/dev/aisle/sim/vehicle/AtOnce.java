package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.vda5050.PredefinedAction;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.vehicle.service.Services;
import java.util.Map;

/**
 * Instant actions that change nothing of where the vehicle is or drives, and how all of them end.
 */
final class AtOnce {
  private final Version version;
  private final OrderBook order;
  private final NodeActions nodeActions;
  private final Services services;

  AtOnce(Version version, OrderBook order, NodeActions nodeActions, Services services) {
    this.version = version;
    this.order = order;
    this.nodeActions = nodeActions;
    this.services = services;
  }

  /** False for what only a later version of the standard has a word for. */
  boolean knows(InstantAction action) {
    return PredefinedAction.named(action.type()).filter(one -> !one.isIn(version)).isEmpty();
  }

  void serve(InstantAction action) {
    switch (knows(action) ? action.type() : "") {
      case "stateRequest", "clearZoneActions" -> finish(action, "");
      case "trigger" -> end(action, nodeActions.trigger(), "nothing waits for a trigger");
      case "retry", "skipRetry" ->
          end(action, nodeActions.answer(action), "no such action waits to be tried again");
      case "clearInstantActions" -> order.actions().clearInstant();
      default -> care(action);
    }
  }

  private void end(InstantAction action, boolean done, String whyNot) {
    if (done) {
      finish(action, "");
    } else {
      fail(action, Complaint.UNKNOWN_INSTANT_ACTION, whyNot);
    }
  }

  private void care(InstantAction action) {
    if (!VehicleSkills.instant(version).contains(action.type())) {
      fail(action, Complaint.UNKNOWN_INSTANT_ACTION, "cannot do " + action.type());
      return;
    }
    Services.Outcome outcome = services.begin(action, order.isActive());
    if (outcome.status() == ActionStatus.FAILED) {
      fail(action, Complaint.UNKNOWN_INSTANT_ACTION, outcome.text());
      return;
    }
    set(outcome);
    if (services.isResting() && order.isActive()) {
      order.dropRest();
    }
  }

  /** Time goes on; true if something has come to its end. */
  boolean step(double dtS) {
    boolean any = false;
    for (Services.Outcome ended : services.step(dtS)) {
      set(ended);
      any = true;
    }
    return any;
  }

  private void set(Services.Outcome outcome) {
    order.actions().setInstant(outcome.actionId(), outcome.status(), outcome.text());
  }

  void finish(InstantAction action, String description) {
    order.actions().setInstant(action.actionId(), ActionStatus.FINISHED, description);
  }

  void fail(InstantAction action, Complaint what, String why) {
    order.actions().setInstant(action.actionId(), ActionStatus.FAILED, why);
    order.complain(what, why, Map.of("actionId", action.actionId()));
  }
}
