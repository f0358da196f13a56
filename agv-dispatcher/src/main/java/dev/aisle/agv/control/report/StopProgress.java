package dev.aisle.agv.control.report;

import dev.aisle.agv.control.machine.Handovers;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Energy;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.transport.Terms.Call;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows what vehicles do where they stop: fetching, bringing, charging. */
public final class StopProgress {
  /** The load may be reported this much later than the end of the action. */
  private static final Duration LOAD_MAY_LAG = Duration.ofSeconds(3);

  /** A failed action is tried again after this pause: the place may have been cleared. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  /** So often fetching is tried before the transport is given up. */
  private static final int PICK_ATTEMPTS = 3;

  private final Draft draft;

  public StopProgress(Draft draft) {
    this.draft = draft;
  }

  public void advance() {
    for (VehicleTrack track : draft.tracks.values()) {
      if (track.isLocated() && track.state.isPresent()) {
        advance(track, track.state.get());
      }
    }
  }

  private void advance(VehicleTrack track, State state) {
    Optional<Stop> stop = track.here().stop();
    if (stop.equals(Optional.of(Stop.park())) && !hasCharger(track)) {
      track.stopDone();
      return;
    }
    if (stop.isPresent() && track.reached == track.released && isOver(track, stop.get())) {
      return;
    }
    boolean ours = track.sent.map(o -> o.orderId().equals(state.orderId())).orElse(false);
    if (stop.isEmpty() || track.reached != track.released || !ours || !track.mirrored) {
      return;
    }
    state.actionStates().stream()
        .filter(action -> action.status() == ActionStatus.RETRIABLE)
        .findFirst()
        .ifPresent(action -> new TryingAgain(draft).answer(track, action.actionId()));
    switch (stop.get().kind()) {
      case PARK -> park(track, state);
      case STAND -> {}
      case PICK -> underWay(track).ifPresent(t -> pick(track, state, t));
      case DROP -> underWay(track).ifPresent(t -> drop(track, state, t));
      case CALL -> {}
    }
  }

  private Optional<TransportRecord> underWay(VehicleTrack track) {
    return Handovers.of(draft).isUnderWay(track) ? draft.transportOf(track) : Optional.empty();
  }

  /** The transport was taken from it, or nothing is to be done but to stand there for a time. */
  private boolean isOver(VehicleTrack track, Stop stop) {
    if (stop.transport().isPresent() && !stop.transport().equals(track.transport)) {
      track.stopDone();
      return true;
    }
    if (stop.kind() == Stop.Kind.CALL) {
      draft.transportOf(track).ifPresent(transport -> call(track, transport));
      return true;
    }
    return false;
  }

  private void park(VehicleTrack track, State state) {
    ActionStatus status = status(state, Energy.chargeActionId(state.orderId()));
    if (state.charging() || status == ActionStatus.FINISHED || status == ActionStatus.FAILED) {
      track.charger = true;
      track.stopDone();
    }
  }

  private boolean hasCharger(VehicleTrack track) {
    return draft.map.node(track.here().node()).kind() == NodeKind.CHARGER
        && Ability.CHARGE.isIn(track.can);
  }

  private void pick(VehicleTrack track, State state, TransportRecord transport) {
    TransportRecord record = transport.to(TransportStage.PICKING, draft.now);
    draft.put(record);
    switch (status(state, record.actionId("pick"))) {
      case FINISHED -> {
        Optional<String> wrong = wrongLoad(state, record.request().loadId());
        if (wrong.isEmpty()) {
          picked(track, record);
        } else if (track.held.isEmpty() && (!state.loads().isEmpty() || lagged(track))) {
          draft.happened(
              new TransportEvent.WrongLoad(
                  record.id(), track.spec.id(), record.request().loadId(), wrong.get(), draft.now));
          Trouble why =
              wrong.get().isEmpty()
                  ? Trouble.of(Kind.NO_LOAD_FETCHED, record.request().loadId())
                  : Trouble.of(Kind.FETCHED_OTHER, wrong.get(), record.request().loadId());
          draft.put(record.noted(why));
          track.mismatchSince = Optional.empty();
          track.held = Optional.of(why);
        }
      }
      case FAILED -> retry(track, record, state, record.attempts() + 1 >= PICK_ATTEMPTS);
      default -> {}
    }
  }

