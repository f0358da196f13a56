package dev.aisle.agv.control.state;

import dev.aisle.agv.fleet.ChargingPolicy;
import dev.aisle.agv.planning.Roll;
import dev.aisle.agv.roadmap.Conflicts;
import java.util.List;

/**
 * What stays as it is as long as the program runs.
 *
 * @param conflicts places that two vehicles cannot hold at the same time
 * @param chargers chargers that are nobody's home
 * @param roll the fleet's vehicles in numbers
 */
public record Ground(
    Conflicts conflicts, List<String> chargers, ChargingPolicy charging, Roll roll) {
  public Ground {
    chargers = List.copyOf(chargers);
  }
}
