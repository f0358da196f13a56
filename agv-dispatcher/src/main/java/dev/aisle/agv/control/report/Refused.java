package dev.aisle.agv.control.report;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Refusal;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What follows when a vehicle does not take an order. It goes on with what it had, so nothing
 * reserved for it is given up before it stands; then its way is ordered anew under another name,
 * later each time, and in the end a person is asked.
 */
public final class Refused {
  /** No copy of an order is still under way so long after it was last sent. */
  private static final Duration ARRIVED_AFTER = Duration.ofSeconds(4);

  private static final Duration CANCEL_AGAIN = Duration.ofSeconds(10);

  /** Doubled with every further refusal. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  /** So many in a row, and it takes a person. */
  public static final int PATIENCE = 4;

  private final Draft draft;

  public Refused(Draft draft) {
    this.draft = draft;
  }

  public void orderAnew(VehicleTrack track, Refusal refusal) {
    State state = track.state.orElseThrow();
    if (!track.isAutomatic() || isBusy(state) || !isSettled(track)) {
      return;
    }
    if (!state.nodeStates().isEmpty()) {
      cancelRest(track);
      return;
    }
    track.refusals++;
    track.refusal = Optional.empty();
    track.orderAgainAt = draft.now.plus(FIRST_PAUSE.multipliedBy(1L << (track.refusals - 1)));
    if ((refusal.isForGood() && !hasForgotten(track, state)) || track.refusals >= PATIENCE) {
      track.held = Optional.of(refusal.trouble());
    }
    new Reception(draft).comeBack(track, state);
    if (!track.held.isEmpty()) {
      giveBack(track);
    }
  }

  /** An update of an order that it does not know says nothing about what the order asks for. */
  private static boolean hasForgotten(VehicleTrack track, State state) {
    return track
        .sent
        .filter(order -> order.orderUpdateId() > 0 && !order.orderId().equals(state.orderId()))
        .isPresent();
  }

  private static boolean isBusy(State state) {
    return state.driving()
        || state.nodeStates().stream().anyMatch(NodeState::released)
        || state.actionStates().stream()
            .anyMatch(
                action ->
                    action.status() == ActionStatus.RUNNING
                        || action.status() == ActionStatus.INITIALIZING
                        || action.status() == ActionStatus.PAUSED);
  }

  private boolean isSettled(VehicleTrack track) {
    Instant sent = track.sentAt.orElse(Instant.EPOCH);
    return !draft.now.isBefore(sent.plus(ARRIVED_AFTER));
  }

  /** As long as a horizon is left to it no new order is taken. */
  private void cancelRest(VehicleTrack track) {
    boolean asked =
        track.cancelledAt.map(at -> at.plus(CANCEL_AGAIN).isAfter(draft.now)).orElse(false);
    if (!asked) {
      track.cancelledAt = Optional.of(draft.now);
      draft.outputs.add(
          new DispatchOutput.SendAction(
              new InstantAction(
                  track.spec.id(),
                  "%s-cancel-%d".formatted(track.spec.id(), draft.now.toEpochMilli()),
                  "cancelOrder",
                  Map.of())));
    }
  }

  /** Another vehicle may fetch the load, as long as it is not on this one. */
  private void giveBack(VehicleTrack track) {
    Optional<TransportRecord> record =
        draft.transportOf(track).filter(one -> !one.stage().isLoaded());
    if (record.isPresent()) {
      track.transport = Optional.empty();
      track.stopDone();
      track.dropStops();
      draft.put(record.get().unassigned(draft.now));
    }
  }
}
