package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The actions a vehicle reports on: those of its order, and the newest few instant ones. */
final class ActionLog {
  private static final int INSTANT_ACTIONS_KEPT = 10;

  private final Map<String, ActionState> ofOrder = new LinkedHashMap<>();
  private final Map<String, ActionState> instant = new LinkedHashMap<>();

  ActionLog(List<ActionState> ofOrder, List<ActionState> instant) {
    ofOrder.forEach(state -> this.ofOrder.put(state.actionId(), state));
    instant.forEach(state -> this.instant.put(state.actionId(), state));
  }

  List<ActionState> all() {
    return Stream.concat(ofOrder.values().stream(), instant.values().stream()).toList();
  }

  List<ActionState> ofOrder() {
    return List.copyOf(ofOrder.values());
  }

  List<ActionState> instant() {
    return List.copyOf(instant.values());
  }

  /** An order action that waits for its turn. One already known in this order stays as it is. */
  void expect(Action action) {
    ofOrder.putIfAbsent(
        action.actionId(),
        new ActionState(action.actionId(), action.type(), ActionStatus.WAITING, ""));
  }

  boolean isWaiting(Action action) {
    ActionState state = ofOrder.get(action.actionId());
    return state != null && state.status() == ActionStatus.WAITING;
  }

  /** It failed, and somebody has to say whether it is tried again (VDA 5050 3.0, 6.2.3). */
  boolean isRetriable(Action action) {
    ActionState state = ofOrder.get(action.actionId());
    return state != null && state.status() == ActionStatus.RETRIABLE;
  }

  /** Forgets the instant actions that have ended. */
  void clearInstant() {
    instant.values().removeIf(state -> state.status() != ActionStatus.RUNNING);
    instant.values().removeIf(state -> state.type().equals("clearInstantActions"));
  }

  /** False if this very instant action has come before. */
  boolean begin(InstantAction action) {
    boolean isNew =
        instant.putIfAbsent(
                action.actionId(),
                new ActionState(action.actionId(), action.type(), ActionStatus.RUNNING, ""))
            == null;
    while (instant.size() > INSTANT_ACTIONS_KEPT) {
      instant.remove(instant.keySet().iterator().next());
    }
    return isNew;
  }

  void set(String actionId, ActionStatus status, String description) {
    set(ofOrder, actionId, status, description);
  }

  void setInstant(String actionId, ActionStatus status, String description) {
    set(instant, actionId, status, description);
  }

  private static void set(
      Map<String, ActionState> states, String actionId, ActionStatus status, String description) {
    states.computeIfPresent(
        actionId, (id, state) -> new ActionState(id, state.type(), status, description));
  }

  void forget(Action action) {
    ofOrder.remove(action.actionId());
  }

  void forgetAll() {
    ofOrder.clear();
    instant.clear();
  }

  void forgetOrder() {
    ofOrder.clear();
  }
}
