package dev.aisle.agv.control.report;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that what a vehicle carries stays on it. When the load is gone, or has become another,
 * the vehicle drives no further than it has leave to and a person is asked; neither is given up.
 */
public final class LoadWatch {
  /** A load sensor may waver for so long. */
  private static final Duration BELIEVED_AFTER = Duration.ofSeconds(3);

  private final Draft draft;

  public LoadWatch(Draft draft) {
    this.draft = draft;
  }

  public void watch() {
    for (VehicleTrack track : draft.tracks.values()) {
      Optional<Trouble> wrong = track.held.isEmpty() ? wrong(track) : Optional.empty();
      if (wrong.isEmpty()) {
        track.loadGoneSince = Optional.empty();
        continue;
      }
      Instant since = track.loadGoneSince.orElse(draft.now);
      track.loadGoneSince = Optional.of(since);
      if (!draft.now.isBefore(since.plus(BELIEVED_AFTER))) {
        track.held = wrong;
        track.loadGoneSince = Optional.empty();
      }
    }
  }

  private Optional<Trouble> wrong(VehicleTrack track) {
    Optional<TransportRecord> carried =
        draft.transportOf(track).filter(one -> one.stage() == TransportStage.CARRYING);
    if (carried.isEmpty()
        || track.state.isEmpty()
        || !track.isLocated()
        || !track.isOnline(draft.now)
        || (track.here().stop().map(Stop::kind).equals(Optional.of(Stop.Kind.DROP))
            && draft.gates.barring(carried.get()).isEmpty())) {
      return Optional.empty();
    }
    State state = track.state.get();
    String wanted = carried.get().request().loadId();
    if (state.loads().isEmpty()) {
      return Optional.of(Trouble.of(Kind.LOAD_LOST, wanted));
    }
    boolean fits =
        state.loads().stream().map(Load::loadId).anyMatch(id -> id.isBlank() || id.equals(wanted));
    return fits
        ? Optional.empty()
        : Optional.of(Trouble.of(Kind.CARRIES_OTHER, state.loads().getFirst().loadId(), wanted));
  }
}
