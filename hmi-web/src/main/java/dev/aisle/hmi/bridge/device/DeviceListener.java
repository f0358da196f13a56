package dev.aisle.hmi.bridge.device;

import dev.aisle.device.plc.PointChange;
import dev.aisle.device.rfid.TagRead;

/** Hears what devices see. Called on their threads; must return at once. */
public interface DeviceListener {
  void read(TagRead read);

  void pointChanged(PointChange change);
}
