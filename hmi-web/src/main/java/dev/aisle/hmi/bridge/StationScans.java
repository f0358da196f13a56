package dev.aisle.hmi.bridge;

import dev.aisle.device.barcode.Scan;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.running.ScanWords;
import dev.aisle.hmi.bridge.device.running.StationListener;
import dev.aisle.hmi.live.device.StationScan;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveMessages;
import dev.aisle.hmi.live.event.LiveTopic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Brings a scan to the station that its scanner belongs to: the screen there takes it as if it had
 * come from a scanner plugged into the screen itself. A scan while no screen is open reaches nobody
 * and changes nothing, as with that one.
 */
@Component
public final class StationScans implements StationListener {
  private final LiveMessages messages;
  private final LiveChanges screens;
  private final AtomicLong number = new AtomicLong();
  private final List<Consumer<StationScan>> listeners = new CopyOnWriteArrayList<>();

  StationScans(LiveMessages messages, LiveChanges screens) {
    this.messages = messages;
    this.screens = screens;
  }

  /** Hears every scan at every station, on the scanner's thread; must return at once. */
  public void listen(Consumer<StationScan> listener) {
    listeners.add(listener);
  }

  @Override
  public void scanned(StationDevice.Scanner from, Scan scan) {
    for (String station : from.stations()) {
      StationScan told = ScanWords.forStation(station, number.incrementAndGet(), scan);
      messages.send(StationScan.EVENT, told);
      listeners.forEach(listener -> listener.accept(told));
    }
    screens.changed(LiveTopic.DEVICES);
  }

  @Override
  public void printed(StationDevice.Printer from, PrintOutcome outcome) {
    screens.changed(LiveTopic.DEVICES);
  }
}
