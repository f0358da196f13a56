package dev.aisle.hmi.live.fleet;

import dev.aisle.hmi.live.simulator.Command;
import java.util.Map;
import java.util.Optional;

/** Asks vehicles for what has nothing to do with their orders: logs, maps, certificates, sleep. */
public interface ServicePort {

  /** Empty if there is no such vehicle. */
  Optional<VehicleServices> of(String vehicle);

  /**
   * Asks for one of {@link VehicleServices#offered}. Returns at once; what comes of it shows in
   * {@link VehicleServices#asked}.
   *
   * @param id of the request; the same again is as once
   */
  Command ask(String vehicle, String id, String type, Map<String, String> parameters, String by);
}
