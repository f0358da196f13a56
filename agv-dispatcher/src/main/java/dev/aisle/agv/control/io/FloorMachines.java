package dev.aisle.agv.control.io;

import dev.aisle.agv.handover.Gate;
import dev.aisle.agv.handover.Station;
import dev.aisle.agv.passage.door.Doorway;
import java.util.List;

/** What stands on a floor beside vehicles and has a say in where they go and what they do. */
public record FloorMachines(List<Doorway> doors, List<Gate> gates, List<Station> stations) {
  public static final FloorMachines NONE = new FloorMachines(List.of(), List.of(), List.of());

  public FloorMachines {
    doors = List.copyOf(doors);
    gates = List.copyOf(gates);
    stations = List.copyOf(stations);
  }

  public static FloorMachines doors(List<Doorway> doors) {
    return new FloorMachines(doors, List.of(), List.of());
  }

  public FloorMachines andGates(List<Gate> all) {
    return new FloorMachines(doors, all, stations);
  }

  public FloorMachines andStations(List<Station> all) {
    return new FloorMachines(doors, gates, all);
  }
}
