package dev.aisle.sim;

import dev.aisle.sim.plc.PlcState;
import dev.aisle.sim.vehicle.VehicleState;
import dev.aisle.sim.world.FloorState;
import java.util.List;

/** The whole physical truth, as plain data. */
record WorldSnapshot(FloorState floor, List<VehicleState> vehicles, PlcState plc) {
  WorldSnapshot {
    vehicles = List.copyOf(vehicles);
  }
}
