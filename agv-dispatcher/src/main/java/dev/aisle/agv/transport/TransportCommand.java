package dev.aisle.agv.transport;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.device.agv.VehicleId;
import java.util.Optional;

/** What a person, or who asked for it, wants changed about a transport. */
public sealed interface TransportCommand {
  TransportId transport();

  /**
   * Takes it back. A load on the vehicle, or that the vehicle has leave to fetch, is brought to
   * where it came from.
   */
  record Cancel(TransportId transport, Trouble why) implements TransportCommand {}

  /** Gives it to no vehicle, and takes it from one that is only on its way to the load. */
  record Hold(TransportId transport) implements TransportCommand {}

  /** Ends a hold, and the wait for a transport before it that was not delivered. */
  record LetGo(TransportId transport) implements TransportCommand {}

  /** Brings the load somewhere else. */
  record Reroute(TransportId transport, String toNode) implements TransportCommand {}

  /** Wants a vehicle, or any. */
  record Intend(TransportId transport, Optional<VehicleId> vehicle) implements TransportCommand {}

  /** Asks for it on other terms, as long as no vehicle has leave to fetch it. */
  record Ask(TransportId transport, Terms terms) implements TransportCommand {}

  record Prioritise(TransportId transport, int priority) implements TransportCommand {}

  /**
   * Lets the vehicle set the load down though the RFID gate has not read it: a person has looked.
   *
   * @param accepted who did, and why
   */
  record Accept(TransportId transport, Trouble accepted) implements TransportCommand {}

  /** Ends it by what a person saw on the floor, whatever the vehicle says. */
  record Close(TransportId transport, Closing how, Trouble why) implements TransportCommand {}
}
