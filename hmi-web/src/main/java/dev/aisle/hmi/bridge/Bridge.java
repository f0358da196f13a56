package dev.aisle.hmi.bridge;

import dev.aisle.device.plc.PointValue;
import dev.aisle.device.plc.WriteOutcome;
import dev.aisle.device.rfid.pass.record.RecentPasses;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.file.SiteBook;
import dev.aisle.hmi.bridge.device.DeviceScreens;
import dev.aisle.hmi.bridge.device.Devices;
import dev.aisle.hmi.bridge.device.print.PrintQueues;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import dev.aisle.hmi.bridge.fleet.FleetGateway;
import dev.aisle.hmi.bridge.fleet.FleetLoop;
import dev.aisle.hmi.bridge.lead.LedFloor;
import dev.aisle.hmi.bridge.passage.DropGates;
import dev.aisle.hmi.bridge.passage.HandOverStations;
import dev.aisle.hmi.bridge.passage.LaneDoors;
import dev.aisle.hmi.bridge.passage.LaneLifts;
import dev.aisle.hmi.bridge.passage.Machinery;
import dev.aisle.hmi.bridge.passage.Points;
import dev.aisle.hmi.bridge.played.PlayedFloor;
import dev.aisle.hmi.bridge.readpoint.ExpectedGoods;
import dev.aisle.hmi.bridge.readpoint.ReadPointWatch;
import dev.aisle.hmi.bridge.readpoint.Recordings;
import dev.aisle.hmi.bridge.readpoint.SightingFeed;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DevicePort;
import dev.aisle.hmi.live.device.DeviceStatus;
import dev.aisle.hmi.live.device.DeviceTest;
import dev.aisle.hmi.live.device.TelegramSource;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.station.StationGear;
import dev.aisle.wms.capture.Sightings;
import dev.aisle.wms.inbound.Inbound;
import dev.aisle.wms.shipment.Loads;
import dev.aisle.wms.task.Stations;
import dev.aisle.wms.task.Tasks;
import dev.aisle.wms.unit.Units;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts what stands on the floor, in this order: simulated hardware where the site has any,
 * devices, doors, fleet. Stops it in the opposite order.
 */
@Component
public class Bridge implements LedFloor, DevicePort {
  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

  private final Site site;
  private final RunOptions options;
  private final BrokerLink broker;
  private final FleetGateway gateway;
  private final FleetLoop fleet;
  private final Sightings sightings;
  private final Inbound inbound;
  private final Loads loads;
  private final Units units;
  private final Tasks tasks;
  private final SiteBook book;
  private final LiveChanges screens;
  private final StationScans stationScans;
  private final Clock clock;
  private volatile Site current;
  private volatile @Nullable Running running;

  private record Running(
      PlayedFloor simulated,
      SightingFeed readPoints,
      Devices devices,
      DoorKeeper doors,
      DropGates gates,
      HandOverStations stations,
      ExpectedGoods expected,
      DeviceScreens deviceScreens) {}

  Bridge(
      Site site,
      RunOptions options,
      BrokerLink broker,
      FleetGateway gateway,
      FleetLoop fleet,
      Stations stations,
      Sightings sightings,
      Inbound inbound,
      Loads loads,
      Units units,
      Tasks tasks,
      SiteBook book,
      LiveChanges screens,
      StationScans stationScans,
      Clock clock,
      SiteFloor declaredFirst) {
    this.site = site;
    this.current = site;
    this.options = options;
    this.broker = broker;
    this.gateway = gateway;
    this.fleet = fleet;
    this.sightings = sightings;
    this.inbound = inbound;
    this.loads = loads;
    this.book = book;
    this.units = units;
    this.tasks = tasks;
    this.screens = screens;
    this.stationScans = stationScans;
    this.clock = clock;
    LOG.debug("floor {} is declared", declaredFirst.floor().site());
    stations.declare(site.stations().stream().map(SiteWords::stationOf).toList());
  }

  @Override
  public synchronized void open() {
    PlayedFloor simulated = new PlayedFloor(site, options, broker);
    SightingFeed readPoints =
        new SightingFeed(
            current,
            sightings,
            screens,
            new Recordings(site.recording(), options.dataDir().resolve("recordings"), book),
            this::isKnown,
            clock);
    Devices devices =
        new Devices(
            current,
            simulated,
            readPoints,
            stationScans,
            new PrintQueues(options.dataDir().resolve("spool"), clock),
            clock);
    DoorKeeper doors = new DoorKeeper(site, devices, inbound, units, tasks, clock);
    ExpectedGoods expected = new ExpectedGoods(site, readPoints.points(), inbound, loads, units);
    DropGates gates =
        new DropGates(site, tag -> units.byTag(tag).map(unit -> unit.sscc().digits()));
    readPoints.listen(gates::sighted);
    HandOverStations stations = new HandOverStations(site, pointsOf(devices));
    running =
        new Running(
            simulated,
            readPoints,
            devices,
            doors,
            gates,
            stations,
            expected,
            new DeviceScreens(devices, clock));
    readPoints.start();
    expected.start();
    devices.start();
    doors.start();
    stations.start();
    fleet.start(
        new Machinery(new LaneDoors(site, devices), new LaneLifts(site, devices), gates, stations));
  }

