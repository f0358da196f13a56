package dev.aisle.hmi.bridge.played;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.vda5050.Vda5050Vehicle;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.device.plc.Point;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.fleet.Roadmaps;
import dev.aisle.sim.SimConfig;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.station.StationGear;
import dev.aisle.sim.vehicle.VehicleSpec;
import dev.aisle.sim.world.GateSpec;
import dev.aisle.sim.world.PortalSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the simulated part of the site behind real wires, and knows where those wires end. The
 * drivers get nothing but an address, as they would from the site file.
 */
final class SimulatedFloor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedFloor.class);
  private static final double MM_PER_M = 1000;
  private static final double ACCELERATION_MPS2 = 0.8;

  private static final String LOOPBACK = "127.0.0.1:";

  private final Simulator simulator;
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<String, Wire> wires = new HashMap<>();
  private final Site site;
  private final Path runtime;
  private final PlayedStations stations;

  private SimulatedFloor(Site site, RunOptions options, BrokerLink broker) throws IOException {
    this.site = site;
    this.runtime = options.runtime();
    Files.createDirectories(options.runtime());
    this.stations = new PlayedStations(options.runtime(), site.seed());
    List<ReaderSpec> readers = new ArrayList<>();
    List<HeadSpec> heads = new ArrayList<>();
    Optional<PlcSpec> plc = Optional.empty();
    int headPort = freePort();
    for (SiteDevice device : site.devices()) {
      if (!device.simulated()) {
        continue;
      }
      switch (device) {
        case SiteDevice.UhfReader reader -> {
          readers.add(specOf(reader));
          addresses.put(reader.name(), linkOf(reader).toString());
        }
        case SiteDevice.TagHead head -> {
          heads.add(specOf(head));
          addresses.put(head.name(), LOOPBACK + headPort);
        }
        case SiteDevice.Plc controller -> {
          if (plc.isPresent()) {
            continue;
          }
          int port = freePort();
          plc = Optional.of(specOf(controller, port));
          addresses.put(controller.name(), LOOPBACK + port);
        }
        case StationDevice station -> {
          continue; // played when its driver asks for it
        }
      }
      wires.put(device.name(), Wire.of(device));
    }
    PlcSpec noPlc = new PlcSpec("none", freePort(), Map.of());
    this.simulator =
        Simulator.open(
            new SimConfig(
                vehiclesOf(site, broker),
                site.nodes(Site.NodeUse.CHARGER).stream()
                    .map(Site.Node::id)
                    .collect(Collectors.toSet()),
                portalsOf(site),
                floorAntennasOf(site),
                readers,
                plc.orElse(noPlc),
                heads.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SimConfig.HeadGateway(headPort, heads)),
                site.seed(),
                options.speed(),
                options.dataDir().resolve("world.json")));
  }

  static SimulatedFloor open(Site site, RunOptions options, BrokerLink broker) {
    try {
      return new SimulatedFloor(site, options, broker);
    } catch (IOException e) {
      throw new CannotStart("The simulator cannot start: %s.".formatted(e.getMessage()), e);
    }
  }

  Simulator simulator() {
    return simulator;
  }

  /** What people use at the stations. */
  StationGear gear() {
    return stations.gear();
  }

  /** Where the driver finds this device; it is played from now on, if it was not before. */
  synchronized Optional<String> addressOf(SiteDevice device) {
    Wire wanted = Wire.of(device);
    if (wanted.equals(wires.get(device.name()))) {
      return Optional.ofNullable(addresses.get(device.name()));
    }
    try {
      addresses.put(device.name(), begin(device));
      wires.put(device.name(), wanted);
      return Optional.ofNullable(addresses.get(device.name()));
    } catch (IOException e) {
      LOG.warn("{} cannot be played: {}", device.name(), e.getMessage());
      return Optional.empty();
    }
  }

  private String begin(SiteDevice device) throws IOException {
    switch (device) {
      case SiteDevice.UhfReader reader -> {
        ReaderSpec spec = specOf(reader);
        simulator.play(spec);
        return linkOf(reader).toString();
      }
      case SiteDevice.TagHead head -> {
        int port = freePort();
        simulator.play(head.name(), new SimConfig.HeadGateway(port, List.of(specOf(head))));
        return LOOPBACK + port;
      }
      case SiteDevice.Plc controller -> {
        int port = freePort();
        simulator.play(specOf(controller, port));
        return LOOPBACK + port;
      }
      case StationDevice station -> {
        return stations.play(station);
      }
    }
  }

  /** What must be the same for the device that is played already to do. */
  private record Wire(String driver, Object what) {
    static Wire of(SiteDevice device) {
      return switch (device) {
        case SiteDevice.UhfReader reader -> new Wire(reader.driver(), reader.baud());
        case SiteDevice.TagHead head ->
            new Wire(head.driver(), List.of(head.wire().unit(), head.readPoints()));
        case SiteDevice.Plc plc -> new Wire(plc.driver(), plc.plan().wiring().points().keySet());
        case StationDevice station -> new Wire(station.driver(), PlayedStations.what(station));
      };
    }
  }

  private ReaderSpec specOf(SiteDevice.UhfReader reader) {
    ReaderMake make = ReaderMake.ofDriver(reader.driver());
    return new ReaderSpec(
        reader.name(),
        make,
        new ReaderSpec.Socket.Serial(linkOf(reader)),
        reader.baud().orElse(make.usualBaud()));
  }

  private Path linkOf(SiteDevice.UhfReader reader) {
    return runtime.resolve(reader.name()).toAbsolutePath();
  }

  private HeadSpec specOf(SiteDevice.TagHead head) {
    return new HeadSpec(
        head.name(),
        head.wire().unit(),
        head.readPoints().stream().findFirst().map(point -> locationOf(site, point)).orElse(""));
  }

  private static List<SimConfig.VehiclePlayed> vehiclesOf(Site site, BrokerLink broker) {
    Set<String> maps =
        site.floor().nodes().stream()
            .map(Site.Node::map)
            .filter(map -> !map.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return site.vehicles().stream()
        .filter(Site.Vehicle::simulated)
        .map(
            v -> {
              Site.Node home = site.node(v.parksAt()).orElseThrow();
              Vda5050Vehicle as = v.profile().in(v.profile().version().orElse(Version.V2_1));
              VehicleSpec spec =
                  new VehicleSpec(
                          new VehicleId(v.id()),
                          v.manufacturer(),
                          v.serial(),
                          home.id(),
                          home.xM(),
                          home.yM(),
                          Roadmaps.mapOf(site, v.parksAt()),
                          v.lengthMm() / MM_PER_M,
                          v.widthMm() / MM_PER_M,
                          v.maxSpeedMps(),
                          ACCELERATION_MPS2)
                      .speaking(as.version(), as.dialect(), longestOrder(v))
                      .knowing(maps);
              return new SimConfig.VehiclePlayed(spec, broker.simulated(v.id()));
            })
        .toList();
  }

  /** A simulated vehicle holds what the site file says of the one it plays. */
  private static int longestOrder(Site.Vehicle vehicle) {
    return vehicle.profile().stated().lists().getOrDefault("order.nodes", 0);
  }

  private static List<PortalSpec> portalsOf(Site site) {
    List<PortalSpec> portals = new ArrayList<>();
    for (Site.ReadPoint point : site.readPoints()) {
      Optional<Site.Door> door = site.door(point.location());
      List<Site.Feed> feeds = site.feeds(point.id());
      if (point.eyes().isEmpty() || door.isEmpty() || feeds.isEmpty()) {
        continue;
      }
      boolean inbound = site.node(point.location()).orElseThrow().use() == Site.NodeUse.DOCK;
      portals.add(
          new PortalSpec(
              point.location(),
              feeds.getFirst().device(),
              hanging(feeds),
              inbound ? PortalSpec.Flow.INBOUND : PortalSpec.Flow.OUTBOUND,
              point.eyes().get().outer(),
              point.eyes().get().inner(),
              door.get().openCommand(),
              door.get().isOpen(),
              door.get().isClosed(),
              door.get().truckHere().orElse(point.location() + ".truck-here")));
    }
    return portals;
  }

  /** The antennas of RFID gates that no door has hang over the node of their read point. */
  private static List<GateSpec> floorAntennasOf(Site site) {
    Set<String> gates =
        site.floor().nodes().stream()
            .flatMap(node -> node.gate().stream())
            .collect(Collectors.toSet());
    List<GateSpec> hanging = new ArrayList<>();
    for (Site.ReadPoint point : site.readPoints()) {
      Optional<Site.Node> node = site.node(point.location());
      if (!gates.contains(point.id()) || point.eyes().isPresent() || node.isEmpty()) {
        continue;
      }
      Map<String, Set<Integer>> antennas = new TreeMap<>();
      site.feeds(point.id())
          .forEach(
              feed ->
                  antennas
                      .computeIfAbsent(feed.device(), any -> new TreeSet<>())
                      .add(feed.antenna()));
      antennas.forEach(
          (reader, numbers) ->
              hanging.add(new GateSpec(reader, numbers, node.get().xM(), node.get().yM())));
    }
    return hanging;
  }

  /**
   * Where the antennas of the first reader hang; nothing when the site does not tell them apart.
   */
  private static Map<Integer, PortalSpec.Hangs> hanging(List<Site.Feed> feeds) {
    Map<Integer, PortalSpec.Hangs> hanging = new TreeMap<>();
    if (feeds.stream().allMatch(feed -> feed.side() == SiteDevice.Side.ANY)) {
      return hanging;
    }
    for (Site.Feed feed : feeds) {
      if (feed.device().equals(feeds.getFirst().device())) {
        hanging.put(
            feed.antenna(),
            switch (feed.side()) {
              case ANY -> PortalSpec.Hangs.MIDDLE;
              case OUTER -> PortalSpec.Hangs.OUTER;
              case INNER -> PortalSpec.Hangs.INNER;
            });
      }
    }
    return hanging;
  }

  private PlcSpec specOf(SiteDevice.Plc controller, int port) {
    return new PlcSpec(
        controller.name(),
        port,
        pointsOf(controller),
        PlayedMachines.gatesOf(controller),
        PlayedMachines.liftsOf(site, controller),
        PlayedMachines.handOversOf(site, controller));
  }

  private static Map<String, PlcPoint> pointsOf(SiteDevice.Plc plc) {
    Map<String, PlcPoint> points = new HashMap<>();
    plc.plan()
        .wiring()
        .points()
        .forEach(
            (name, point) ->
                points.put(
                    name,
                    point.kind() == Point.Kind.COIL
                        ? PlcPoint.coil(point.address())
                        : PlcPoint.input(point.address())));
    return points;
  }

  private static String locationOf(Site site, String readPoint) {
    return site.readPoints().stream()
        .filter(p -> p.id().equals(readPoint))
        .findFirst()
        .orElseThrow()
        .location();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    stations.close();
    simulator.close();
  }
}
