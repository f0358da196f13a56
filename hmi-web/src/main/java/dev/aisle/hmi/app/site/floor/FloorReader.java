package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code floor:}. */
public final class FloorReader {
  private static final double FLOOR_LIMIT_M = 10_000;
  private static final Set<String> USES =
      Arrays.stream(Site.NodeUse.values())
          .map(Site.NodeUse::word)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private final Reading reading;
  private final Map<String, Site.Node> places = new LinkedHashMap<>();
  private final List<Site.Lane> lanes = new ArrayList<>();
  private final List<Site.Block> blocks = new ArrayList<>();
  private final List<Zone> zones = new ArrayList<>();
  private final List<Site.Lift> lifts = new ArrayList<>();
  private String map = "";
  private List<Lane> imported = List.of();
  private final Map<Spot, String> positions = new HashMap<>();

  private record Spot(String map, double xM, double yM) {}

  private FloorReader(Reading reading) {
    this.reading = reading;
  }

  public static Site.Floor read(Part site) {
    FloorReader reader = new FloorReader(site.reading());
    if (!site.has("floor")) {
      site.missing("floor", "{nodes: …, lanes: …}");
    }
    site.part("floor").ifPresent(reader::floor);
    return new Site.Floor(
        List.copyOf(reader.places.values()),
        reader.lanes,
        reader.blocks,
        reader.zones,
        reader.lifts);
  }

  private void floor(Part floor) {
    map = floor.text("map").orElse("");
    if (floor.has("lif")) {
      LifFloor.read(floor).ifPresent(this::take);
    } else if (!floor.has("nodes")) {
      floor.missing("nodes", "{D1: {at_m: [2.0, 1.5], is: dock}}");
    }
    floor.parts("nodes", this::node);
    LaneReader lanes = new LaneReader(reading, places, imported);
    floor.list("lanes", (index, lane) -> lanes.lane(lane));
    this.lanes.addAll(lanes.lanes());
    floor.parts("blocks", this::block);
    floor.parts("zones", (id, zone) -> ZoneReader.read(id, zone, map).ifPresent(zones::add));
    LiftReader lift = new LiftReader(reading, places);
    floor.parts("lifts", (id, part) -> lift.read(id, part).ifPresent(lifts::add));
    floor.done();
  }

  /** A floor that stands in another file; the site file may say more of its nodes. */
  private void take(LifFloor floor) {
    for (Place place : floor.plan().places()) {
      Site.NodeUse use = FloorPlans.useOf(place.use());
      reading.define(Kind.NODE, place.id(), floor.at(), "floor.lif");
      reading.nodeIs(place.id(), use);
      positions.putIfAbsent(new Spot(map, place.xM(), place.yM()), place.id());
      places.put(
          place.id(),
          new Site.Node(
              place.id(),
              place.xM(),
              place.yM(),
              use,
              place.holds(),
              place.storage(),
              Optional.empty(),
              Optional.empty(),
              map));
    }
    imported = floor.plan().lanes();
  }

  private void node(String id, Part part) {
    Optional<Site.Node> known = Optional.ofNullable(places.get(id)).filter(n -> !part.has("at_m"));
    if (known.isPresent()) {
      more(known.get(), part);
      return;
    }
    reading.define(Kind.NODE, id, part.at(), part.where());
    Optional<double[]> at = position(part);
    Optional<String> word = part.word("is", USES);
    Site.NodeUse use = word.map(FloorReader::use).orElse(Site.NodeUse.LANE);
    reading.nodeIs(id, use);
    OptionalInt holds = part.count("holds");
    String zone = part.text("zone").orElse(use == Site.NodeUse.SLOT ? "ambient" : "");
    Optional<String> gate = gate(part, use);
    Optional<Site.HandOver> handOver = handOver(id, part, use);
    String level = part.text("map").orElse(map);
    part.done();
    if (at.isPresent()) {
      String other = positions.putIfAbsent(new Spot(level, at.get()[0], at.get()[1]), id);
      if (other != null) {
        part.fault("at_m", "'%s' already stands at this position".formatted(other));
      }
      places.put(
          id,
          new Site.Node(
              id,
              at.get()[0],
              at.get()[1],
              use,
              holds.orElse(usualRoom(use)),
              zone,
              gate,
              handOver,
              level));
    }
  }

  /** What the site says of a node whose position stands elsewhere. */
  private void more(Site.Node node, Part part) {
    Site.NodeUse use = part.word("is", USES).map(FloorReader::use).orElse(node.use());
    int holds = part.count("holds").orElse(use == node.use() ? node.holds() : usualRoom(use));
    String zone = part.text("zone").orElse(use == Site.NodeUse.SLOT ? "ambient" : "");
    Optional<String> gate = gate(part, use);
    Optional<Site.HandOver> handOver = handOver(node.id(), part, use);
    String level = part.text("map").orElse(node.map());
    part.done();
    reading.nodeIs(node.id(), use);
    places.put(
        node.id(),
        new Site.Node(node.id(), node.xM(), node.yM(), use, holds, zone, gate, handOver, level));
  }

  /** The read point that sees what is set down here. */
  private Optional<String> gate(Part part, Site.NodeUse use) {
    Optional<String> gate = part.text("gate");
    gate.ifPresent(
        point -> {
          reading.use(Kind.READ_POINT, point, part.at("gate"), part.way("gate"));
          if (usualRoom(use) == 0) {
            part.fault("gate", "no load is set down at a node that is a %s".formatted(use.word()));
          }
        });
    return gate;
  }

  private Optional<Site.HandOver> handOver(String node, Part part, Site.NodeUse use) {
    Optional<Site.HandOver> handOver =
        part.part("hand_over").flatMap(one -> new HandOverReader(reading, node).read(one));
    if (part.has("hand_over") && usualRoom(use) == 0) {
      part.fault(
          "hand_over", "no load is handed over at a node that is a %s".formatted(use.word()));
    }
    return handOver;
  }

  private static Site.NodeUse use(String word) {
    return Arrays.stream(Site.NodeUse.values())
        .filter(use -> use.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static int usualRoom(Site.NodeUse use) {
    return switch (use) {
      case DOCK, SHIP_DOCK, SLOT, PICK, PACK -> 1;
      case LANE, CHARGER, PARKING -> 0;
    };
  }

  private static Optional<double[]> position(Part part) {
    if (!part.has("at_m")) {
      part.missing("at_m", "[2.0, 1.5]");
      return Optional.empty();
    }
    List<Part.Item> items = part.texts("at_m");
    double[] at =
        items.stream()
            .flatMap(item -> Part.parse(item.text()).stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    boolean valid =
        items.size() == 2
            && at.length == 2
            && Arrays.stream(at).allMatch(metres -> Math.abs(metres) <= FLOOR_LIMIT_M);
    if (!valid) {
      part.fault("at_m", "must be two numbers of metres, such as [2.0, 1.5]");
      return Optional.empty();
    }
    return Optional.of(at);
  }

  private void block(String id, Part part) {
    reading.define(Kind.BLOCK, id, part.at(), part.where());
    List<Part.Item> members = part.texts("nodes");
    int atMost = part.count("at_most").orElse(1);
    part.done();
    if (members.isEmpty()) {
      part.missing("nodes", "[P1, P2]");
    }
    if (atMost < 1) {
      part.fault("at_most", "must let at least 1 vehicle in");
    }
    members.forEach(member -> reading.use(Kind.NODE, member.text(), member.at(), member.where()));
    blocks.add(
        new Site.Block(id, members.stream().map(Part.Item::text).toList(), Math.max(1, atMost)));
  }
}
