package dev.aisle.hmi.bridge;

import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.device.DeviceEntry;
import dev.aisle.hmi.app.site.device.DriverForms;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.live.device.DeviceBook;
import dev.aisle.hmi.live.device.FileTrouble;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Changes devices while the site runs: in the site's book first, then on the floor. */
@Component
final class DeviceDesk implements DeviceBook {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);
  private static final String SIMULATED = "simulated";

  private final SiteBook book;
  private final Bridge bridge;
  private final LiveChanges screens;

  DeviceDesk(SiteBook book, Bridge bridge, LiveChanges screens) {
    this.book = book;
    this.bridge = bridge;
    this.screens = screens;
  }

  @Override
  public List<DriverForm> drivers() {
    return DriverForms.ALL;
  }

  @Override
  public Optional<Entry> entry(String device) {
    return book.entry(device).map(DeviceDesk::entry);
  }

  private static Entry entry(DeviceEntry written) {
    return new Entry(
        written.name(),
        written.driver(),
        written.settings(),
        switch (written.origin()) {
          case SITE -> Origin.SITE;
          case CHANGED -> Origin.CHANGED;
          case ADDED -> Origin.ADDED;
        });
  }

  @Override
  public synchronized Change add(
      String device, String driver, Map<String, String> settings, String by) {
    if (book.entry(device).isPresent()) {
      return new Change.NameTaken();
    }
    return put(new DeviceEntry(device, driver, settings, DeviceEntry.Origin.ADDED), by);
  }

  @Override
  public synchronized Change set(
      String device, String driver, Map<String, String> settings, String by) {
    return book.entry(device).isEmpty()
        ? new Change.Unknown()
        : put(new DeviceEntry(device, driver, settings, DeviceEntry.Origin.CHANGED), by);
  }

  @Override
  public synchronized Change simulate(
      String device, boolean simulated, Optional<String> address, String by) {
    Optional<DeviceEntry> now = book.entry(device);
    if (now.isEmpty()) {
      return new Change.Unknown();
    }
    DeviceEntry changed = now.get().with(SIMULATED, simulated ? "true" : "");
    if (address.isPresent()) {
      changed = changed.with(DriverForms.addressKey(changed.driver()), address.get());
    }
    return put(changed, by);
  }

  private Change put(DeviceEntry entry, String by) {
    Change change =
        answer(
            entry.name(),
            book.put(
                entry,
                site ->
                    site.device(entry.name())
                        .filter(SiteDevice::simulated)
                        .map(bridge::canPlay)
                        .orElse(true),
                bridge::apply));
    if (change instanceof Change.Made) {
      LOG.info("{} set device {} ({}): {}", by, entry.name(), entry.driver(), entry.settings());
    }
    return change;
  }

  @Override
  public synchronized Change remove(String device, String by) {
    Change change = answer(device, book.remove(device, bridge::apply));
    if (change instanceof Change.Made) {
      LOG.info("{} removed device {}", by, device);
      return new Change.Removed();
    }
    return change;
  }

  private Change answer(String device, SiteBook.Change change) {
    return switch (change) {
      case SiteBook.Change.Made made -> {
        screens.changed(LiveTopic.DEVICES);
        yield new Change.Made(entry(device).orElse(new Entry(device, "", Map.of(), Origin.SITE)));
      }
      case SiteBook.Change.Mistakes mistakes ->
          new Change.Mistakes(
              mistakes.faults().stream().map(fault -> mistake(device, fault)).toList());
      case SiteBook.Change.NotKept notKept ->
          new Change.NotKept(FileTrouble.of(notKept.why(), book.changesFolder()));
      case SiteBook.Change.NotPlayed ignored -> new Change.NotPlayed();
      case SiteBook.Change.NoSuchDevice ignored -> new Change.Unknown();
    };
  }

  /**
   * The way to a value is {@code devices.NAME.KEY} and what may follow; a missing key is said of
   * the whole entry.
   */
  private static Mistake mistake(String device, SiteFault fault) {
    String own = "devices.%s.".formatted(device);
    String field = "";
    Map<String, String> values = new HashMap<>(fault.reason().values());
    if (fault.where().startsWith(own)) {
      String rest = fault.where().substring(own.length());
      int dot = rest.indexOf('.');
      field = dot < 0 ? rest : rest.substring(0, dot);
      if (dot >= 0) {
        values.put("at", rest.substring(dot + 1));
      }
    } else {
      field = fault.where().equals("devices." + device) ? fault.key() : "";
    }
    return new Mistake(field, fault.reason().word(), fault.message(), values);
  }
}
