package dev.aisle.agv.control.machine;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.handover.Gates;
import dev.aisle.agv.handover.StationState;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Whether a vehicle may be told to fetch a load, or to set it down, where it stands. */
public record Handovers(
    Gates gates, Stations stations, Map<TransportId, TransportRecord> transports, Instant now) {

  public static Handovers of(Draft draft) {
    return new Handovers(draft.gates, draft.stations, draft.transports, draft.now);
  }

  /**
   * How a station must stand for what a vehicle wants there; empty where no load is handed over.
   */
  public static Optional<StationState> wanted(Stop stop) {
    return switch (stop.kind()) {
      case PICK -> Optional.of(StationState.LOADED);
      case DROP -> Optional.of(StationState.FREE);
      case CALL, PARK, STAND -> Optional.empty();
    };
  }

  /**
   * What is done at a visit is not said yet, as a gate or a station has not agreed. A station only
   * agrees to a vehicle that stands there.
   */
  public boolean withholds(VehicleTrack track, Visit visit) {
    if (visit.stop().isEmpty()) {
      return false;
    }
    Stop stop = visit.stop().get();
    if (gate(stop).isPresent()) {
      return true;
    }
    Optional<StationState> wish = wanted(stop);
    return wish.isPresent()
        && stations.at(visit.node())
        && !(visit.index() == track.reached && stations.permits(visit.node(), wish.get(), now));
  }

  /** The gate that has to read a load before it is set down. */
  public Optional<String> gate(Stop stop) {
    return stop.kind() == Stop.Kind.DROP
        ? stop.transport().map(transports::get).flatMap(gates::barring)
        : Optional.empty();
  }

  /** The vehicle stands there, and its station has not agreed. */
  public boolean waitsForStation(VehicleTrack track) {
    return track.isLocated()
        && track.reached == track.released
        && track.here().stop().flatMap(this::gate).isEmpty()
        && !isTold(track)
        && withholds(track, track.here());
  }

  /** It has been told to do what it stands there for. */
  public boolean isTold(VehicleTrack track) {
    Optional<Stop> stop = track.here().stop();
    return stop.flatMap(Stop::transport)
        .map(transports::get)
        .filter(record -> wanted(stop.get()).isPresent())
        .map(record -> record.actionId(stop.get().kind() == Stop.Kind.PICK ? "pick" : "drop"))
        .filter(track::wasTold)
        .isPresent();
  }

  /** What the vehicle does where it stands can be followed: nothing keeps it from being done. */
  public boolean isUnderWay(VehicleTrack track) {
    return track.here().stop().flatMap(this::gate).isEmpty()
        && (!stations.at(track.here().node()) || isTold(track));
  }
}
