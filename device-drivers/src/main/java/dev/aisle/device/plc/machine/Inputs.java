package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.PulseCount;
import java.util.Optional;

/** What a machine sees of its controller at one moment. */
public interface Inputs {
  /** Empty while the controller cannot be reached. */
  Optional<Boolean> value(String point);

  /** Rising edges so far, also those between two polls when a counter counts them. */
  PulseCount pulses(String point);
}
