package dev.aisle.sim.vehicle;

import dev.aisle.sim.world.TaggedUnit;
import java.util.Optional;

/** What the floor lets a vehicle do with units. */
public interface LoadHandling {

  /** Takes what stands on the node, whatever it is. */
  Optional<TaggedUnit> pickUp(String node, String vehicle);

  /** False if the node is taken or the vehicle carries nothing. */
  boolean putDown(String vehicle, String node);

  Optional<TaggedUnit> loadOf(String vehicle);

  /** What the vehicle carries falls off and is taken away. */
  void loseLoad(String vehicle);

  /** True if a vehicle on this node can be charged. */
  boolean hasCharger(String node);
}
