package dev.aisle.sim.vehicle;

import dev.aisle.sim.world.Floor;
import dev.aisle.sim.world.TaggedUnit;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Loads as they stand on a simulated floor.
 *
 * @param chargers nodes with one
 */
public record FloorLoads(Floor floor, Predicate<String> chargers) implements LoadHandling {
  @Override
  public Optional<TaggedUnit> pickUp(String node, String vehicle) {
    return floor.pickUp(node, vehicle);
  }

  @Override
  public boolean putDown(String vehicle, String node) {
    return floor.putDown(vehicle, node);
  }

  @Override
  public Optional<TaggedUnit> loadOf(String vehicle) {
    return floor.loadOf(vehicle);
  }

  @Override
  public void loseLoad(String vehicle) {
    floor.loadOf(vehicle).ifPresent(load -> floor.unitRemoved(load.sscc()));
  }

  @Override
  public boolean hasCharger(String node) {
    return chargers.test(node);
  }
}
