package dev.aisle.agv.control.io;

import dev.aisle.agv.handover.StationSignal;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.ZoneSet;
import java.util.List;

/** What is to be done outside, after the journal of the same step has been stored. */
public sealed interface DispatchOutput {

  /** Send the order; an identical one follows until the vehicle's state mirrors it. */
  record SendOrder(VehicleOrder order) implements DispatchOutput {}

  /** Send an instant action. */
  record SendAction(InstantAction action) implements DispatchOutput {}

  /** Tell a vehicle which zones there are. */
  record SendZones(VehicleId vehicle, ZoneSet set) implements DispatchOutput {}

  /** Answer what a vehicle asks for in its state. */
  record Answer(VehicleId vehicle, List<AccessResponse> responses) implements DispatchOutput {
    public Answer {
      responses = List.copyOf(responses);
    }
  }

  /** Tell a door to move. */
  record MoveDoor(String door, DoorMove move) implements DispatchOutput {}

  /** Tell a lift where it is wanted. */
  record MoveLift(String lift, LiftMove move) implements DispatchOutput {}

  /** Tell a station what vehicles want of it. */
  record TellStation(String node, StationSignal signal) implements DispatchOutput {}

  /**
   * Tell who asked for the transport. After a restart all unfinished and the last finished
   * transports are told again, so hearing one twice must change nothing.
   */
  record Happened(TransportEvent event) implements DispatchOutput {}
}
