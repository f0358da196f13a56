package dev.aisle.device.link;

import java.time.Duration;

/**
 * A device that is kept working on a line of its own, of any kind. Its failures are seen in its
 * health and never thrown.
 */
public interface LineDevice extends AutoCloseable {
  String name();

  /** Begins and returns at once. */
  void open();

  DeviceHealth health();

  /**
   * Proves that the device works, within about three seconds. A device that is asked again and
   * again anyway proves it by its next good answer; one that can be asked something more telling
   * overrides this. Waits, so it is not for a device's own thread.
   */
  default ProbeResult probe() {
    return Probing.byTheNextExchange(this, Duration.ofSeconds(3));
  }

  /** For good. Waits at most about three seconds. */
  @Override
  void close();
}
