package dev.aisle.hmi.app.site.floor;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what stands on the floor and is worked at: stations and doors. */
public final class PlaceReader {
  private static final Set<String> WORK =
      new LinkedHashSet<>(List.of("receive", "pick", "pack", "load"));
  private static final Set<Site.NodeUse> DOCKS = Set.of(Site.NodeUse.DOCK, Site.NodeUse.SHIP_DOCK);
  private static final Set<Site.NodeUse> POSITIONS =
      Set.of(Site.NodeUse.DOCK, Site.NodeUse.SHIP_DOCK, Site.NodeUse.PICK, Site.NodeUse.PACK);

  private final Reading reading;
  private final Map<String, String> stationOf = new HashMap<>();

  public PlaceReader(Reading reading) {
    this.reading = reading;
  }

  public List<Site.Station> stations(Part site) {
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

  public List<Site.Door> doors(Part site) {
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
