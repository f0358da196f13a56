package dev.aisle.agv.control.report;

import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.Recovery.Fate;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.transport.Closing;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a vehicle up again from where a person found it. What it had been told is over; what others
 * waited for behind it, they wait for where it now stands.
 */
final class Recovering {
  /** So often a vehicle is told again where it is. */
  private static final int MOST_PLACINGS = 3;

  private static final Duration CANCEL_AGAIN = Duration.ofSeconds(10);
  private static final Duration PLACE_AGAIN = Duration.ofSeconds(5);

  private final Draft draft;

  Recovering(Draft draft) {
    this.draft = draft;
  }

  /** Without effect when it does not fit what is known by now. */
  public void recover(VehicleId vehicle, Recovery found) {
    VehicleTrack track = draft.tracks.get(vehicle);
    if (track == null) {
      return;
    }
    Optional<TransportRecord> transport = draft.transportOf(track);
    RecoveryRule rule = new RecoveryRule(draft.map, draft.tracks.values(), draft.now);
    if (rule.refusal(track, transport, found).isPresent()) {
      return;
    }
    if (!found.off() && mayDriveOn(track, found.node())) {
      track.held = Optional.empty();
      track.cancelWhenHeard = true;
      transport.ifPresent(record -> decide(track, record, found));
      return;
    }
    tell(track);
    forget(track);
    if (RecoveryRule.canBeTold(track)) {
      track.placing = Optional.of(found.node());
      track.placedFrom = track.state.map(State::lastNodeId).orElse("");
      track.placings = 0;
      track.placeAgainAt = draft.now;
    }
    track.state.ifPresent(state -> isToldWhereItIs(track, state));
    new Reception(draft).standAt(track, found.node(), false);
    transport.ifPresent(record -> decide(track, record, found));
  }

  /**
   * It is silent and stands on the way it was released to, which it may drive to the end whatever
   * people think of it: so it keeps that way until it speaks and its order is over.
   */
  private boolean mayDriveOn(VehicleTrack track, String node) {
    return !track.isOnline(draft.now)
        && track.isLocated()
        && track.sent.isPresent()
        && track.released > track.reached
        && track.visits.stream()
            .anyMatch(visit -> visit.index() <= track.released && visit.node().equals(node));
  }

  /** One that was silent when it was seen to speaks again: its old order is to end. */
  void endOrderOf(VehicleTrack track, State state) {
    if (!track.cancelWhenHeard) {
      return;
    }
    boolean ours = track.sent.filter(o -> o.orderId().equals(state.orderId())).isPresent();
    if (!ours || !holdsOrder(state) || !Ability.CANCEL.isIn(track.can)) {
      track.cancelWhenHeard = false;
    } else if (track
        .cancelledAt
        .filter(at -> draft.now.isBefore(at.plus(CANCEL_AGAIN)))
        .isEmpty()) {
      track.cancelledAt = Optional.of(draft.now);
      order(track, "cancelOrder", "cancel", Map.of());
    }
  }

  /** Nothing that was wrong counts any more; what still is wrong will show again. */
  private static void forget(VehicleTrack track) {
    track.sent = Optional.empty();
    track.mirrored = false;
    track.held = Optional.empty();
    track.lost = false;
    track.foreign = false;
    track.doubtSince = Optional.empty();
    track.mismatchSince = Optional.empty();
    track.loadGoneSince = Optional.empty();
    track.refusal = Optional.empty();
    track.refusals = 0;
    track.orderAgainAt = Instant.EPOCH;
    track.planAgainAt = Instant.EPOCH;
  }

  /**
   * Tells a vehicle where it is until it says so itself; its order has to be over before. A vehicle
   * that has come elsewhere since, or does not take it, is believed.
   *
   * @return whether it is still being told
   */
  boolean isToldWhereItIs(VehicleTrack track, State said) {
    Optional<String> node = track.placing;
    boolean still = said.lastNodeId().equals(track.placedFrom);
    if (node.isEmpty() || !still || node.get().equals(said.lastNodeId()) || isToldOften(track)) {
      track.placing = Optional.empty();
      return false;
    }
    boolean busy = said.driving() || !said.nodeStates().isEmpty();
    if (track.isOnline(draft.now) && !busy && !draft.now.isBefore(track.placeAgainAt)) {
      track.placings++;
      track.placeAgainAt = draft.now.plus(PLACE_AGAIN);
      Node at = draft.map.node(draft.map.number(node.get()));
      order(track, RecoveryRule.TELL_WHERE, "place", position(track, at));
    }
    return true;
  }

