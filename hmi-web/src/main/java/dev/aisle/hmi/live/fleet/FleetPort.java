package dev.aisle.hmi.live.fleet;

import dev.aisle.hmi.live.simulator.Command;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vehicles, as the dispatcher sees them. Every method returns at once and may be called from
 * any thread, also several times a second.
 */
public interface FleetPort {

  /** The newest picture; never null, empty before the first step of the dispatcher. */
  FleetView view();

  /** What one vehicle can and cannot do; empty when the site has no such vehicle. */
  Optional<VehicleAbilities> abilities(String vehicle);

  /**
   * Lets the vehicle stop at its next node and stay there. Pausing a paused vehicle is accepted.
   */
  Command pause(String vehicle, String by);

  /** Lets a paused vehicle go on. */
  Command resume(String vehicle, String by);

  /**
   * What the dispatcher, or a vehicle, says is wrong, as screens show it.
   *
   * @param key translation key; words of a vehicle or a person stay as they are
   * @param values for the translated sentence, in its order
   */
  record Said(String key, List<String> values) {
    public Said {
      values = List.copyOf(values);
    }
  }

  /**
   * @param at when this picture was made
   * @param vehicles all vehicles of the site, by id
   * @param whyWaiting why a transport does not move yet, by transport id
   */
  record FleetView(Instant at, List<VehicleRow> vehicles, Map<String, Said> whyWaiting) {
    public FleetView {
      vehicles = List.copyOf(vehicles);
      whyWaiting = Map.copyOf(whyWaiting);
    }
  }
}
