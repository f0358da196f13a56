package dev.aisle.agv.control.io;

import dev.aisle.agv.roadmap.Closure;
import java.util.List;

/**
 * The fleet and its work as screens show it.
 *
 * @param closures what people have closed and not yet opened
 */
public record FleetView(
    List<VehicleView> vehicles, List<TransportView> transports, List<Closure> closures) {
  public FleetView {
    vehicles = List.copyOf(vehicles);
    transports = List.copyOf(transports);
    closures = List.copyOf(closures);
  }

  /** Before the first step. */
  public static FleetView empty() {
    return new FleetView(List.of(), List.of(), List.of());
  }
}
