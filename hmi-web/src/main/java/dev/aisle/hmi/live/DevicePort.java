package dev.aisle.hmi.live;

import java.util.List;
import java.util.Optional;

/** Readers, heads, controllers, broker and database, with their health. Returns at once. */
public interface DevicePort {

  List<DeviceStatus> devices();

  /**
   * The value of a controller's point by its name in the site file, such as {@code
   * D1.door-is-open}.
   *
   * @return empty when there is no such point or its value is too old to be believed
   */
  Optional<Boolean> point(String name);
}
