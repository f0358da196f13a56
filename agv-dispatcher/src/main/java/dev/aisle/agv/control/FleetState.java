package dev.aisle.agv.control;

import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.report.RecoveryRule;
import dev.aisle.agv.control.state.Known;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.control.view.FleetViewer;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.RecoveryRefusal;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.CommandRule;
import dev.aisle.agv.transport.Grip;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Everything the dispatcher knows. Never changes: a step makes a new one. */
public final class FleetState {
  final Known known;

  FleetState(Known known) {
    this.known = known;
  }

  /** The fleet and its work as screens show it at a moment. */
  public FleetView view(Instant now) {
    return new FleetViewer(known, now).view();
  }

  /** What must survive a restart, as of this state. */
  public DispatchJournal journal() {
    return known.journal();
  }

  /** Why a transport cannot be changed so, as of this state; empty if it can. */
  public Optional<CommandRefusal> refusal(TransportCommand command) {
    TransportRecord record = known.transports().get(command.transport());
    if (record == null) {
      return Optional.of(CommandRefusal.ENDED);
    }
    Grip grip =
        record
            .vehicle()
            .map(known.tracks()::get)
            .map(track -> TransportDesk.grip(track, record))
            .orElse(Grip.NONE);
    return CommandRule.refusal(
        command, record, known.transports(), grip, known.map(), known.tracks().keySet());
  }

  /**
   * Why a vehicle cannot be taken up again from what a person found, as of this state; empty if it
   * can.
   *
   * @throws NoSuchElementException if there is no such vehicle
   */
  public Optional<RecoveryRefusal> refusal(VehicleId vehicle, Recovery found, Instant now) {
    VehicleTrack track = known.tracks().get(vehicle);
    if (track == null) {
      throw new NoSuchElementException("no vehicle " + vehicle);
    }
    return new RecoveryRule(known.map(), known.tracks().values(), now)
        .refusal(track, track.transport.map(known.transports()::get), found);
  }

  /** Whether a vehicle can be told on which node it stands. */
  public boolean canBeToldWhereItIs(VehicleId vehicle) {
    return Optional.ofNullable(known.tracks().get(vehicle))
        .filter(RecoveryRule::canBeTold)
        .isPresent();
  }
}
