package dev.aisle.hmi.live.fleet;

import dev.aisle.hmi.live.fleet.VehicleRecovery.Aboard;
import dev.aisle.hmi.live.fleet.VehicleRecovery.Fate;
import java.util.List;
import java.util.Optional;

/** Helps vehicles in trouble by what a person saw. */
public interface RecoveryPort {

  /** Empty when the site has no such vehicle. */
  Optional<VehicleRecovery> look(String vehicle);

  /** Puts vehicle, load, transport and books right together, or changes nothing. */
  Answer recover(String vehicle, Found found, String by);

  /**
   * What a person found and decided.
   *
   * @param node where the vehicle stands
   * @param unit SSCC, with {@link Aboard#UNIT}
   * @param putAt where the load was put, with {@link Fate#DELIVERED} and {@link Fate#STANDS_AT}
   * @param off it is switched off or its order was deleted at the vehicle
   * @param note in the person's own words
   */
  record Found(
      String node,
      Aboard aboard,
      Optional<String> unit,
      Fate fate,
      Optional<String> putAt,
      boolean off,
      String note) {}

  /** What came of it. */
  sealed interface Answer {
    record Done() implements Answer {}

    record NoVehicle() implements Answer {}

    /**
     * @param field the answer at fault; empty when it is the vehicle
     * @param code stable word
     * @param values for the translated sentence
     */
    record Refused(Optional<String> field, String code, List<String> values) implements Answer {
      public Refused {
        values = List.copyOf(values);
      }
    }
  }
}
