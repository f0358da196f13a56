package dev.aisle.agv.control.state;

import dev.aisle.agv.handover.Gates;
import dev.aisle.agv.handover.Stations;
import dev.aisle.agv.passage.door.Doors;
import dev.aisle.agv.passage.lift.Lifts;

/** What is known of the machines of the floor that vehicles have to do with. */
public record MachineStates(Doors doors, Lifts lifts, Gates gates, Stations stations) {}
