package dev.aisle.agv.control;

import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.traffic.ReleaseRule;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends vehicles on, and sends again what they have not confirmed. */
final class Releasing {
  /** Orders may be lost (QoS 0): the same one goes out again until the state mirrors it. */
  private static final Duration SEND_AGAIN = Duration.ofSeconds(2);

  /** After so long without a word a vehicle is asked for its state, again and again. */
  private static final Duration ASK_AFTER = Duration.ofSeconds(10);

  private final Draft draft;

  Releasing(Draft draft) {
    this.draft = draft;
  }

  /** Name of the charging action that ends an order at a charger. */
  static String chargeActionId(String orderId) {
    return orderId + ":charge";
  }

  void release() {
    Map<VehicleId, Itinerary> all = draft.itineraries();
    for (VehicleTrack track : draft.tracks.values()) {
      if (!track.isLocated() || track.state.isEmpty() || !track.isOnline(draft.now)) {
        continue;
      }
      if (track.sent.isPresent() && !track.mirrored) {
        sendAgain(track);
      } else if (track.isWilling(draft.now)) {
        sendOn(track, all);
      }
    }
  }

  private void sendAgain(VehicleTrack track) {
    boolean due =
        track.sentAt.isEmpty() || !draft.now.isBefore(track.sentAt.get().plus(SEND_AGAIN));
    if (due) {
      track.sentAt = Optional.of(draft.now);
      track.sent.ifPresent(o -> draft.outputs.add(new DispatchOutput.SendOrder(o)));
    }
  }

  private void sendOn(VehicleTrack track, Map<VehicleId, Itinerary> all) {
    Itinerary own = all.get(track.spec.id());
    if (own == null) {
      return;
    }
    boolean untold = isUntold(track);
    boolean fresh = track.ended || track.sent.isEmpty() || untold;
    if (fresh && track.reached != track.released) {
      return;
    }
    long to = ReleaseRule.releaseTo(draft.map, own, all);
    if (to == track.released && !untold) {
      return;
    }
    OrderWriter writer = new OrderWriter(draft, track);
    track.sent = Optional.of(fresh ? writer.begin(to) : writer.extend(to));
    track.sentAt = Optional.of(draft.now);
    track.mirrored = false;
    track.ended = track.releasedEnd().stop().isPresent();
    draft.outputs.add(new DispatchOutput.SendOrder(track.sent.get()));
    draft
        .transportOf(track)
        .filter(t -> t.stage() == TransportStage.ASSIGNED)
        .ifPresent(t -> draft.put(t.to(TransportStage.TO_PICKUP, draft.now)));
  }

  /** Stands where something is to be done, and the order does not say so (any more). */
  private boolean isUntold(VehicleTrack track) {
    Optional<Stop> stop = track.here().stop();
    if (track.reached != track.released || stop.isEmpty()) {
      return false;
    }
    String orderId = track.sent.map(VehicleOrder::orderId).orElse("");
    return switch (stop.get().kind()) {
      case PARK -> !track.wasTold(chargeActionId(orderId));
      case PICK ->
          draft.transportOf(track).map(t -> !track.wasTold(t.actionId("pick"))).orElse(false);
      case DROP ->
          draft.transportOf(track).map(t -> !track.wasTold(t.actionId("drop"))).orElse(false);
    };
  }

  void askTheSilent() {
    for (VehicleTrack track : draft.tracks.values()) {
      boolean heard = track.heardAt.map(at -> at.plus(ASK_AFTER).isAfter(draft.now)).orElse(false);
      boolean asked = track.askedAt.map(at -> at.plus(ASK_AFTER).isAfter(draft.now)).orElse(false);
      if (!heard && !asked) {
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
