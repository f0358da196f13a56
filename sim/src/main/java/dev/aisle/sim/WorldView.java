package dev.aisle.sim;

import dev.aisle.sim.world.FloorState.TruckState;
import dev.aisle.sim.world.UnitState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The physical truth of one moment, for tests and checks; nothing of it reaches the application by
 * another way than the devices.
 *
 * @param passing SSCCs of units that people carry through a portal right now: neither in nor out
 * @param overlaps vehicles that touched each other since the start, oldest first, bounded
 */
public record WorldView(
    List<UnitState> units,
    List<TruckState> trucks,
    List<DoorView> doors,
    List<VehicleView> vehicles,
    Set<String> passing,
    List<Overlap> overlaps) {
  public WorldView {
    passing = Set.copyOf(passing);
  }

  /** A dock door. */
  public record DoorView(String node, boolean open, boolean closed, boolean truckHere) {}

  /**
   * @param load SSCC of what it carries
   * @param lastNode the node it stands on or has passed last
   */
  public record VehicleView(
      String id,
      double xM,
      double yM,
      double thetaRad,
      double speedMps,
      double batteryPercent,
      boolean charging,
      Optional<String> load,
      String lastNode,
      String orderId) {}

  /** Two vehicles began to touch. */
  public record Overlap(String first, String second, Instant at) {}

  /** The unit with this SSCC, if the world still knows it. */
  public Optional<UnitState> unit(String sscc) {
    return units.stream().filter(unit -> unit.sscc().equals(sscc)).findFirst();
  }

  public VehicleView vehicle(String id) {
    return vehicles.stream()
        .filter(vehicle -> vehicle.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no vehicle '%s'".formatted(id)));
  }
}
