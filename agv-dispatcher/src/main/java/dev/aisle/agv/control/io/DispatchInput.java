package dev.aisle.agv.control.io;

import dev.aisle.agv.fleet.Recovery;
import dev.aisle.agv.handover.StationState;
import dev.aisle.agv.passage.door.DoorPosition;
import dev.aisle.agv.passage.lift.Cab;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.transport.TransportCommand;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;

/** What the dispatcher is told. */
public sealed interface DispatchInput {

  /** Asks for a transport. A second time with the same id changes nothing. */
  record Submit(TransportRequest request) implements DispatchInput {}

  /** Changes a transport as far as that is still possible; else it has no effect. */
  record Change(TransportCommand command) implements DispatchInput {}

  /** A vehicle, or the broker about it, said something. */
  record Report(VehicleReport report) implements DispatchInput {}

  /** A person stops a vehicle. */
  record Pause(VehicleId vehicle) implements DispatchInput {}

  /** A person lets a vehicle go on, also after its trouble was cleared on the floor. */
  record Resume(VehicleId vehicle) implements DispatchInput {}

  /**
   * A person closes a lane or a node. Nobody is sent there any more; who is already released there
   * drives on, for a release is final. A second time changes who and why.
   */
  record Close(Closure.Place place, String by, String why) implements DispatchInput {}

  /**
   * A person opens a lane or a node again. Where a door or a lift had closed it, that means the
   * machine was seen to: it is tried, and the lane is open when the machine works.
   */
  record Open(Closure.Place place, String by) implements DispatchInput {}

  /**
   * A person keeps all vehicles standing that are in a zone or released into it, and others out of
   * it. Not an emergency stop: it takes as long as a message takes, or longer. Twice is as once.
   */
  record PauseZone(String zone, String by) implements DispatchInput {}

  /** A person lets vehicles drive in a zone again. */
  record ResumeZone(String zone) implements DispatchInput {}

  /**
   * A door says how it stands; at every change and at least once a second. What is older than a few
   * seconds is not believed.
   */
  record Door(String door, DoorPosition position) implements DispatchInput {}

  /**
   * A lift says how it stands; at every change and at least once a second. What is older than a few
   * seconds is not believed.
   */
  record Lift(String lift, Cab cab) implements DispatchInput {}

  /**
   * An RFID gate has read a load; once for each passage, or more often.
   *
   * @param load as transports call it; the bare tag where nobody knows what it is on
   */
  record Gate(String gate, String load) implements DispatchInput {}

  /**
   * A station says how it stands; at every change and at least once a second. What is older than a
   * few seconds is not believed.
   */
  record Station(String node, StationState state) implements DispatchInput {}

  /**
   * A person asks a vehicle for an instant action that has nothing to do with its order, such as
   * {@code logReport}; twice the same id is as once.
   */
  record Ask(InstantAction action) implements DispatchInput {}

  /** A person sends a vehicle somewhere; a second errand takes the place of the first. */
  record Send(VehicleId vehicle, Errand errand) implements DispatchInput {}

  /** A person has looked at a vehicle in trouble; without effect when it does not fit any more. */
  record Recover(VehicleId vehicle, Recovery found) implements DispatchInput {}

  /** A person ends a vehicle's errand: it may take transports again. */
  record Work(VehicleId vehicle) implements DispatchInput {}
}
