package dev.aisle.hmi.app.site;

import dev.aisle.hmi.app.site.Reading.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;

/** Reads {@code floor:}. */
final class FloorReader {
  private static final double FLOOR_LIMIT_M = 10_000;
  private static final double SPEED_LIMIT_MPS = 5;
  private static final double USUAL_SPEED_MPS = 1.0;
  private static final Set<String> USES =
      Arrays.stream(Site.NodeUse.values())
          .map(Site.NodeUse::word)
          .collect(Collectors.toCollection(LinkedHashSet::new));

  private final Reading reading;
  private final List<Site.Node> nodes = new ArrayList<>();
  private final List<Site.Lane> lanes = new ArrayList<>();
  private final List<Site.Block> blocks = new ArrayList<>();
  private final Map<String, Integer> laneLines = new HashMap<>();
  private final Map<List<Double>, String> positions = new HashMap<>();

  private FloorReader(Reading reading) {
    this.reading = reading;
  }

  static Site.Floor read(Part site) {
    FloorReader reader = new FloorReader(site.reading());
    if (!site.has("floor")) {
      site.missing("floor", "{nodes: …, lanes: …}");
    }
    site.part("floor").ifPresent(reader::floor);
    return new Site.Floor(reader.nodes, reader.lanes, reader.blocks);
  }

  private void floor(Part floor) {
    if (!floor.has("nodes")) {
      floor.missing("nodes", "{D1: {at_m: [2.0, 1.5], is: dock}}");
    }
    floor.parts("nodes", this::node);
    floor.list("lanes", (index, lane) -> lane(lane));
    floor.parts("blocks", this::block);
    floor.done();
  }

  private void node(String id, Part part) {
    reading.define(Kind.NODE, id, part.at(), part.where());
    Optional<double[]> at = position(part);
    Optional<String> word = part.word("is", USES);
    Site.NodeUse use = word.map(FloorReader::use).orElse(Site.NodeUse.LANE);
    reading.nodeIs(id, use);
    OptionalInt holds = part.count("holds");
    String zone = part.text("zone").orElse(use == Site.NodeUse.SLOT ? "ambient" : "");
    part.done();
    if (at.isPresent()) {
      String other = positions.putIfAbsent(List.of(at.get()[0], at.get()[1]), id);
      if (other != null) {
        part.fault("at_m", "'%s' already stands at this position".formatted(other));
      }
      nodes.add(
          new Site.Node(id, at.get()[0], at.get()[1], use, holds.orElse(usualRoom(use)), zone));
    }
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

  private void lane(Part part) {
    List<Part.Item> from = part.texts("from");
    List<Part.Item> to = part.texts("to");
    List<Part.Item> between = part.texts("between");
    List<Part.Item> along = part.texts("along");
    double speed = part.number("speed_mps", 0.05, SPEED_LIMIT_MPS).orElse(USUAL_SPEED_MPS);
    part.done();
    boolean oneWay = from.size() == 1 && to.size() == 1 && between.isEmpty() && along.isEmpty();
    boolean twoWay = from.isEmpty() && to.isEmpty() && between.size() == 2 && along.isEmpty();
    boolean chain = from.isEmpty() && to.isEmpty() && between.isEmpty() && along.size() >= 2;
    if (oneWay) {
      add(part.at(), part.where(), from.getFirst(), to.getFirst(), speed);
    } else if (twoWay) {
      add(part.at(), part.where(), between.get(0), between.get(1), speed);
      add(part.at(), part.where(), between.get(1), between.get(0), speed);
    } else if (chain) {
      for (int i = 1; i < along.size(); i++) {
        add(part.at(), part.where(), along.get(i - 1), along.get(i), speed);
      }
    } else {
      reading.fault(
          part.at(),
          part.where(),
          "a lane is 'from: A, to: B' (one way), 'between: [A, B]' (both ways) or 'along: [A, B, C]' (one way)");
    }
    for (List<Part.Item> ends : List.of(from, to, between, along)) {
      ends.forEach(end -> reading.use(Kind.NODE, end.text(), end.at(), end.where()));
    }
  }

  private void add(Mark at, String where, Part.Item from, Part.Item to, double speed) {
    if (from.text().equals(to.text())) {
      reading.fault(from.at(), where, "a lane from '%s' to itself".formatted(from.text()));
      return;
    }
    int line = Reading.line(at);
    Integer first = laneLines.putIfAbsent(from.text() + " " + to.text(), line);
    if (first != null) {
      reading.fault(
          from.at(),
          where,
          FaultKind.TWICE,
          "the lane from '%s' to '%s' is given twice, first in line %d"
              .formatted(from.text(), to.text(), first));
      return;
    }
    lanes.add(new Site.Lane(from.text(), to.text(), speed));
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
