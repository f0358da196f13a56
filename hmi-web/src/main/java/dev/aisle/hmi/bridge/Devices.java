package dev.aisle.hmi.bridge;

import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.plc.PlcPoints;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.PointChange;
import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.rfid.RfidReader;
import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.makes.UhfMakes;
import dev.aisle.device.rfid.modbus.ModbusTagHead;
import dev.aisle.device.rfid.pass.RecentPasses;
import dev.aisle.device.rfid.uhf.UhfReader;
import dev.aisle.device.rfid.uhf.UhfSettings;
import dev.aisle.device.serial.ByteLink;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.LiveChanges;
import dev.aisle.hmi.live.LiveTopic;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.capture.TagSighting;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All readers, heads and controllers of the site: opened, listened to, and what they see handed on.
 * Simulated or real makes no difference here but the address.
 */
final class Devices implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Devices.class);
  private static final Duration MODBUS_TIMEOUT = Duration.ofSeconds(1);
  private static final long SMOOTHING_STEP_MS = 50;
  private static final int SIGHTINGS_WAITING = 10_000;
  private static final int CENTI = 100;

  private final Clock clock;
  private final ReadPointWatch readPoints;
  private final Map<String, RfidReader> readers = new LinkedHashMap<>();
  private final Map<String, LastReads> lastReads = new HashMap<>();
  private final Map<String, PlcPoints> plcs = new LinkedHashMap<>();
  private final Map<String, ModbusTcpMaster> gateways = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final HandOver<TagSighting> sightings;
  private final Thread smoothing;
  private volatile boolean open = true;

  Devices(
      Site site,
      Map<String, String> playedAt,
      Sightings capture,
      LiveChanges screens,
      Clock clock) {
    this.clock = clock;
    this.readPoints = new ReadPointWatch(site.readPoints());
    this.sightings =
        new HandOver<>(
            "sightings",
            SIGHTINGS_WAITING,
            sighting -> {
              capture.record(sighting);
              screens.changed(LiveTopic.DEVICES, LiveTopic.ADVICES, LiveTopic.TASKS);
            });
    site.readPoints().forEach(p -> capture.declare(p.id(), p.sameTagAgainAfter()));
    for (Site.Device device : site.devices()) {
      String address =
          Optional.ofNullable(playedAt.get(device.name()))
              .or(() -> writtenAddress(device))
              .orElseThrow(() -> new CannotStart("%s has no address.".formatted(device.name())));
      addresses.put(device.name(), address);
      connect(device, address);
    }
    this.smoothing = new Thread(this::smooth, "bridge-smoothing");
    smoothing.setDaemon(true);
  }

  private static Optional<String> writtenAddress(Site.Device device) {
    return switch (device) {
      case Site.UhfReader reader -> reader.port();
      case Site.TagHead head -> head.address();
      case Site.Plc plc -> plc.address();
    };
  }

  private void connect(Site.Device device, String address) {
    switch (device) {
      case Site.UhfReader reader -> {
        OptionalInt power =
            reader.powerDbm().isPresent()
                ? OptionalInt.of(reader.powerDbm().getAsInt() * CENTI)
                : OptionalInt.empty();
        UhfSettings settings =
            new UhfSettings(
                OptionalInt.empty(),
                Optional.empty(),
                power,
                Map.of(),
                reader.antennas().keySet().stream().sorted().toList(),
                Optional.empty());
        add(
            new UhfReader(
                reader.name(),
                ByteLink.to(address, reader.baud()),
                UhfMakes.ofDriver(reader.driver()).orElseThrow(),
                settings,
                clock));
      }
      case Site.TagHead head ->
          add(
              new ModbusTagHead(
                  head.name(),
                  gateways.computeIfAbsent(address, a -> ModbusTcpMaster.at(a, MODBUS_TIMEOUT)),
                  head.unit(),
                  clock));
      case Site.Plc plc -> {
        Map<String, Point> points = new LinkedHashMap<>();
        plc.points().forEach((name, written) -> points.put(name, Point.parse(written)));
        PlcSettings settings =
            new PlcSettings(
                plc.unit(), PlcSettings.STANDARD.poll(), PlcSettings.STANDARD.debouncePolls());
        PlcPoints controller =
            new PlcPoints(
                plc.name(), ModbusTcpMaster.at(address, MODBUS_TIMEOUT), points, settings, clock);
        controller.onChange(this::pointChanged);
        plcs.put(plc.name(), controller);
      }
    }
  }

  private void add(RfidReader reader) {
    LastReads last = new LastReads();
    lastReads.put(reader.name(), last);
    reader.onRead(
        read -> {
          last.add(read);
          readPoints.read(read);
        });
    readers.put(reader.name(), reader);
  }

  private void pointChanged(PointChange change) {
    readPoints.pointChanged(change.point(), change.value(), change.at());
  }

  void start() {
    plcs.values().forEach(PlcPoints::open);
    readers.values().forEach(RfidReader::open);
    smoothing.start();
  }

  private void smooth() {
    try {
      while (open) {
        readPoints.step(clock.instant()).forEach(sightings::give);
        Thread.sleep(SMOOTHING_STEP_MS);
      }
    } catch (InterruptedException e) {
      LOG.debug("smoothing ends");
    }
  }

  Optional<RfidReader> reader(String name) {
    return Optional.ofNullable(readers.get(name));
  }

  Optional<PlcPoints> plc(String name) {
    return Optional.ofNullable(plcs.get(name));
  }

  List<TagRead> lastReads(String reader) {
    LastReads last = lastReads.get(reader);
    return last == null ? List.of() : last.newestFirst();
  }

  /** What was decided lately about tags at the read points, and why. */
  RecentPasses passes() {
    return readPoints.passes();
  }

  String address(String device) {
    return addresses.getOrDefault(device, "");
  }

  /** The point's value, whichever controller has it. */
  Optional<PointValue> point(String name) {
    return controllerOf(name).map(plc -> plc.value(name));
  }

  /** Waits for the controller; {@code UNKNOWN} also when no controller has such a point. */
  WriteOutcome write(String point, boolean value) {
    return controllerOf(point).map(plc -> plc.write(point, value)).orElse(WriteOutcome.UNKNOWN);
  }

  private Optional<PlcPoints> controllerOf(String point) {
    return plcs.values().stream().filter(plc -> plc.names().contains(point)).findFirst();
  }

  @Override
  public void close() {
    open = false;
    smoothing.interrupt();
    readers.values().forEach(RfidReader::close);
    plcs.values().forEach(PlcPoints::close);
    gateways.values().forEach(ModbusTcpMaster::close);
    sightings.close();
  }
}
