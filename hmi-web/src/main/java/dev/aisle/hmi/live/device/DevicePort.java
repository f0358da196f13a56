package dev.aisle.hmi.live.device;

import java.util.List;
import java.util.Optional;

/** Readers, heads, controllers, broker and database, with their health. */
public interface DevicePort {

  /** Returns at once. */
  List<DeviceStatus> devices();

  /** One device with all that is known about it; returns at once. */
  Optional<DeviceDetails> device(String name);

  /** What goes over a device's wire. */
  Optional<TelegramSource> telegrams(String device);

  /** Tries a device once and waits for its answer, at most about ten seconds. */
  Optional<DeviceTest> test(String device);

  /**
   * The value of a controller's point by its name in the site file, such as {@code
   * D1.door-is-open}.
   *
   * @return empty when there is no such point or its value is too old to be believed
   */
  Optional<Boolean> point(String name);
}