  public void picked(VehicleTrack track, TransportRecord record) {
    track.stopsDone(Stop.Kind.PICK);
    draft.put(record.carrying(draft.now));
    draft.happened(
        new TransportEvent.PickedUp(
            record.id(), track.spec.id(), record.request().fromNode(), draft.now));
  }

  private void drop(VehicleTrack track, State state, TransportRecord transport) {
    TransportRecord record = transport.to(TransportStage.DROPPING, draft.now);
    draft.put(record);
    switch (status(state, record.actionId("drop"))) {
      case FINISHED -> {
        if (state.loads().isEmpty()) {
          delivered(track, record);
        } else if (lagged(track)) {
          track.held = Optional.of(Trouble.of(Kind.LOAD_AFTER_DROP));
        }
      }
      case FAILED -> {
        if (!state.loads().isEmpty()) {
          retry(track, record, state, false);
        } else if (lagged(track)) {
          track.mismatchSince = Optional.empty();
          track.held = Optional.of(Trouble.of(Kind.LOAD_LOST, record.request().loadId()));
        }
      }
      default -> {}
    }
  }

  public void delivered(VehicleTrack track, TransportRecord record) {
    track.stopsDone(Stop.Kind.DROP);
    track.held = Optional.empty();
    track.transport = Optional.empty();
    String node = record.request().toNode();
    Optional<Trouble> takenBack = record.takenBack();
    if (takenBack.isPresent()) {
      draft.put(record.over(TransportStage.CANCELLED, takenBack, draft.now));
      draft.happened(new TransportEvent.Returned(record.id(), node, takenBack.get(), draft.now));
      return;
    }
    draft.put(record.over(TransportStage.DELIVERED, Optional.empty(), draft.now));
    draft.happened(
        new TransportEvent.Delivered(record.id(), Optional.of(track.spec.id()), node, draft.now));
  }

  /** Stands at a place that the transport asks it to call at; after a restart anew. */
  private void call(VehicleTrack track, TransportRecord record) {
    Instant since = track.mismatchSince.orElse(draft.now);
    track.mismatchSince = Optional.of(since);
    List<Call> left = record.callsLeft();
    if (left.isEmpty()) {
      track.stopDone();
    } else if (!draft.now.isBefore(since.plus(left.getFirst().stands()))) {
      track.stopDone();
      draft.put(record.calledOnce());
    }
  }

  private void retry(VehicleTrack track, TransportRecord record, State state, boolean giveUp) {
    Trouble why =
        state.actionStates().stream()
            .filter(a -> a.status() == ActionStatus.FAILED)
            .map(ActionState::description)
            .filter(text -> !text.isBlank())
            .reduce((first, second) -> second)
            .map(Trouble::inWords)
            .orElse(Trouble.of(Kind.ACTION_FAILED));
    if (giveUp) {
      fail(track, record, why);
      return;
    }
    Instant since = track.mismatchSince.orElse(draft.now);
    track.mismatchSince = Optional.of(since);
    if (draft.now.isBefore(since.plus(RETRY_AFTER))) {
      return;
    }
    draft.put(record.failedOnce(why));
    track.mismatchSince = Optional.empty();
  }

  void fail(VehicleTrack track, TransportRecord record, Trouble why) {
    track.stopDone();
    track.dropStops();
    track.transport = Optional.empty();
    draft.put(record.over(TransportStage.FAILED, Optional.of(why), draft.now));
    draft.happened(new TransportEvent.Failed(record.id(), why, draft.now));
  }

  private boolean lagged(VehicleTrack track) {
    Instant since = track.mismatchSince.orElse(draft.now);
    track.mismatchSince = Optional.of(since);
    return !draft.now.isBefore(since.plus(LOAD_MAY_LAG));
  }

  /** What is on the vehicle instead of the load wanted; empty text if nothing; empty if right. */
  private static Optional<String> wrongLoad(State state, String wanted) {
    if (state.loads().isEmpty()) {
      return Optional.of("");
    }
    boolean fits =
        state.loads().stream().map(Load::loadId).anyMatch(id -> id.isBlank() || id.equals(wanted));
    return fits ? Optional.empty() : Optional.of(state.loads().getFirst().loadId());
  }

  private static ActionStatus status(State state, String actionId) {
    return state.actionStates().stream()
        .filter(a -> OrderLimits.same(actionId, a.actionId()))
        .map(ActionState::status)
        .findFirst()
        .orElse(ActionStatus.WAITING);
  }
}
