package dev.aisle.hmi.app.site;

import dev.aisle.device.rfid.readpoint.EpcPattern;
import dev.aisle.hmi.app.site.Reading.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what stands on the floor and is worked at: read points, stations and doors. */
final class PlaceReader {
  private static final Set<String> STEPS =
      new LinkedHashSet<>(List.of("receiving", "shipping", "picking", "storing", "passing"));
  private static final Set<String> WORK =
      new LinkedHashSet<>(List.of("receive", "pick", "pack", "load"));
  private static final Set<Site.NodeUse> DOCKS = Set.of(Site.NodeUse.DOCK, Site.NodeUse.SHIP_DOCK);
  private static final Set<Site.NodeUse> POSITIONS =
      Set.of(Site.NodeUse.DOCK, Site.NodeUse.SHIP_DOCK, Site.NodeUse.PICK, Site.NodeUse.PACK);
  private static final int WEAKEST_DBM = -120;
  private static final int LARGEST_MARGIN_DB = 60;
  private static final Set<String> SMOOTHINGS =
      new LinkedHashSet<>(List.of("portal", "conveyor", "shelf", "head"));
  private static final int MOST_READS = 1_000;
  private static final Duration USUAL_REPEAT = Duration.ofSeconds(30);

  private final Reading reading;
  private final Predicate<String> isFed;
  private final Map<String, String> stationOf = new HashMap<>();

  /**
   * @param isFed whether some antenna feeds, or once fed, a read point
   */
  PlaceReader(Reading reading, Predicate<String> isFed) {
    this.reading = reading;
    this.isFed = isFed;
  }

  List<Site.ReadPoint> readPoints(Part site) {
    List<Site.ReadPoint> readPoints = new ArrayList<>();
    site.parts("read_points", (id, part) -> readPoint(id, part).ifPresent(readPoints::add));
    return readPoints;
  }

  private Optional<Site.ReadPoint> readPoint(String id, Part part) {
    reading.define(Kind.READ_POINT, id, part.at(), part.where());
    Optional<String> location = name(part, "location", Kind.NODE, "D1");
    Optional<String> step = part.word("step", STEPS);
    if (!part.has("step")) {
      part.missing("step", "receiving");
    }
    Duration again = part.duration("same_tag_again_after").orElse(USUAL_REPEAT);
    Optional<Site.Eyes> eyes = part.part("eyes").flatMap(this::eyes);
    Site.ReadRules rules = rules(part, eyes.isPresent());
    part.done();
    if (!isFed.test(id)) {
      reading.fault(part.at(), part.where(), "no antenna of any device feeds this read point");
    }
    if (location.isEmpty() || step.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Site.ReadPoint(id, location.get(), step.get(), again, eyes, rules));
  }

  private Site.ReadRules rules(Part part, boolean portal) {
    Site.Smoothing smoothing =
        part.word("smoothing", SMOOTHINGS)
            .map(word -> Site.Smoothing.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(portal ? Site.Smoothing.PORTAL : Site.Smoothing.HEAD);
    OptionalInt leastRssi = part.whole("least_rssi_dbm", WEAKEST_DBM, 0);
    OptionalInt leastReads = part.whole("least_reads", 1, MOST_READS);
    OptionalDouble margin =
        part.number("margin_db", 0, LARGEST_MARGIN_DB)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty);
    List<Part.Item> neighbours = part.texts("neighbours");
    for (Part.Item neighbour : neighbours) {
      reading.use(Kind.READ_POINT, neighbour.text(), neighbour.at(), neighbour.where());
      if (part.where().endsWith("." + neighbour.text())) {
        reading.fault(neighbour.at(), neighbour.where(), "a read point is not its own neighbour");
      }
    }
    List<Part.Item> statics = part.texts("static_tags");
    for (Part.Item tag : statics) {
      if (!tag.text().matches("([0-9A-Fa-f]{4}){1,31}")) {
        reading.fault(tag.at(), tag.where(), "'%s' is no EPC in hex".formatted(tag.text()));
      }
    }
    List<String> include = patterns(part.texts("epcs"));
    List<String> exclude = patterns(part.texts("not_epcs"));
    boolean onlyExpected = part.flag("only_expected");
    return new Site.ReadRules(
        smoothing,
        leastRssi,
        leastReads,
        margin,
        neighbours.stream().map(Part.Item::text).toList(),
        statics.stream().map(item -> item.text().toUpperCase(Locale.ROOT)).toList(),
        include,
        exclude,
        onlyExpected);
  }

