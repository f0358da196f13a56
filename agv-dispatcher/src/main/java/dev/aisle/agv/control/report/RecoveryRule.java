package dev.aisle.agv.control.report;

import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.fleet.Recovery.Aboard;
import dev.aisle.agv.fleet.Recovery.Fate;
import dev.aisle.agv.fleet.RecoveryRefusal;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.transport.CommandRefusal;
import dev.aisle.agv.transport.CommandRule;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a person found at a vehicle can be true and fits together. What the vehicle itself
 * says counts as long as it speaks; when it is silent, the person is believed.
 */
public record RecoveryRule(Roadmap map, Collection<VehicleTrack> fleet, Instant now) {
  static final String TELL_WHERE = "initPosition";

  public Optional<RecoveryRefusal> refusal(
      VehicleTrack track, Optional<TransportRecord> transport, Recovery found) {
    Optional<State> said = track.state.filter(state -> track.isOnline(now));
    return place(track, said, found.node())
        .or(() -> said.flatMap(state -> load(state.loads(), found.aboard())))
        .or(() -> fate(transport, found));
  }

  private Optional<RecoveryRefusal> place(VehicleTrack track, Optional<State> said, String node) {
    if (track.isWilling(now) && said.filter(RecoveryRule::isSound).isPresent()) {
      return Optional.of(RecoveryRefusal.NOT_IN_TROUBLE);
    }
    if (said.filter(RecoveryRule::mayDrive).isPresent()) {
      return Optional.of(RecoveryRefusal.STILL_DRIVING);
    }
    if (!map.has(node)) {
      return Optional.of(RecoveryRefusal.NO_SUCH_NODE);
    }
    if (fleet.stream()
        .anyMatch(one -> one != track && one.isLocated() && one.here().node().equals(node))) {
      return Optional.of(RecoveryRefusal.ANOTHER_STANDS_THERE);
    }
    boolean elsewhere =
        said.filter(state -> map.has(state.lastNodeId()) && !state.lastNodeId().equals(node))
            .isPresent();
    return elsewhere && !canBeTold(track)
        ? Optional.of(RecoveryRefusal.VEHICLE_SAYS_ELSEWHERE)
        : Optional.empty();
  }

  /** It drives, or has leave to and would as soon as whatever stops it is gone. */
  private static boolean mayDrive(State state) {
    return state.driving()
        || (state.mode().takesOrders()
            && state.nodeStates().stream().anyMatch(VehicleReport.NodeState::released));
  }

  /** It stands about with nothing that a person should see to. */
  static boolean isSound(State state) {
    return state.errors().stream()
        .allMatch(error -> error.level() == VehicleReport.VehicleError.Level.WARNING);
  }

  /** True only for one that has said so: to be told in vain would leave it where it is not. */
  public static boolean canBeTold(VehicleTrack track) {
    return !track.can.skills().isEmpty() && track.can.canAtOnce(TELL_WHERE);
  }

  private static Optional<RecoveryRefusal> load(List<Load> loads, Aboard aboard) {
    return switch (aboard) {
      case Aboard.Nothing nothing ->
          loads.isEmpty() ? Optional.empty() : Optional.of(RecoveryRefusal.VEHICLE_SAYS_LOADED);
      case Aboard.Unknown unknown ->
          loads.isEmpty() ? Optional.of(RecoveryRefusal.VEHICLE_SAYS_EMPTY) : Optional.empty();
      case Aboard.Unit unit -> unit(loads, unit);
    };
  }

  private static Optional<RecoveryRefusal> unit(List<Load> loads, Aboard.Unit unit) {
    if (loads.isEmpty()) {
      return Optional.of(RecoveryRefusal.VEHICLE_SAYS_EMPTY);
    }
    boolean fits =
        loads.stream().map(Load::loadId).anyMatch(id -> id.isBlank() || id.equals(unit.loadId()));
    return fits ? Optional.empty() : Optional.of(RecoveryRefusal.VEHICLE_SAYS_OTHER_LOAD);
  }

  private Optional<RecoveryRefusal> fate(Optional<TransportRecord> transport, Recovery found) {
    if (transport.isEmpty()) {
      return switch (found.fate()) {
        case Fate.NoTransport none -> Optional.empty();
        case Fate.StandsAt at -> putDown(at.node());
        case Fate.CarryOn on -> Optional.of(RecoveryRefusal.NO_TRANSPORT);
        case Fate.GiveToAnother give -> Optional.of(RecoveryRefusal.NO_TRANSPORT);
        case Fate.BringBack back -> Optional.of(RecoveryRefusal.NO_TRANSPORT);
        case Fate.Delivered at -> Optional.of(RecoveryRefusal.NO_TRANSPORT);
      };
    }
    boolean own = isOwn(transport.get(), found.aboard());
    boolean fetched = transport.get().stage().isLoaded();
    return switch (found.fate()) {
      case Fate.NoTransport none -> Optional.of(RecoveryRefusal.TRANSPORT_OPEN);
      case Fate.CarryOn on -> carryOn(own, fetched, found.aboard());
      case Fate.GiveToAnother give -> give(own, fetched);
      case Fate.BringBack back ->
          own ? Optional.empty() : Optional.of(RecoveryRefusal.LOAD_NOT_ABOARD);
      case Fate.Delivered at -> putDown(own, at.node());
      case Fate.StandsAt at -> putDown(own, at.node());
    };
  }

  /** Whether the load of the transport is on the vehicle. */
  static boolean isOwn(TransportRecord transport, Aboard aboard) {
    return aboard.equals(new Aboard.Unit(transport.request().loadId()));
  }

  private static Optional<RecoveryRefusal> carryOn(boolean own, boolean fetched, Aboard aboard) {
    if (own) {
      return Optional.empty();
    }
    if (!(aboard instanceof Aboard.Nothing)) {
      return Optional.of(RecoveryRefusal.OTHER_LOAD_ABOARD);
    }
    return fetched ? Optional.of(RecoveryRefusal.LOAD_NOT_ABOARD) : Optional.empty();
  }

  private static Optional<RecoveryRefusal> give(boolean own, boolean fetched) {
    if (own) {
      return Optional.of(RecoveryRefusal.LOAD_IS_ABOARD);
    }
    return fetched ? Optional.of(RecoveryRefusal.LOAD_WAS_FETCHED) : Optional.empty();
  }

  private Optional<RecoveryRefusal> putDown(boolean own, String node) {
    return own ? Optional.of(RecoveryRefusal.LOAD_IS_ABOARD) : putDown(node);
  }

  private Optional<RecoveryRefusal> putDown(String node) {
    return CommandRule.place(node, map)
        .map(
            why ->
                why == CommandRefusal.NO_SUCH_NODE
                    ? RecoveryRefusal.NO_SUCH_PLACE
                    : RecoveryRefusal.NO_PLACE_FOR_LOADS);
  }
}
