package dev.aisle.hmi.bridge;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.device.plc.Point;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.RunOptions;
import dev.aisle.hmi.app.broker.BrokerLink;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.sim.SimConfig;
import dev.aisle.sim.Simulator;
import dev.aisle.sim.plc.HeadSpec;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.PlcSpec;
import dev.aisle.sim.reader.ReaderMake;
import dev.aisle.sim.reader.ReaderSpec;
import dev.aisle.sim.vehicle.VehicleSpec;
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
import java.util.stream.Collectors;

/**
 * Plays the simulated part of the site behind real wires, and knows where those wires end. The
 * drivers get nothing but an address, as they would from the site file.
 */
final class SimulatedFloor implements AutoCloseable {
  private static final double MM_PER_M = 1000;
  private static final double ACCELERATION_MPS2 = 0.8;
  private static final String LOOPBACK = "127.0.0.1:";

  private final Simulator simulator;
  private final Map<String, String> addresses = new HashMap<>();

  private SimulatedFloor(Site site, RunOptions options, BrokerLink broker) throws IOException {
    Files.createDirectories(options.runtime());
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
          Path link = options.runtime().resolve(reader.name()).toAbsolutePath();
          ReaderMake make = ReaderMake.ofDriver(reader.driver());
          readers.add(
              new ReaderSpec(
                  reader.name(),
                  make,
                  new ReaderSpec.Socket.Serial(link),
                  reader.baud().orElse(make.usualBaud())));
          addresses.put(reader.name(), link.toString());
        }
        case SiteDevice.TagHead head -> {
          heads.add(
              new HeadSpec(
                  head.name(), head.wire().unit(), locationOf(site, head.readPoints().getFirst())));
          addresses.put(head.name(), LOOPBACK + headPort);
        }
        case SiteDevice.Plc controller -> {
          int port = freePort();
          plc = Optional.of(new PlcSpec(controller.name(), port, pointsOf(controller)));
          addresses.put(controller.name(), LOOPBACK + port);
        }
      }
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

  /** Where the driver finds this device; empty when it is not played here. */
  Optional<String> addressOf(SiteDevice device) {
    return Optional.ofNullable(addresses.get(device.name()));
  }

  private static List<SimConfig.VehiclePlayed> vehiclesOf(Site site, BrokerLink broker) {
    return site.vehicles().stream()
        .filter(Site.Vehicle::simulated)
        .map(
            v -> {
              Site.Node home = site.node(v.parksAt()).orElseThrow();
              VehicleSpec spec =
                  new VehicleSpec(
                      new VehicleId(v.id()),
                      v.manufacturer(),
                      v.serial(),
                      home.id(),
                      home.xM(),
                      home.yM(),
                      Roadmaps.MAP_ID,
                      v.lengthMm() / MM_PER_M,
                      v.widthMm() / MM_PER_M,
                      v.maxSpeedMps(),
                      ACCELERATION_MPS2);
              return new SimConfig.VehiclePlayed(
                  spec,
                  new MqttSettings(broker.uri(), v.id(), v.id(), broker.vehiclePassword(v.id())));
            })
        .toList();
  }

  private static List<PortalSpec> portalsOf(Site site) {
    List<PortalSpec> portals = new ArrayList<>();
    for (Site.ReadPoint point : site.readPoints()) {
      Optional<Site.Door> door = site.door(point.location());
      if (point.eyes().isEmpty() || door.isEmpty() || site.feeds(point.id()).isEmpty()) {
        continue;
      }
      boolean inbound = site.node(point.location()).orElseThrow().use() == Site.NodeUse.DOCK;
      portals.add(
          new PortalSpec(
              point.location(),
              site.feeds(point.id()).getFirst().device(),
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
    simulator.close();
  }
}
