package dev.aisle.agv.control.order;

import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.machine.Handovers;
import dev.aisle.agv.control.report.Refused;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Energy;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.traffic.ReleaseRule;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends vehicles on, and sends again what they have not confirmed. */
public final class Releasing {
  /** Orders may be lost (QoS 0): the same one goes out again until the state mirrors it. */
  private static final Duration SEND_AGAIN = Duration.ofSeconds(2);

  /** After so long without a word a vehicle is asked for its state, again and again. */
  private static final Duration ASK_AFTER = Duration.ofSeconds(10);

  private final Draft draft;

  public Releasing(Draft draft) {
    this.draft = draft;
  }

  public void release() {
    Map<VehicleId, Itinerary> all = draft.itineraries();
    for (VehicleTrack track : draft.tracks.values()) {
      if (!track.isLocated() || track.state.isEmpty() || !track.isOnline(draft.now)) {
        continue;
      }
      if (track.sent.isPresent() && !track.mirrored) {
        track.refusal.ifPresentOrElse(
            refusal -> new Refused(draft).orderAnew(track, refusal), () -> sendAgain(track));
      } else if (track.isWilling(draft.now)) {
        sendOn(track, all);
      }
    }
  }

  private void sendAgain(VehicleTrack track) {
    Duration interval = track.limits().interval();
    if (maySend(track, interval.compareTo(SEND_AGAIN) > 0 ? interval : SEND_AGAIN)) {
      track.sentAt = Optional.of(draft.now);
      track.sent.ifPresent(o -> draft.outputs.add(new DispatchOutput.SendOrder(o)));
    }
  }

  private boolean maySend(VehicleTrack track, Duration interval) {
    return track.sentAt.isEmpty() || !draft.now.isBefore(track.sentAt.get().plus(interval));
  }

  private void sendOn(VehicleTrack track, Map<VehicleId, Itinerary> all) {
    Itinerary own = all.get(track.spec.id());
    if (own == null || !maySend(track, track.limits().interval())) {
      return;
    }
    boolean untold = isUntold(track);
    boolean fresh = track.ended || track.sent.isEmpty() || untold || stopsWhereItsBaseEnds(own);
    boolean wait = fresh && draft.now.isBefore(track.orderAgainAt);
    boolean between = track.sent.isEmpty() && track.reached != track.released;
    if (wait || (fresh && track.reached != track.released && !between)) {
      return;
    }
    long to =
        Math.min(
            ReleaseRule.releaseTo(
                draft.map,
                own,
                all,
                track.state.map(State::newBaseRequest).orElse(false),
                visit -> isBarred(own, visit) || Zoning.bars(draft, track, own, visit)),
            Math.max(track.released, OrderWriter.farthest(track, track.released)));
    if (to == track.released && !untold && !between) {
      return;
    }
    OrderWriter writer = new OrderWriter(draft, track);
    if (fresh && holdsHorizon(track)) {
      send(track, writer.endHere());
      return;
    }
    send(track, fresh ? writer.begin(to) : writer.extend(to));
    track.ended = track.releasedEnd().stop().isPresent();
    draft
        .transportOf(track)
        .filter(t -> t.stage() == TransportStage.ASSIGNED)
        .ifPresent(t -> draft.put(t.to(TransportStage.TO_PICKUP, draft.now)));
  }

  /** A door or a lift on the way to a visit does not stand open. */
  private boolean isBarred(Itinerary own, long visit) {
    String from = own.visit(visit - 1).node();
    String to = own.visit(visit).node();
    return draft.doors.barring(from, to, draft.now).isPresent()
        || draft.lifts.barring(draft.map, from, to, draft.now).isPresent();
  }

  private void send(VehicleTrack track, VehicleOrder order) {
    track.sent = Optional.of(order);
    track.sentAt = Optional.of(draft.now);
    track.mirrored = false;
    draft.outputs.add(new DispatchOutput.SendOrder(order));
  }

  /**
   * It got something to do at the last node it was released to. That node has been told without it,
   * so it must be told anew, when the vehicle stands there.
   */
  private static boolean stopsWhereItsBaseEnds(Itinerary own) {
    return own.released() < own.lastIndex()
        && own.visit(own.released() + 1).node().equals(own.visit(own.released()).node());
  }

  /** A vehicle takes a new order only when nothing of the last is left to it. */
  private static boolean holdsHorizon(VehicleTrack track) {
    String orderId = track.sent.map(VehicleOrder::orderId).orElse("");
    return track
        .state
        .filter(state -> state.orderId().equals(orderId) && !state.nodeStates().isEmpty())
        .isPresent();
  }

  /** Stands where something is to be done, and the order does not say so (any more). */
  private boolean isUntold(VehicleTrack track) {
    Optional<Stop> stop = track.here().stop();
    if (track.reached != track.released
        || stop.isEmpty()
        || Handovers.of(draft).withholds(track, track.here())) {
      return false;
    }
    String orderId = track.sent.map(VehicleOrder::orderId).orElse("");
    return switch (stop.get().kind()) {
      case PARK -> Ability.CHARGE.isIn(track.can) && !track.wasTold(Energy.chargeActionId(orderId));
      case STAND -> false;
      case PICK ->
          draft.transportOf(track).map(t -> !track.wasTold(t.actionId("pick"))).orElse(false);
      case DROP ->
          draft.transportOf(track).map(t -> !track.wasTold(t.actionId("drop"))).orElse(false);
      case CALL -> false;
    };
  }

  public void askTheSilent() {
    for (VehicleTrack track : draft.tracks.values()) {
      boolean heard = track.heardAt.map(at -> at.plus(ASK_AFTER).isAfter(draft.now)).orElse(false);
      boolean asked = track.askedAt.map(at -> at.plus(ASK_AFTER).isAfter(draft.now)).orElse(false);
      if (!heard && !asked && Ability.REPORT.isIn(track.can)) {
        track.askedAt = Optional.of(draft.now);
        draft.outputs.add(
            new DispatchOutput.SendAction(
                new InstantAction(
                    track.spec.id(),
                    "%s-state-%d".formatted(track.spec.id(), draft.now.toEpochMilli()),
                    "stateRequest",
                    Map.of())));
      }
    }
  }
}
