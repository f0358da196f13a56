package dev.aisle.sim.fleet;

import dev.aisle.sim.vehicle.LoadHandling;
import dev.aisle.sim.world.TaggedUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads on nodes and on vehicles. A node holds one at most. */
public final class LoadGround implements LoadHandling {
  private final Map<String, TaggedUnit> standing = new HashMap<>();
  private final Map<String, TaggedUnit> carried = new HashMap<>();
  private final Set<String> chargers;

  public LoadGround(Set<String> chargers) {
    this.chargers = Set.copyOf(chargers);
  }

  void place(String node, TaggedUnit load) {
    if (standing.putIfAbsent(node, load) != null) {
      throw new IllegalStateException("something stands on %s already".formatted(node));
    }
  }

  Optional<TaggedUnit> at(String node) {
    return Optional.ofNullable(standing.get(node));
  }

  @Override
  public Optional<TaggedUnit> pickUp(String node, String vehicle) {
    Optional<TaggedUnit> load = Optional.ofNullable(standing.remove(node));
    load.ifPresent(taken -> carried.put(vehicle, taken));
    return load;
  }

  @Override
  public boolean putDown(String vehicle, String node) {
    TaggedUnit load = carried.get(vehicle);
    if (load == null || standing.putIfAbsent(node, load) != null) {
      return false;
    }
    carried.remove(vehicle);
    return true;
  }

  @Override
  public Optional<TaggedUnit> loadOf(String vehicle) {
    return Optional.ofNullable(carried.get(vehicle));
  }

  @Override
  public void loseLoad(String vehicle) {
    carried.remove(vehicle);
  }

  @Override
  public boolean hasCharger(String node) {
    return chargers.contains(node);
  }
}