  private static boolean isToldOften(VehicleTrack track) {
    return track.placings > MOST_PLACINGS;
  }

  /** It ends what it still has to do, and may drive again. */
  private void tell(VehicleTrack track) {
    Optional<State> said = track.state.filter(state -> track.isOnline(draft.now));
    if (said.filter(Recovering::holdsOrder).isPresent() && Ability.CANCEL.isIn(track.can)) {
      track.cancelledAt = Optional.of(draft.now);
      order(track, "cancelOrder", "cancel", Map.of());
    }
    if (track.paused || said.filter(State::paused).isPresent()) {
      track.paused = false;
      if (Ability.PAUSE.isIn(track.can)) {
        order(track, "stopPause", "stopPause", Map.of());
      }
    }
  }

  /** A way ahead, an action that has not ended, or a fault that it waits with. */
  private static boolean holdsOrder(State state) {
    return !state.nodeStates().isEmpty()
        || state.actionStates().stream().anyMatch(action -> !action.status().isOver())
        || !RecoveryRule.isSound(state);
  }

  /** Parameters of initPosition (VDA 5050 2.1, 6.8.1): metres, radians, map, last node. */
  private static Map<String, String> position(VehicleTrack track, Node at) {
    double theta = track.state.flatMap(State::pose).map(Pose::thetaRad).orElse(0.0);
    return Map.of(
        "x", Double.toString(at.xM()),
        "y", Double.toString(at.yM()),
        "theta", Double.toString(theta),
        "mapId", track.mapId(at),
        "lastNodeId", at.id());
  }

  private void order(VehicleTrack track, String type, String name, Map<String, String> parameters) {
    draft.outputs.add(
        new DispatchOutput.SendAction(
            new InstantAction(
                track.spec.id(),
                "%s-%s-%d".formatted(track.spec.id(), name, draft.now.toEpochMilli()),
                type,
                parameters)));
  }

  private void decide(VehicleTrack track, TransportRecord record, Recovery found) {
    Trouble why = Trouble.of(Kind.CLOSED_BY, found.by());
    switch (found.fate()) {
      case Fate.NoTransport none -> {}
      case Fate.CarryOn on -> aboard(track, record, found);
      case Fate.GiveToAnother give -> TransportDesk.takeBack(draft, track, tried(record));
      case Fate.BringBack back ->
          new TransportDesk(draft)
              .bringBack(
                  aboard(track, record, found),
                  Optional.of(track),
                  Trouble.of(Kind.CANCELLED_BY, found.by()));
      case Fate.Delivered at -> close(track, record, Closing.delivered(at.node()), why);
      case Fate.StandsAt at -> close(track, record, Closing.standsAt(at.node()), why);
    }
  }

  /** The load counts as fetched when it is on the vehicle, and else has to be fetched anew. */
  private TransportRecord aboard(VehicleTrack track, TransportRecord record, Recovery found) {
    boolean own = RecoveryRule.isOwn(record, found.aboard());
    if (own && !record.stage().isLoaded()) {
      new StopProgress(draft).picked(track, record);
    } else if (!own) {
      draft.put(tried(record));
    }
    TransportRecord known = draft.transportOf(track).orElse(record);
    if (own && found.node().equals(known.request().toNode())) {
      known = known.cleared(Optional.of(Trouble.of(Kind.FOUND_ABOARD_BY, found.by())));
      draft.put(known);
    }
    return known;
  }

  /** Another try gets another name, for a vehicle does no action of one name twice. */
  private static TransportRecord tried(TransportRecord record) {
    return record.stage() == TransportStage.PICKING
        ? record.failedOnce(record.note().orElse(Trouble.of(Kind.ACTION_FAILED)))
        : record;
  }

  private void close(VehicleTrack track, TransportRecord record, Closing how, Trouble why) {
    new TransportDesk(draft)
        .close(record, Optional.of(track), new TransportCommand.Close(record.id(), how, why));
  }
}
