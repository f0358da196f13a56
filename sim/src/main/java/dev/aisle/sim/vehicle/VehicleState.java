package dev.aisle.sim.vehicle;

import org.jspecify.annotations.Nullable;

/**
 * Everything of a vehicle that must outlive the process, as plain data.
 *
 * @param betweenNodes has left its last node and not yet come to another
 * @param actionLeftS seconds until the current action is done; below zero when none has begun
 * @param cancelId the cancelOrder being carried out
 * @param pauseId the startPause being carried out
 */
public record VehicleState(
    String id,
    Body body,
    OrderState order,
    boolean paused,
    boolean betweenNodes,
    double actionLeftS,
    @Nullable String cancelId,
    @Nullable String pauseId) {

  /** At its start node, without an order. */
  static VehicleState parked(VehicleSpec spec) {
    return new VehicleState(
        spec.id().value(),
        new Body(spec.startXM(), spec.startYM(), 0, 0, 90, false, ""),
        OrderState.none(spec.startNode()),
        false,
        false,
        NodeActions.NOT_BEGUN,
        null,
        null);
  }
}
