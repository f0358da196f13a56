package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.LineDevice;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.live.DeviceDetails;
import dev.aisle.hmi.live.DeviceStatus.DeviceKind;
import dev.aisle.hmi.live.DeviceTest;
import java.time.Instant;

/**
 * One device of the site with its driver. It keeps itself working on a thread of its own; nothing
 * here throws for what a device does.
 */
interface RunningDevice extends LineDevice {
  /** What the site says of it. */
  SiteDevice entry();

  @Override
  default String name() {
    return entry().name();
  }

  DeviceKind kind();

  /** What is special about this kind of device. */
  DeviceDetails.Special special(Instant now);

  /** What goes over its wire; empty where the driver does not tell. */
  TelegramLog telegrams();

  /** One exchange, for a technician. Waits for the answer, bounded. */
  DeviceTest.Outcome test();

  /** Stops; it is not opened again. */
  @Override
  void close();
}
