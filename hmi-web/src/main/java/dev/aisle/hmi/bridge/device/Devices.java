package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceSupervisor;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.plc.machine.CommandAnswer;
import dev.aisle.device.plc.machine.MachineCommand;
import dev.aisle.device.plc.machine.MachineReport;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.print.PrintQueues;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.bridge.device.running.RunningDevice;
import dev.aisle.hmi.bridge.device.running.RunningPlc;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.device.running.RunningReader;
import dev.aisle.hmi.bridge.device.running.RunningScale;
import dev.aisle.hmi.bridge.device.running.RunningScanner;
import dev.aisle.hmi.bridge.device.running.StationListener;
import dev.aisle.hmi.bridge.device.running.WritingReader;
import dev.aisle.hmi.bridge.passage.Machines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All devices of the site: opened, listened to, replaced while the others go on. Simulated or real
 * makes no difference here but the address.
 */
public final class Devices implements Machines, AutoCloseable {
  private static final Duration COMES_UP = Duration.ofSeconds(10);

  private final SimulatedDevices simulation;
  private final DeviceDrivers drivers;
  private final DeviceSupervisor supervisor = new DeviceSupervisor();
  private final Clock clock;
  private volatile Map<String, Placed> placed = Map.of();
  private volatile boolean closed;

  /** A device where it is now. */
  public record Placed(RunningDevice device, String address, Instant since) {}

  public Devices(
      Site site,
      SimulatedDevices simulation,
      DeviceListener listener,
      StationListener atStations,
      PrintQueues queues,
      Clock clock) {
    this.simulation = simulation;
    this.clock = clock;
    this.drivers = new DeviceDrivers(listener, atStations, queues, clock);
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
    return new Placed(drivers.make(entry, address), address, clock.instant());
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

  /**
   * Lends a reader out for work on tags before one of its antennas: until it is given back it reads
   * for nobody else. Empty when there is no such reader or antenna, or it is lent already.
   */
  public synchronized Optional<LentReader> lend(String name, int antenna) {
    Placed before = placed.get(name);
    if (closed
        || before == null
        || !(before.device() instanceof RunningReader reader)
        || reader.isLent()
        || !(reader.entry() instanceof SiteDevice.UhfReader entry)
        || !entry.antennas().containsKey(antenna)) {
      return Optional.empty();
    }
    RunningReader lent = drivers.makeLent(entry, antenna, before.address());
    replace(new Placed(lent, before.address(), clock.instant()));
    return Optional.of(new LentReader(lent, () -> giveBack(lent)));
  }

  private synchronized void giveBack(RunningReader lent) {
    Placed now = placed.get(lent.name());
    if (!closed && now != null && now.device() == lent) {
      replace(place(lent.entry()));
    }
  }

  private void replace(Placed next) {
    String name = next.device().name();
    supervisor.remove(name);
    supervisor.add(next.device());
    Map<String, Placed> all = new LinkedHashMap<>(placed);
    all.put(name, next);
    placed = all;
  }

  /** True while a device that was just opened has had no time to answer yet. */
  public boolean isComingUp(String name) {
    Placed now = placed.get(name);
    return now != null
        && now.device().health().lastExchange().isEmpty()
        && now.since().plus(COMES_UP).isAfter(clock.instant());
  }

  /** Readers that can write tags. */
  public List<WritingReader> writing() {
    List<WritingReader> all = new ArrayList<>();
    for (Placed each : placed.values()) {
      if (each.device() instanceof RunningReader reader && reader.field().isPresent()) {
        all.add(reader.writing(clock.instant()));
      }
    }
    return all;
  }

  public List<Placed> all() {
    return List.copyOf(placed.values());
  }

  public Optional<Placed> find(String name) {
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

  @Override
  public Optional<MachineReport> machine(String name) {
    return stationOf(name).flatMap(station -> station.machines().report(name));
  }

  @Override
  public CommandAnswer command(String name, MachineCommand command) {
    return stationOf(name)
        .map(station -> station.machines().command(name, command))
        .orElseGet(
            () ->
                CommandAnswer.refused(
                    CommandAnswer.Why.NO_SUCH_THING,
                    "no controller has a machine '%s'".formatted(name)));
  }

  private Optional<PlcStation> stationOf(String machine) {
    for (Placed each : placed.values()) {
      if (each.device() instanceof RunningPlc plc
          && plc.station().machines().report(machine).isPresent()) {
        return Optional.of(plc.station());
      }
    }
    return Optional.empty();
  }

  /** The scale at a station. */
  public Optional<RunningScale> scaleAt(String station) {
    return at(station, RunningScale.class).stream().findFirst();
  }

  /** The printer of a station. */
  public Optional<RunningPrinter> printerAt(String station) {
    return at(station, RunningPrinter.class).stream().findFirst();
  }

  public List<RunningScanner> scannersAt(String station) {
    return at(station, RunningScanner.class);
  }

  public Optional<RunningPrinter> printer(String name) {
    return find(name)
        .map(Placed::device)
        .filter(RunningPrinter.class::isInstance)
        .map(RunningPrinter.class::cast);
  }

  public List<RunningPrinter> printers() {
    return placed.values().stream()
        .map(Placed::device)
        .filter(RunningPrinter.class::isInstance)
        .map(RunningPrinter.class::cast)
        .toList();
  }

  private <T extends RunningDevice> List<T> at(String station, Class<T> kind) {
    return placed.values().stream()
        .map(Placed::device)
        .filter(
            device ->
                device.entry() instanceof StationDevice known && known.stations().contains(station))
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
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
  public synchronized void close() {
    closed = true;
    supervisor.close();
  }
}
