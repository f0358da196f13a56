package dev.aisle.hmi.live.floor;

import dev.aisle.hmi.live.fleet.VehicleLive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed on the floor since the frame before.
 *
 * @param t when it was so
 * @param full true in the first frame and after the client fell behind: it holds everything, what
 *     it does not name is gone
 * @param vehicles those that changed
 * @param units those that changed
 * @param speed how many times faster than the wall clock the site runs
 */
public record FloorFrame(
    Instant t, boolean full, List<VehicleLive> vehicles, List<UnitPlace> units, double speed) {

  public FloorFrame {
    vehicles = List.copyOf(vehicles);
    units = List.copyOf(units);
  }

  /**
   * @param place location or vehicle; null when the unit is nowhere any more
   */
  public record UnitPlace(String sscc, @Nullable String place) {}
}
