package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.ReleaseLoss;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;

/** Reads {@code floor.lanes:}. */
final class LaneReader {
  private static final double SLOWEST_MPS = 0.05;
  private static final double FASTEST_MPS = 5;
  private static final double USUAL_SPEED_MPS = 1.0;
  private static final double FULL_TURN_DEG = 360;
  private static final int MOST_BENDS = 20;
  private static final Set<String> LOADS = new LinkedHashSet<>(List.of("loaded", "empty"));

  private static final double WIDEST_M = 10;

  /** What the widths of a corridor hold for. */
  static final String CENTRE = "centre";

  private static final Set<String> CORRIDOR_OF = new LinkedHashSet<>(List.of("outline", CENTRE));

  /** What a vehicle does when leave for its corridor ends. */
  static final String RETURN = "return";

  private static final Set<String> ON_LOSS = new LinkedHashSet<>(List.of("stop", RETURN));

  private final Reading reading;
  private final Map<String, Site.Node> nodes;
  private final List<Site.Lane> lanes = new ArrayList<>();
  private final Map<String, Integer> laneLines = new HashMap<>();

  /**
   * @param nodes those of the floor, by id
   * @param imported lanes of another file
   */
  LaneReader(Reading reading, Map<String, Site.Node> nodes, List<Lane> imported) {
    this.reading = reading;
    this.nodes = nodes;
    for (Lane lane : imported) {
      lanes.add(new Site.Lane(lane.from(), lane.to(), lane.speedMps(), lane.way()));
    }
  }

  public List<Site.Lane> lanes() {
    return lanes;
  }

  public void lane(Part part) {
    List<Part.Item> from = part.texts("from");
    List<Part.Item> to = part.texts("to");
    List<Part.Item> between = part.texts("between");
    List<Part.Item> along = part.texts("along");
    double speed = part.number("speed_mps", SLOWEST_MPS, FASTEST_MPS).orElse(USUAL_SPEED_MPS);
    LaneWay way = way(part);
    List<Point> bends = part.points("via_m");
    List<Point> pulls = part.points("curve_m");
    Optional<String> door = part.text("door");
    door.ifPresent(name -> reading.use(Kind.DOOR, name, part.at("door"), part.way("door")));
    part.done();
    boolean oneWay = from.size() == 1 && to.size() == 1 && between.isEmpty() && along.isEmpty();
    boolean twoWay = from.isEmpty() && to.isEmpty() && between.size() == 2 && along.isEmpty();
    boolean chain = from.isEmpty() && to.isEmpty() && between.isEmpty() && along.size() >= 2;
    Shape shape = new Shape(part, bends, pulls, door);
    if (!bends.isEmpty() && !pulls.isEmpty()) {
      part.fault("curve_m", "a lane has either via_m or curve_m");
    } else if (bends.size() > MOST_BENDS || pulls.size() > 2) {
      part.fault(
          bends.isEmpty() ? "curve_m" : "via_m",
          "too many points: via_m takes %d, curve_m 2".formatted(MOST_BENDS));
    } else if (oneWay) {
      add(shape, from.getFirst(), to.getFirst(), speed, way, false);
    } else if (twoWay) {
      add(shape, between.get(0), between.get(1), speed, way, false);
      add(shape, between.get(1), between.get(0), speed, way, true);
    } else if (chain && bends.isEmpty() && pulls.isEmpty()) {
      for (int i = 1; i < along.size(); i++) {
        add(shape, along.get(i - 1), along.get(i), speed, way, false);
      }
    } else if (chain) {
      part.fault("along", "a chain of lanes is straight; give the bent lane by itself");
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

  private static LaneWay way(Part part) {
    LaneWay way = LaneWay.PLAIN;
    boolean backwards = part.flag("backwards");
    Optional<Double> heading = part.number("heading_deg", -FULL_TURN_DEG, FULL_TURN_DEG);
    if (backwards && heading.isPresent()) {
      part.fault("heading_deg", "a lane has either backwards or heading_deg");
    } else if (backwards) {
      way = way.looking(Heading.BACKWARDS);
    } else if (heading.isPresent()) {
      way = way.looking(new Heading(Math.toRadians(heading.get()), false));
    }
    Map<String, Double> speeds = new LinkedHashMap<>();
    part.part("speed_mps_of")
        .ifPresent(
            types -> {
              for (String type : types.entryTexts().keySet()) {
                types.number(type, SLOWEST_MPS, FASTEST_MPS).ifPresent(v -> speeds.put(type, v));
              }
            });
    way = way.limiting(speeds);
    Optional<String> only = part.word("only", LOADS);
    if (only.isPresent()) {
      way = way.onlyFor(only.get().equals("loaded") ? Loads.LOADED_ONLY : Loads.EMPTY_ONLY);
    }
    return part.part("corridor").map(LaneReader::corridor).map(way::within).orElse(way);
  }

  private static Corridor corridor(Part part) {
    double left = part.number("left_m", 0, WIDEST_M).orElse(0.0);
    double right = part.number("right_m", 0, WIDEST_M).orElse(0.0);
    Optional<String> of = part.word("of", CORRIDOR_OF);
    boolean asked = part.flag("ask");
    Optional<String> lost = part.word("on_loss", ON_LOSS);
    part.done();
    return new Corridor(
        left,
        right,
        !of.equals(Optional.of(CENTRE)),
        asked,
        lost.equals(Optional.of(RETURN)) ? ReleaseLoss.RETURN : ReleaseLoss.STOP);
  }

  /** The points between the ends, and the door, as the site file has them. */
  private record Shape(Part part, List<Point> bends, List<Point> pulls, Optional<String> door) {
    Optional<Curve> curve(Site.Node from, Site.Node to, boolean back) {
      List<Point> inner = bends.isEmpty() ? pulls : bends;
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      List<Point> points = new ArrayList<>();
      points.add(new Point(from.xM(), from.yM()));
      points.addAll(back ? inner.reversed() : inner);
      points.add(new Point(to.xM(), to.yM()));
      return Optional.of(bends.isEmpty() ? Curve.bezier(points) : Curve.over(points));
    }
  }

  private void add(
      Shape shape, Part.Item from, Part.Item to, double speed, LaneWay way, boolean back) {
    Mark at = shape.part.at();
    if (from.text().equals(to.text())) {
      reading.fault(
          from.at(), shape.part.where(), "a lane from '%s' to itself".formatted(from.text()));
      return;
    }
    int line = Reading.line(at);
    Integer first = laneLines.putIfAbsent(from.text() + " " + to.text(), line);
    if (first != null) {
      reading.fault(
          from.at(),
          shape.part.where(),
          FaultKind.TWICE,
          "the lane from '%s' to '%s' is given twice, first in line %d"
              .formatted(from.text(), to.text(), first));
      return;
    }
    Site.Node start = nodes.get(from.text());
    Site.Node end = nodes.get(to.text());
    LaneWay whole =
        start == null || end == null
            ? way
            : shape.curve(start, end, back).map(way::along).orElse(way);
    lanes.removeIf(l -> l.from().equals(from.text()) && l.to().equals(to.text()));
    lanes.add(new Site.Lane(from.text(), to.text(), speed, whole, shape.door));
  }
}
