package dev.aisle.hmi.live.floor;

import dev.aisle.hmi.live.fleet.FleetPort;
import dev.aisle.hmi.live.fleet.VehicleLive;
import dev.aisle.hmi.live.fleet.VehicleRow;
import dev.aisle.hmi.live.simulator.SimulatorPort;
import dev.aisle.wms.unit.HandlingUnit;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The floor at one moment. Vehicles are asked every time; where units stand is read from the
 * database at most once a second.
 */
@Component
public class LiveFloor {

  private static final long UNITS_EVERY_MS = 1_000;

  private final FleetPort fleet;
  private final SimulatorPort simulator;
  private final Units units;
  private final Clock clock;
  private Map<String, String> places = Map.of();
  private Instant placesAt = Instant.EPOCH;

  LiveFloor(FleetPort fleet, SimulatorPort simulator, Units units, Clock clock) {
    this.fleet = fleet;
    this.simulator = simulator;
    this.units = units;
    this.clock = clock;
  }

  /**
   * @param vehicles by id
   * @param places location or vehicle by SSCC
   */
  public record Picture(
      Instant at, Map<String, VehicleLive> vehicles, Map<String, String> places, double speed) {}

  public synchronized Picture now() {
    Instant at = clock.instant();
    if (placesAt.plusMillis(UNITS_EVERY_MS).isBefore(at)) {
      Map<String, String> read = new HashMap<>();
      for (HandlingUnit unit : units.placed()) {
        unit.place().ifPresent(place -> read.put(unit.sscc().digits(), place.value()));
      }
      places = Map.copyOf(read);
      placesAt = at;
    }
    Map<String, VehicleLive> vehicles = new LinkedHashMap<>();
    for (VehicleRow row : fleet.view().vehicles()) {
      vehicles.put(row.live().id(), FrameDiff.rounded(row.live()));
    }
    return new Picture(at, vehicles, places, simulator.speed());
  }
}
