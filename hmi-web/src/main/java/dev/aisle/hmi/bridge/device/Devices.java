package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceSupervisor;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All devices of the site: opened, listened to, replaced while the others go on. Simulated or real
 * makes no difference here but the address.
 */
public final class Devices implements AutoCloseable {
  private final SimulatedDevices simulation;
  private final DeviceDrivers drivers;
  private final DeviceSupervisor supervisor = new DeviceSupervisor();
  private volatile Map<String, Placed> placed = Map.of();

  /** A device where it is now. */
  record Placed(RunningDevice device, String address) {}

  public Devices(Site site, SimulatedDevices simulation, DeviceListener listener, Clock clock) {
    this.simulation = simulation;
    this.drivers = new DeviceDrivers(listener, clock);
    Map<String, Placed> all = new LinkedHashMap<>();
    for (SiteDevice entry : site.devices()) {
      all.put(entry.name(), place(entry));
    }
    all.values().forEach(each -> supervisor.add(each.device()));
    placed = all;
  }

  private Placed place(SiteDevice entry) {
    String address =
        addressOf(entry)
            .orElseThrow(() -> new CannotStart("%s has no address.".formatted(entry.name())));
    return new Placed(drivers.make(entry, address), address);
  }

  /** Where the driver of this entry would look for its device. */
  public Optional<String> addressOf(SiteDevice entry) {
    return entry.simulated() ? simulation.addressOf(entry) : entry.address();
  }

  public synchronized void start() {
    supervisor.open();
  }

  /**
   * Takes over the devices of the site as it is now. Those whose entry is the same go on without
   * noticing; one that changed is closed before it is opened anew.
   */
  public synchronized void apply(Site site) {
    Map<String, Placed> before = placed;
    Map<String, Placed> kept = new LinkedHashMap<>();
    for (SiteDevice entry : site.devices()) {
      Placed now = before.get(entry.name());
      if (now != null && now.device().entry().equals(entry)) {
        kept.put(entry.name(), now);
      }
    }
    placed = kept;
    before.forEach(
        (name, old) -> {
          if (!kept.containsKey(name)) {
            supervisor.remove(name);
          }
        });
    Map<String, Placed> all = new LinkedHashMap<>();
    for (SiteDevice entry : site.devices()) {
      Placed now = kept.get(entry.name());
      if (now == null) {
        now = place(entry);
        supervisor.add(now.device());
      }
      all.put(entry.name(), now);
    }
    placed = all;
  }

  /** Every unit of every Modbus line, as it is now. */
  public List<LineUnit> lineUnits() {
    return placed.values().stream().flatMap(each -> each.device().units().stream()).toList();
  }

  List<Placed> all() {
    return List.copyOf(placed.values());
  }

  Optional<Placed> find(String name) {
    return Optional.ofNullable(placed.get(name));
  }

  /** The point's value, whichever controller has it. */
  public Optional<PointValue> point(String name) {
    return controllerOf(name).map(plc -> plc.value(name));
  }

  /** Waits for the controller; {@code UNKNOWN} also when no controller has such a point. */
  public WriteOutcome write(String point, boolean value) {
    return controllerOf(point).map(plc -> plc.write(point, value)).orElse(WriteOutcome.UNKNOWN);
  }

  private Optional<PlcPoints> controllerOf(String point) {
    for (Placed each : placed.values()) {
      if (each.device() instanceof RunningPlc plc && plc.points().names().contains(point)) {
        return Optional.of(plc.points());
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    supervisor.close();
  }
}
