package dev.aisle.hmi.bridge.device;

import dev.aisle.hmi.app.site.SiteDevice;
import java.util.Optional;

/** Plays devices behind real wires. */
public interface SimulatedDevices {
  /** Plays nothing. */
  SimulatedDevices NONE = entry -> Optional.empty();

  /**
   * Where the driver finds this device; it is played from now on, if it was not before.
   *
   * @return empty when it cannot be played here
   */
  Optional<String> addressOf(SiteDevice entry);
}
