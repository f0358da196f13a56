package dev.aisle.agv.control.io;

import dev.aisle.agv.handover.StationTrouble;
import dev.aisle.agv.passage.door.DoorTrouble;
import dev.aisle.agv.passage.lift.LiftReport;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.zone.ZoneRecord;
import java.util.List;

/**
 * The fleet and its work as screens show it.
 *
 * @param closures what people have closed and not yet opened
 * @param doors those that nobody is sent through
 * @param lifts how each stands, and why nobody is sent into it
 * @param stations those that keep vehicles waiting for too long
 * @param zones who has leave to be in which zone, and which are paused
 */
public record FleetView(
    List<VehicleView> vehicles,
    List<TransportView> transports,
    List<Closure> closures,
    List<DoorTrouble> doors,
    List<LiftReport> lifts,
    List<StationTrouble> stations,
    ZoneRecord zones) {
  public FleetView {
    vehicles = List.copyOf(vehicles);
    transports = List.copyOf(transports);
    closures = List.copyOf(closures);
    doors = List.copyOf(doors);
    lifts = List.copyOf(lifts);
    stations = List.copyOf(stations);
  }

  /** Where every machine does as it should. */
  public FleetView(
      List<VehicleView> vehicles, List<TransportView> transports, List<Closure> closures) {
    this(vehicles, transports, closures, List.of(), List.of(), List.of(), ZoneRecord.NONE);
  }

  /** Before the first step. */
  public static FleetView empty() {
    return new FleetView(List.of(), List.of(), List.of());
  }
}