  private static Points pointsOf(Devices devices) {
    return new Points() {
      @Override
      public Optional<Boolean> value(String point) {
        return devices.point(point).flatMap(PointValue::value);
      }

      @Override
      public boolean write(String point, boolean on) {
        return devices.write(point, on) == WriteOutcome.CONFIRMED;
      }
    };
  }

  @Override
  public synchronized void close() {
    Running ending = running;
    running = null;
    if (ending == null) {
      return;
    }
    fleet.stop();
    ending.doors().close();
    ending.stations().close();
    ending.expected().close();
    ending.devices().close();
    ending.readPoints().close();
    ending.gates().close();
    ending.simulated().close();
  }

  @Override
  public boolean isOpen() {
    return running != null;
  }

  /** The simulated hardware, while it runs; empty on a site of real devices. */
  public Optional<Simulator> simulator() {
    Running now = running;
    return now == null ? Optional.empty() : now.simulated().simulator();
  }

  /** Every unit of every Modbus line, as it is now. */
  public List<LineUnit> lineUnits() {
    Running now = running;
    return now == null ? List.of() : now.devices().lineUnits();
  }

  /** What people use at simulated stations, while it runs. */
  public Optional<StationGear> gear() {
    Running now = running;
    return now == null ? Optional.empty() : now.simulated().gear();
  }

  @Override
  public List<DeviceStatus> devices() {
    Running now = running;
    if (now == null) {
      return List.of();
    }
    List<DeviceStatus> all = new ArrayList<>(now.deviceScreens().all());
    all.add(
        now.deviceScreens()
            .link(
                "broker",
                DeviceStatus.DeviceKind.BROKER,
                "mqtt",
                broker.uri(),
                gateway.wire().health()));
    return all;
  }

  @Override
  public Optional<DeviceDetails> device(String name) {
    Running now = running;
    if (now == null) {
      return Optional.empty();
    }
    return now.deviceScreens()
        .find(name)
        .or(
            () ->
                devices().stream()
                    .filter(device -> device.name().equals(name))
                    .findFirst()
                    .map(
                        device ->
                            new DeviceDetails(
                                device,
                                List.of(),
                                false,
                                false,
                                false,
                                DeviceDetails.Special.NOTHING)));
  }

  @Override
  public Optional<TelegramSource> telegrams(String device) {
    Running now = running;
    return now == null ? Optional.empty() : now.deviceScreens().telegrams(device);
  }

  @Override
  public Optional<DeviceTest> test(String device) {
    Running now = running;
    return now == null ? Optional.empty() : now.deviceScreens().test(device);
  }

  /** The devices while the floor runs. */
  public Optional<Devices> running() {
    return Optional.ofNullable(running).map(Running::devices);
  }

  /** The site as it is now, with the devices that were changed on screen. */
  public Site site() {
    return current;
  }

  /** What was decided lately at the read points; empty while the floor does not run. */
  public Optional<RecentPasses> passes() {
    Running now = running;
    return now == null ? Optional.empty() : Optional.of(now.readPoints().passes());
  }

  /** The read points; empty while the floor does not run. */
  public Optional<ReadPointWatch> readPoints() {
    Running now = running;
    return now == null ? Optional.empty() : Optional.of(now.readPoints().points());
  }

  private boolean isKnown(String point) {
    Running now = running;
    return now != null && now.devices().point(point).map(PointValue::known).orElse(false);
  }

  /** True when the simulator can play this device, or the floor does not run. */
  boolean canPlay(SiteDevice entry) {
    Running now = running;
    return now == null || now.devices().addressOf(entry).isPresent();
  }

  /** Takes over the devices of the site as it is now; the rest of it is the same. */
  public synchronized void apply(Site changed) {
    current = changed;
    Running now = running;
    if (now != null) {
      now.readPoints().apply(changed);
      now.devices().apply(changed);
    }
  }

  @Override
  public Optional<Boolean> point(String name) {
    Running now = running;
    return now == null ? Optional.empty() : now.devices().point(name).flatMap(PointValue::value);
  }

  /** Doors that were told to move and do not. */
  List<String> stuckDoors() {
    Running now = running;
    return now == null
        ? List.of()
        : site.doors().stream().filter(now.doors()::stuck).map(Site.Door::location).toList();
  }
}
