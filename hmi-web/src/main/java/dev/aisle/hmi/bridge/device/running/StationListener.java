package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.barcode.Scan;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.hmi.app.site.StationDevice;

/** Hears what happens at stations. Called on the devices' threads; must return at once. */
public interface StationListener {
  /** Something was scanned. */
  void scanned(StationDevice.Scanner from, Scan scan);

  /** A label came out, or is held until a person decides. */
  void printed(StationDevice.Printer from, PrintOutcome outcome);
}