  private List<String> patterns(List<Part.Item> items) {
    List<String> patterns = new ArrayList<>();
    for (Part.Item item : items) {
      try {
        patterns.add(new EpcPattern(item.text()).text());
      } catch (IllegalArgumentException e) {
        reading.fault(item.at(), item.where(), String.valueOf(e.getMessage()));
      }
    }
    return patterns;
  }

  private Optional<Site.Eyes> eyes(Part part) {
    Optional<String> outer = name(part, "outer", Kind.POINT, "D1.eye-outer");
    Optional<String> inner = name(part, "inner", Kind.POINT, "D1.eye-inner");
    part.done();
    return outer.flatMap(o -> inner.map(i -> new Site.Eyes(o, i)));
  }

  List<Site.Station> stations(Part site) {
    List<Site.Station> stations = new ArrayList<>();
    site.parts("stations", (id, part) -> stations.add(station(id, part)));
    return stations;
  }

  private Site.Station station(String id, Part part) {
    reading.define(Kind.STATION, id, part.at(), part.where());
    List<Part.Item> positions = part.texts("at");
    if (!part.has("at")) {
      part.missing("at", "D1");
    }
    List<Part.Item> does = part.texts("does");
    if (!part.has("does")) {
      part.missing("does", "[pick, pack]");
    }
    Optional<String> packsTo = part.has("packs_to") ? part.text("packs_to") : Optional.empty();
    packsTo.ifPresent(
        node ->
            reading.useNode(
                node, Set.of(Site.NodeUse.PACK), part.at("packs_to"), part.way("packs_to")));
    part.done();
    for (Part.Item position : positions) {
      reading.useNode(position.text(), POSITIONS, position.at(), position.where());
      String other = stationOf.putIfAbsent(position.text(), id);
      if (other != null) {
        reading.fault(
            position.at(),
            position.where(),
            "'%s' already belongs to station '%s'".formatted(position.text(), other));
      }
    }
    for (Part.Item work : does) {
      if (!WORK.contains(work.text())) {
        reading.fault(work.at(), work.where(), Part.notOneOf(work.text(), WORK));
      }
    }
    if (does.stream().anyMatch(work -> work.text().equals("pack")) && packsTo.isEmpty()) {
      part.missing("packs_to", "K1");
    }
    return new Site.Station(
        id,
        positions.stream().map(Part.Item::text).toList(),
        does.stream().map(Part.Item::text).toList(),
        packsTo);
  }

  List<Site.Door> doors(Part site) {
    List<Site.Door> doors = new ArrayList<>();
    site.parts("doors", (location, part) -> door(location, part).ifPresent(doors::add));
    return doors;
  }

  private Optional<Site.Door> door(String location, Part part) {
    reading.useNode(location, DOCKS, part.at(), part.where());
    Optional<String> open = name(part, "open", Kind.POINT, location + ".door-open");
    Optional<String> isOpen = name(part, "is_open", Kind.POINT, location + ".door-is-open");
    Optional<String> isClosed = name(part, "is_closed", Kind.POINT, location + ".door-is-closed");
    Optional<String> truck =
        part.has("truck_here")
            ? name(part, "truck_here", Kind.POINT, location + ".truck-here")
            : Optional.empty();
    part.done();
    return open.flatMap(
        o -> isOpen.flatMap(i -> isClosed.map(c -> new Site.Door(location, o, i, c, truck))));
  }

  private Optional<String> name(Part part, String key, Kind kind, String example) {
    Optional<String> name = part.text(key, example);
    name.ifPresent(text -> reading.use(kind, text, part.at(key), part.way(key)));
    return name;
  }
}
