package dev.aisle.hmi.app.site;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code site.yaml} says, checked as a whole: every name that is used is also defined, every
 * id is given once. Lists keep the order of the file.
 */
public record Site(
    String id,
    ZoneId timezone,
    String companyPrefix,
    long seed,
    Floor floor,
    List<Vehicle> vehicles,
    List<Device> devices,
    List<ReadPoint> readPoints,
    List<Station> stations,
    List<Door> doors,
    Policies policies,
    Optional<DatabaseServer> database,
    Optional<BrokerServer> broker) {

  public Site {
    vehicles = List.copyOf(vehicles);
    devices = List.copyOf(devices);
    readPoints = List.copyOf(readPoints);
    stations = List.copyOf(stations);
    doors = List.copyOf(doors);
  }

  /** True when any part of the floor is played by the simulator. */
  public boolean simulated() {
    return devices.stream().anyMatch(Device::simulated)
        || vehicles.stream().anyMatch(Vehicle::simulated);
  }

  public Optional<Node> node(String nodeId) {
    return floor.nodes.stream().filter(node -> node.id.equals(nodeId)).findFirst();
  }

  /** Nodes of one use, in the order of the file. */
  public List<Node> nodes(NodeUse use) {
    return floor.nodes.stream().filter(node -> node.use == use).toList();
  }

  public Optional<Device> device(String name) {
    return devices.stream().filter(device -> device.name().equals(name)).findFirst();
  }

  public Optional<Door> door(String location) {
    return doors.stream().filter(door -> door.location.equals(location)).findFirst();
  }

  public record Floor(List<Node> nodes, List<Lane> lanes, List<Block> blocks) {
    public Floor {
      nodes = List.copyOf(nodes);
      lanes = List.copyOf(lanes);
      blocks = List.copyOf(blocks);
    }
  }

  /** What a point on the floor is for. Vehicles stop to load or unload only at the named ones. */
  public enum NodeUse {
    LANE("lane"),
    DOCK("dock"),
    SHIP_DOCK("ship-dock"),
    SLOT("slot"),
    PICK("pick"),
    PACK("pack"),
    CHARGER("charger"),
    PARKING("parking");

    private final String word;

    NodeUse(String word) {
      this.word = word;
    }

    /** The word in the site file. */
    public String word() {
      return word;
    }
  }

  /**
   * A point on the floor.
   *
   * @param holds how many handling units may stand here; 0 for a lane, a charger or a parking place
   */
  public record Node(String id, double xM, double yM, NodeUse use, int holds, String zone) {}

  /** One direction of travel; a lane that is driven both ways is two of these. */
  public record Lane(String from, String to, double speedMps) {}

  /** A shared space that only some vehicles may be in at a time. */
  public record Block(String id, List<String> nodes, int atMost) {
    public Block {
      nodes = List.copyOf(nodes);
    }
  }

  public record Vehicle(
      String id,
      String driver,
      String version,
      String manufacturer,
      String serial,
      int lengthMm,
      int widthMm,
      double maxSpeedMps,
      String parksAt,
      boolean simulated) {}

  /** Something on a wire. */
  public sealed interface Device {
    String name();

    /** The word after {@code driver:} in the site file. */
    String driver();

    /** Played by the simulator over its real protocol. */
    boolean simulated();
  }

  /**
   * A UHF reader on a serial line or a TCP socket.
   *
   * @param port serial path or host:port; empty only for a simulated reader
   * @param antennas antenna number to read point
   */
  public record UhfReader(
      String name,
      String driver,
      Optional<String> port,
      int baud,
      OptionalInt powerDbm,
      Map<Integer, String> antennas,
      boolean simulated)
      implements Device {
    public UhfReader {
      antennas = Map.copyOf(antennas);
    }
  }

  /**
   * An HF head that is polled over Modbus TCP.
   *
   * @param address host:port; empty only for a simulated head
   * @param unit Modbus unit id on that address, 1 to 247
   */
  public record TagHead(
      String name,
      String driver,
      Optional<String> address,
      int unit,
      String readPoint,
      boolean simulated)
      implements Device {}

  /**
   * A controller with named points.
   *
   * @param points point name to its place, such as {@code coil 3} or {@code input 12}
   */
  public record Plc(
      String name,
      String driver,
      Optional<String> address,
      int unit,
      Map<String, String> points,
      boolean simulated)
      implements Device {
    public Plc {
      points = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(points));
    }
  }

  /**
   * A place where tags are seen.
   *
   * @param step what a sighting here means: receiving, shipping, picking, storing or passing
   * @param eyes the pair of photo-eyes that tell the direction, where there is one
   */
  public record ReadPoint(
      String id,
      String device,
      int antenna,
      String location,
      String step,
      Duration sameTagAgainAfter,
      Optional<Eyes> eyes) {}

  /** Point names of the two photo-eyes of a portal; outer is on the side of the truck. */
  public record Eyes(String outer, String inner) {}

  /**
   * Where people work.
   *
   * @param positions the nodes it serves, in order
   * @param does receive, pick, pack, load
   * @param packsTo where packed goods are set down
   */
  public record Station(
      String id, List<String> positions, List<String> does, Optional<String> packsTo) {
    public Station {
      positions = List.copyOf(positions);
      does = List.copyOf(does);
    }
  }

  /** A dock door, by the names of its points. */
  public record Door(
      String location,
      String openCommand,
      String isOpen,
      String isClosed,
      Optional<String> truckHere) {}

  public record Policies(List<String> putAway, Charging charging) {
    public Policies {
      putAway = List.copyOf(putAway);
    }
  }

  public record Charging(int goAtPercent, int leaveAtPercent) {}

  /** A PostgreSQL server of the site; without one the embedded server is started. */
  public record DatabaseServer(String url, String user, String password) {
    @Override
    public String toString() {
      return "DatabaseServer[%s, %s]".formatted(url, user);
    }
  }

  /** An MQTT broker of the site; without one the embedded broker is started. */
  public record BrokerServer(String uri, String user, String password) {
    @Override
    public String toString() {
      return "BrokerServer[%s, %s]".formatted(uri, user);
    }
  }
}
