package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.handover.GateRead;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that nothing is set down behind an RFID gate that has not read it. The vehicle drives
 * up, and is told to set its load down once the gate has read that load since it was fetched. When
 * the gate reads another one, or nothing, the vehicle keeps its load and a person is asked: the
 * right read, his acceptance or another destination ends that.
 */
public final class GateWatch {
  /** A vehicle stands there for so long before a person is asked. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What a gate reads so long before a vehicle has arrived may have been on that vehicle. */
  private static final Duration APPROACH = Duration.ofSeconds(10);

  private final Draft draft;

  public GateWatch(Draft draft) {
    this.draft = draft;
  }

  public void look() {
    if (draft.gates.isEmpty()) {
      return;
    }
    for (VehicleTrack track : draft.tracks.values()) {
      Optional<TransportRecord> carried =
          draft.transportOf(track).filter(record -> record.stage().isLoaded());
      Optional<String> gate = carried.flatMap(draft.gates::barring);
      if (gate.isPresent()) {
        look(track, carried.orElseThrow(), gate.get());
      } else {
        letGo(track);
      }
    }
  }

  private void look(VehicleTrack track, TransportRecord record, String gate) {
    String load = record.request().loadId();
    if (draft.gates.hasRead(gate, load, record.since())) {
      draft.put(record.cleared(Optional.empty()));
      letGo(track);
      return;
    }
    if (!standsThere(track, record)) {
      return;
    }
    Instant since = track.mismatchSince.orElse(draft.now);
    track.mismatchSince = Optional.of(since);
    Optional<GateRead> other =
        draft.gates.lastOther(
            gate, load, since.minus(APPROACH), read -> !isOfAnother(record.id(), read));
    if (other.isPresent()) {
      ask(track, record, Trouble.of(Kind.GATE_READ_OTHER, gate, other.get().load(), load));
    } else if (track.held.isEmpty() && !draft.now.isBefore(since.plus(PATIENCE))) {
      ask(track, record, Trouble.of(Kind.GATE_READ_NOTHING, gate, load));
    }
  }

  private static boolean standsThere(VehicleTrack track, TransportRecord record) {
    return track.isLocated()
        && track.reached == track.released
        && track.here().stop().equals(Optional.of(Stop.drop(record.id())));
  }

  /** What another transport has brought there, or is bringing past, is read as well. */
  private boolean isOfAnother(TransportId own, GateRead read) {
    return draft.transports.values().stream()
        .filter(other -> !other.id().equals(own) && other.request().loadId().equals(read.load()))
        .anyMatch(
            other ->
                other.stage().isLoaded()
                    || (other.stage().isOver() && other.since().plus(APPROACH).isAfter(read.at())));
  }

  private void ask(VehicleTrack track, TransportRecord record, Trouble why) {
    if (track.held.isEmpty() || track.held.filter(Trouble::isOfGate).isPresent()) {
      track.held = Optional.of(why);
      if (!record.note().equals(track.held)) {
        draft.put(record.noted(why));
      }
    }
  }

  private static void letGo(VehicleTrack track) {
    if (track.held.filter(Trouble::isOfGate).isPresent()) {
      track.held = Optional.empty();
      track.mismatchSince = Optional.empty();
    }
  }
}
