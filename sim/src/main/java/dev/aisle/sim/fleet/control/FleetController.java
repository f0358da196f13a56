package dev.aisle.sim.fleet.control;

import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What sends a fleet about its work: the dispatcher, or a worse one to compare it with. */
public interface FleetController {

  /** Takes in what has come and says what is to be done. */
  List<DispatchOutput> step(Instant now, List<DispatchInput> inputs);

  /** Ended and started again, with nothing but what it has stored. */
  void restart();

  /** For whom each waiting vehicle waits now. */
  Map<VehicleId, Waiting> waits(Instant now);

  /** Everything it knows, for a person who looks for a mistake. */
  List<String> told(Instant now);

  /**
   * @param whom another vehicle
   * @param node that it waits to be let to
   */
  record Waiting(VehicleId whom, String node) {}
}
