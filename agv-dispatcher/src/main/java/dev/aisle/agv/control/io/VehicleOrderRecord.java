package dev.aisle.agv.control.io;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.passage.door.DoorStop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What must survive a restart about one vehicle: its last order, which of it is released, the rest
 * of its way and for whom it waits on it.
 *
 * @param counter number in the last order id, which only rises
 * @param firstVisit visit that is the first node of the order, sequence id 0
 * @param reached first of the visits: the last one the vehicle was known to have reached
 * @param released last visit it was released to
 * @param ended true if the released way ends with an action, so that a new order must follow
 * @param held why nothing more is released
 * @param errand what a person has sent it to do
 * @param charger where it rests instead of at home
 * @param doorStop the door before which it was stopped, and must be told to go on
 */
public record VehicleOrderRecord(
    VehicleId vehicle,
    int counter,
    Optional<VehicleOrder> order,
    long firstVisit,
    long reached,
    long released,
    boolean ended,
    List<Visit> visits,
    Optional<TransportId> transport,
    boolean paused,
    Optional<Trouble> held,
    Optional<Errand> errand,
    Optional<String> charger,
    Optional<DoorStop> doorStop) {
  public VehicleOrderRecord {
    visits = List.copyOf(visits);
    // What an earlier version of the program stored knows of no errands and shared chargers.
    errand = Objects.requireNonNullElse(errand, Optional.empty());
    charger = Objects.requireNonNullElse(charger, Optional.empty());
    doorStop = Objects.requireNonNullElse(doorStop, Optional.empty());
  }
}
