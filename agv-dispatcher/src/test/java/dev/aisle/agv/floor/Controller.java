package dev.aisle.agv.floor;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What drives the virtual fleet: the dispatcher, or a worse one to see that the tests bite. */
interface Controller {
  List<DispatchOutput> step(Instant now, List<DispatchInput> inputs);

  /** Killed and started again, with nothing but what it has stored. */
  void restart();

  /** What has to do with doors and gates sees who drives through them. */
  default void passes(String from, String to, Optional<String> loadId) {}

  /** A vehicle has taken a load. */
  default void isTaken(String node, String loadId) {}

  /** A vehicle has set a load down. */
  default void isSetDown(String node, String loadId) {}

  /** Sees where the vehicles are, at every tick. */
  default void looks(Collection<VirtualVehicle> vehicles) {}

  String explain(Instant now);
}
