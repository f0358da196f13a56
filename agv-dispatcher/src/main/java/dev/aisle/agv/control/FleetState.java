package dev.aisle.agv.control;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.RecoveryRefusal;
import dev.aisle.agv.handover.Gates;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.passage.Doors;
import dev.aisle.agv.planning.Roll;
import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.CommandRule;
import dev.aisle.agv.transport.Grip;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZoneBook;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Everything the dispatcher knows. Never changes: a step makes a new one. */
public final class FleetState {
  final Roadmap map;
  final Conflicts conflicts;

  /** Chargers that are nobody's home. */
  final List<String> chargers;

  final ChargingPolicy charging;
  final Doors doors;
  final Gates gates;
  final Stations stations;
  final ZoneBook zones;
  final Roll roll;
  private final Map<VehicleId, VehicleTrack> tracks;
  final Map<TransportId, TransportRecord> transports;
  final DispatchJournal journal;
  final Optional<Instant> startedAt;
  final boolean open;

  /** When work was given out and ways were improved last. */
  final Instant plannedAt;

  /** What was offered to whom last. */
  final Offer offered;

  FleetState(
      Roadmap map,
      Conflicts conflicts,
      List<String> chargers,
      ChargingPolicy charging,
      Doors doors,
      Gates gates,
      Stations stations,
      ZoneBook zones,
      Roll roll,
      Map<VehicleId, VehicleTrack> tracks,
      Map<TransportId, TransportRecord> transports,
      DispatchJournal journal,
      Optional<Instant> startedAt,
      boolean open,
      Instant plannedAt,
      Offer offered) {
    this.map = map;
    this.conflicts = conflicts;
    this.chargers = chargers;
    this.charging = charging;
    this.doors = doors;
    this.gates = gates;
    this.stations = stations;
    this.zones = zones;
    this.roll = roll;
    this.tracks = tracks;
    this.transports = transports;
    this.journal = journal;
    this.startedAt = startedAt;
    this.open = open;
    this.plannedAt = plannedAt;
    this.offered = offered;
  }

  /** The fleet and its work as screens show it at a moment. */
  public FleetView view(Instant now) {
    return new FleetViewer(this, tracks, now).view();
  }

  /** What must survive a restart, as of this state. */
  public DispatchJournal journal() {
    return journal;
  }

  /** Why a transport cannot be changed so, as of this state; empty if it can. */
  public Optional<CommandRefusal> refusal(TransportCommand command) {
    TransportRecord record = transports.get(command.transport());
    if (record == null) {
      return Optional.of(CommandRefusal.ENDED);
    }
    Grip grip =
        record
            .vehicle()
            .map(tracks::get)
            .map(track -> TransportDesk.grip(track, record))
            .orElse(Grip.NONE);
    return CommandRule.refusal(command, record, transports, grip, map, tracks.keySet());
  }

  /**
   * Why a vehicle cannot be taken up again from what a person found, as of this state; empty if it
   * can.
   *
   * @throws NoSuchElementException if there is no such vehicle
   */
  public Optional<RecoveryRefusal> refusal(VehicleId vehicle, Recovery found, Instant now) {
    VehicleTrack track = tracks.get(vehicle);
    if (track == null) {
      throw new NoSuchElementException("no vehicle " + vehicle);
    }
    return new RecoveryRule(map, tracks.values(), now)
        .refusal(track, track.transport.map(transports::get), found);
  }

  /** Whether a vehicle can be told on which node it stands. */
  public boolean canBeToldWhereItIs(VehicleId vehicle) {
    return Optional.ofNullable(tracks.get(vehicle)).filter(RecoveryRule::canBeTold).isPresent();
  }

  Draft draft(Instant now) {
    Map<VehicleId, VehicleTrack> copies = new LinkedHashMap<>();
    tracks.forEach((id, track) -> copies.put(id, track.copy()));
    return new Draft(this, copies, new LinkedHashMap<>(transports), now);
  }
}
