package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.handover.StationNeed;
import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.handover.StationState;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.transport.TransportRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Talks with the stations that take and give loads, and finds another way where one is out of
 * order: a load that cannot be fetched waits for another vehicle, one that cannot be set down is
 * brought to the station that stands in, if there is one with room for it.
 */
public final class StationDesk {
  /** A station is asked when the vehicle has leave to come so close to it, in nodes. */
  private static final int ASKED_AHEAD = 2;

  private final Draft draft;
  private final Handovers handovers;

  public StationDesk(Draft draft) {
    this.draft = draft;
    this.handovers = Handovers.of(draft);
  }

  public void look() {
    if (draft.stations.isEmpty()) {
      return;
    }
    Map<String, StationNeed> needs = new HashMap<>();
    draft.tracks.values().stream()
        .filter(VehicleTrack::isLocated)
        .forEach(track -> add(track, needs));
    Stations.Turn turn = draft.stations.next(needs, draft.now);
    draft.stations = turn.stations();
    turn.signals()
        .forEach((node, signal) -> draft.outputs.add(new DispatchOutput.TellStation(node, signal)));
    draft.tracks.values().stream()
        .filter(VehicleTrack::isLocated)
        .filter(handovers::waitsForStation)
        .forEach(this::goElsewhere);
  }

  private void add(VehicleTrack track, Map<String, StationNeed> needs) {
    long end = Math.min(track.lastIndex(), track.released + ASKED_AHEAD);
    for (long i = track.reached; i <= end; i++) {
      Visit visit = track.visit(i);
      Optional<StationState> wish = visit.stop().flatMap(Handovers::wanted);
      if (wish.isPresent() && draft.stations.at(visit.node())) {
        needs.merge(visit.node(), need(track, i, wish.get()), StationNeed::and);
      }
    }
  }

  private StationNeed need(VehicleTrack track, long visit, StationState wish) {
    boolean stands = visit == track.reached && track.reached == track.released;
    if (stands && handovers.isTold(track)) {
      return new StationNeed(StationSignal.TRANSFERRING, Optional.empty());
    }
    boolean waits = stands && handovers.waitsForStation(track);
    return new StationNeed(StationSignal.REQUESTED, waits ? Optional.of(wish) : Optional.empty());
  }

  private void goElsewhere(VehicleTrack track) {
    Stop.Kind kind = track.here().stop().map(Stop::kind).orElseThrow();
    String node = track.here().node();
    Optional<TransportRecord> record =
        draft
            .transportOf(track)
            .filter(one -> draft.stations.trouble(node, kind == Stop.Kind.PICK).isPresent());
    if (record.isEmpty()) {
      return;
    }
    Trouble why = Trouble.of(Kind.STATION_NOT_READY, node);
    if (kind == Stop.Kind.PICK) {
      TransportDesk.takeBack(draft, track, record.get().noted(why));
      track.stopDone();
    } else {
      draft
          .stations
          .instead(node)
          .filter(this::hasRoom)
          .ifPresent(
              other -> new TransportDesk(draft).bringTo(record.get().noted(why), track, other));
    }
  }

  /** Nothing stands there, and nothing else is on its way there. */
  private boolean hasRoom(String node) {
    return draft.stations.permits(node, StationState.FREE, draft.now)
        && draft.transports.values().stream()
            .noneMatch(other -> !other.stage().isOver() && other.request().toNode().equals(node));
  }
}
