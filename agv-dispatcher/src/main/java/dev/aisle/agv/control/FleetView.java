package dev.aisle.agv.control;

import java.util.List;

/** The fleet and its work as screens show it. */
public record FleetView(List<VehicleView> vehicles, List<TransportView> transports) {
  public FleetView {
    vehicles = List.copyOf(vehicles);
    transports = List.copyOf(transports);
  }
}
