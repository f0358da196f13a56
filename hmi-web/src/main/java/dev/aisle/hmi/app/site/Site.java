package dev.aisle.hmi.app.site;

import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.vda5050.VehicleProfile;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
    List<SiteDevice> devices,
    List<ReadPoint> readPoints,
    List<Station> stations,
    List<Door> doors,
    Policies policies,
    Optional<DatabaseServer> database,
    Optional<SiteBroker> broker,
    List<ReadCycle> readCycles,
    Optional<Recording> recording) {
  public static final String FILE = "site.yaml";

  /** Devices that were changed on screen, beside the site file. */
  public static final String CHANGES = "devices.yaml";

  public Site {
    vehicles = List.copyOf(vehicles);
    devices = List.copyOf(devices);
    readPoints = List.copyOf(readPoints);
    stations = List.copyOf(stations);
    doors = List.copyOf(doors);
    readCycles = List.copyOf(readCycles);
  }

  /** True when any part of the floor is played by the simulator. */
  public boolean simulated() {
    return devices.stream().anyMatch(SiteDevice::simulated)
        || vehicles.stream().anyMatch(Vehicle::simulated);
  }

  public Optional<Node> node(String nodeId) {
    return floor.nodes.stream().filter(node -> node.id.equals(nodeId)).findFirst();
  }

  /** Nodes of one use, in the order of the file. */
  public List<Node> nodes(NodeUse use) {
    return floor.nodes.stream().filter(node -> node.use == use).toList();
  }

  public Optional<SiteDevice> device(String name) {
    return devices.stream().filter(device -> device.name().equals(name)).findFirst();
  }

  /** An antenna of a device that feeds a read point. */
  public record Feed(String device, int antenna, SiteDevice.Side side) {}

  /** The antennas that feed a read point: those it names, then those that name it. */
  public List<Feed> feeds(String readPoint) {
    List<Feed> feeds = new ArrayList<>();
    readPoints.stream()
        .filter(point -> point.id.equals(readPoint))
        .flatMap(point -> point.antennas.stream())
        .filter(
            feed ->
                device(feed.device)
                    .filter(device -> device.antennas().containsKey(feed.antenna))
                    .isPresent())
        .forEach(feeds::add);
    for (SiteDevice device : devices) {
      device
          .antennas()
          .forEach(
              (number, antenna) -> {
                boolean named =
                    feeds.stream()
                        .anyMatch(f -> f.device.equals(device.name()) && f.antenna == number);
                if (!named && antenna.readPoint().filter(readPoint::equals).isPresent()) {
                  feeds.add(new Feed(device.name(), number, antenna.side()));
                }
              });
    }
    return feeds;
  }

  public Optional<Door> door(String location) {
    return doors.stream().filter(door -> door.location.equals(location)).findFirst();
  }

  public record Floor(
      List<Node> nodes, List<Lane> lanes, List<Block> blocks, List<Zone> zones, List<Lift> lifts) {
    public Floor {
      nodes = List.copyOf(nodes);
      lanes = List.copyOf(lanes);
      blocks = List.copyOf(blocks);
      zones = List.copyOf(zones);
      lifts = List.copyOf(lifts);
    }

    /** A floor without zones. */
    public Floor(List<Node> nodes, List<Lane> lanes, List<Block> blocks) {
      this(nodes, lanes, blocks, List.of(), List.of());
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
   * @param gate the read point that has to see a load before a vehicle sets it down here
   * @param handOver how the machine is spoken to that takes and gives loads here
   * @param map the level that it is on; empty where the floor has only one
   */
  public record Node(
      String id,
      double xM,
      double yM,
      NodeUse use,
      int holds,
      String zone,
      Optional<String> gate,
      Optional<HandOver> handOver,
      String map) {
    /** Without machines of its own, on a floor of one level. */
    public Node(String id, double xM, double yM, NodeUse use, int holds, String zone) {
      this(id, xM, yM, use, holds, zone, Optional.empty(), Optional.empty(), "");
    }
  }

  /**
   * A conveyor's end, or another machine that hands loads over. All but the last two are points of
   * controllers.
   *
   * @param ready input: it stands still and will stay so while it is asked
   * @param occupied input: a load is on it
   * @param request output: a vehicle comes or stands there
   * @param busy output: a load is being handed over
   * @param instead the node to which a load is brought when it is not taken here
   * @param within it must be ready so long after a vehicle has come
   */
  public record HandOver(
      String ready,
      String occupied,
      String request,
      String busy,
      Optional<String> instead,
      Duration within) {}

  /** One direction of travel; a lane that is driven both ways is two of these. */
  public record Lane(String from, String to, double speedMps, LaneWay way, Optional<String> door) {
    /** Without a door. */
    public Lane(String from, String to, double speedMps, LaneWay way) {
      this(from, to, speedMps, way, Optional.empty());
    }

    /** A straight lane for everybody. */
    public Lane(String from, String to, double speedMps) {
      this(from, to, speedMps, LaneWay.PLAIN);
    }
  }

  /**
   * A lift between levels.
   *
   * @param id name of the machine that moves it
   * @param stops nodes in its cab, each on the map of its level
   * @param ride from one level to the next
   */
  public record Lift(String id, List<String> stops, Duration ride) {
    public Lift {
      stops = List.copyOf(stops);
    }
  }

  /** A shared space that only some vehicles may be in at a time. */
  public record Block(String id, List<String> nodes, int atMost) {
    public Block {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * @param profile how it is spoken to and what it can do, as far as the site says
   * @param reportEveryS it is asked where it is when it has not said so for this long; empty when
   *     it reports as it is used to
   * @param type of vehicle, as the speed limits of lanes name it; empty for none
   */
  public record Vehicle(
      String id,
      String driver,
      VehicleProfile profile,
      int lengthMm,
      int widthMm,
      double maxSpeedMps,
      String parksAt,
      boolean simulated,
      OptionalInt reportEveryS,
      String type) {
    /** A vehicle of no special type. */
    public Vehicle(
        String id,
        String driver,
        VehicleProfile profile,
        int lengthMm,
        int widthMm,
        double maxSpeedMps,
        String parksAt,
        boolean simulated,
        OptionalInt reportEveryS) {
      this(
          id,
          driver,
          profile,
          lengthMm,
          widthMm,
          maxSpeedMps,
          parksAt,
          simulated,
          reportEveryS,
          "");
    }

    public String manufacturer() {
      return profile.manufacturer();
    }

    public String serial() {
      return profile.serial();
    }
  }

  /**
   * A place where tags are seen, by one antenna or by several.
   *
   * @param step what a sighting here means: receiving, shipping, picking, storing or passing
   * @param eyes the pair of photo-eyes that tell the direction, where there is one
   * @param antennas those it names itself; others may name it
   */
  public record ReadPoint(
      String id,
      String location,
      String step,
      Duration sameTagAgainAfter,
      Optional<Eyes> eyes,
      ReadRules rules,
      List<Feed> antennas) {
    public ReadPoint {
      antennas = List.copyOf(antennas);
    }
  }

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

  /**
   * @param parcelsPerTruck when a load has so many, no further parcel is brought to its dock
   */
  public record Policies(List<String> putAway, Charging charging, int parcelsPerTruck) {
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

  /**
   * What the readers heard is kept, to be decided again later.
   *
   * @param fileMb size of one file
   * @param keepMb of one run of the program; the oldest files go first
   * @param runs so many runs are kept
   */
  public record Recording(int fileMb, int keepMb, int runs) {}
}
