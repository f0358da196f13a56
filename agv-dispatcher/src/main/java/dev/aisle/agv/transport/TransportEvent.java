package dev.aisle.agv.transport;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.Optional;

/** What happened to a transport. */
public sealed interface TransportEvent {
  TransportId transport();

  Instant at();

  /** The dispatcher knows of it and will remember it over a restart. */
  record Accepted(TransportId transport, Instant at) implements TransportEvent {}

  /** A vehicle is on its way to fetch the load. */
  record Assigned(TransportId transport, VehicleId vehicle, Instant at) implements TransportEvent {}

  /** The load is on the vehicle. */
  record PickedUp(TransportId transport, VehicleId vehicle, String node, Instant at)
      implements TransportEvent {}

  /** It is to be brought elsewhere than it was asked for. */
  record Rerouted(TransportId transport, String toNode, Instant at) implements TransportEvent {}

  /** A vehicle no longer comes for it; another will. */
  record Unassigned(TransportId transport, VehicleId vehicle, Instant at)
      implements TransportEvent {}

  /** The load stands where it was to be brought; a person may have carried it there. */
  record Delivered(TransportId transport, Optional<VehicleId> vehicle, String node, Instant at)
      implements TransportEvent {
    /** By a vehicle. */
    public Delivered(TransportId transport, VehicleId vehicle, String node, Instant at) {
      this(transport, Optional.of(vehicle), node, at);
    }
  }

  /** It cannot be done. */
  record Failed(TransportId transport, Trouble why, Instant at) implements TransportEvent {}

  /** Taken back before the load was fetched. */
  record Cancelled(TransportId transport, Trouble why, Instant at) implements TransportEvent {}

  /** Cancelled or closed with the load elsewhere than wanted: it now stands at that node. */
  record Returned(TransportId transport, String node, Trouble why, Instant at)
      implements TransportEvent {}

  /**
   * The vehicle reports another load than the one asked for, or none. It is not over: a person says
   * what becomes of it.
   */
  record WrongLoad(
      TransportId transport, VehicleId vehicle, String expected, String found, Instant at)
      implements TransportEvent {}
}
