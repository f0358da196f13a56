package dev.aisle.sim.fleet.watch;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.sim.vehicle.Vehicle;
import dev.aisle.sim.vehicle.zone.ZoneSense;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether two vehicles reach into a zone for one. Knows outlines only. */
public final class ZoneWatch {
  private final List<Zone> zones;
  private final Map<Vehicle, ZoneSense> vehicles = new HashMap<>();
  private final List<Vehicle> inOrder;
  private final Set<String> crowded = new HashSet<>();

  public ZoneWatch(Collection<Zone> all, List<Vehicle> vehicles) {
    zones = all.stream().filter(Zone::isForOne).toList();
    inOrder = List.copyOf(vehicles);
    vehicles.forEach(one -> this.vehicles.put(one, new ZoneSense(one.spec())));
  }

  /** What is wrong since the last look. */
  public List<String> look() {
    List<String> wrong = new ArrayList<>();
    for (Zone zone : zones) {
      List<String> inside =
          inOrder.stream()
              .filter(one -> isIn(zone, one))
              .map(one -> one.spec().id().value())
              .toList();
      if (inside.size() < 2) {
        crowded.remove(zone.id());
      } else if (crowded.add(zone.id())) {
        wrong.add("%s are in zone %s together".formatted(String.join(" and ", inside), zone.id()));
      }
    }
    return wrong;
  }

  private boolean isIn(Zone zone, Vehicle vehicle) {
    ZoneSense sense = vehicles.get(vehicle);
    return sense != null && sense.isIn(zone, vehicle.body());
  }
}
