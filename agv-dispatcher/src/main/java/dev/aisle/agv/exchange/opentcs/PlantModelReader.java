package dev.aisle.agv.exchange.opentcs;

import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.Imported;
import dev.aisle.agv.exchange.Use;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay;
import dev.aisle.agv.roadmap.LaneWay.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a plant model of openTCS: points, paths, locations with their links, blocks and vehicles.
 * Lengths are in millimetres there, speeds in millimetres per second. How the model is drawn is not
 * read. The names of attributes changed with version 6 ({@code xPosition} to {@code positionX}).
 */
public final class PlantModelReader {
  private static final double MM = 1000;

  /** 0.0.2 belongs to openTCS 4, 0.0.3 to 0.0.5 to openTCS 5. */
  private static final String VERSIONS = "0.0.2 to 0.0.5, 6.x and 7.x";

  /** A path this much longer than the straight way, as a part of it, is no straight one. */
  private static final double BENT = 0.05;

  private static final String ENVELOPE =
      "vehicleEnvelope; what vehicles cover is worked out from their size";

  private static final String RECHARGE_PROPERTY = "tcs:rechargeOperation";
  private static final String USUAL_RECHARGE = "charge";

  private final Findings findings = new Findings();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, List<String>> pathEnds = new HashMap<>();
  private final Map<String, Use> linked = new HashMap<>();
  private final Set<String> recharge = new HashSet<>(Set.of(USUAL_RECHARGE));
  private final List<Block> blocks = new ArrayList<>();
  private final List<VehicleType> vehicles = new ArrayList<>();

  private PlantModelReader() {}

  public static Imported read(byte[] file) {
    PlantModelReader reader = new PlantModelReader();
    try {
      XmlPart model = XmlPart.read(file);
      reader.model(model);
      Optional<FloorPlan> plan =
          reader.findings.refused()
              ? Optional.empty()
              : Optional.of(
                  new FloorPlan(
                      model.text("name").orElse("plant"),
                      List.copyOf(reader.places.values()),
                      List.copyOf(reader.lanes.values()),
                      reader.blocks,
                      List.of(),
                      reader.vehicles));
      return new Imported(plan, reader.findings.all());
    } catch (XmlPart.NotReadable e) {
      reader.findings.add(Kind.NOT_READABLE, "", String.valueOf(e.getMessage()));
      return new Imported(Optional.empty(), reader.findings.all());
    }
  }

  private void model(XmlPart model) {
    if (!model.name().equals("model")) {
      findings.add(Kind.WRONG_WORD, "", model.name(), "model");
      return;
    }
    String version = text(model, "version");
    if (!version.matches("0\\.0\\.[2-5]|[67]\\.[0-9]+\\.[0-9]+")) {
      findings.add(Kind.OTHER_VERSION, model.where(), version, VERSIONS);
      return;
    }
    model.all("vehicle").forEach(this::vehicle);
    locations(model);
    model.all("point").forEach(this::point);
    model.all("path").forEach(this::path);
    model.all("block").forEach(this::block);
    model
        .all("visualLayout")
        .forEach(layout -> notKept(layout, "visualLayout; layers and drawings are no floor"));
  }

  private void vehicle(XmlPart vehicle) {
    String name = text(vehicle, "name");
    vehicle.all("property").stream()
        .filter(property -> property.text("name").equals(Optional.of(RECHARGE_PROPERTY)))
        .flatMap(property -> property.text("value").stream())
        .forEach(operation -> recharge.add(operation.toLowerCase(Locale.ROOT)));
    Optional<Footprint> size = vehicle.all("boundingBox").stream().findFirst().flatMap(this::size);
    if (size.isEmpty()) {
      vehicle
          .text("length")
          .ifPresent(length -> notKept(vehicle, "length %s without a width".formatted(length)));
    }
    Optional<Double> speed =
        vehicle.text("maxVelocity").isPresent()
            ? Optional.of(whole(vehicle, "maxVelocity") / MM).filter(mps -> mps > 0)
            : Optional.empty();
    vehicles.add(new VehicleType(name, size, speed));
  }

  /** The box need not lie evenly about the point that is steered; what covers it does. */
  private Optional<Footprint> size(XmlPart box) {
    double length = whole(box, "length") / MM + 2 * Math.abs(whole(box, "referenceOffsetX")) / MM;
    double width = whole(box, "width") / MM + 2 * Math.abs(whole(box, "referenceOffsetY")) / MM;
    return length > 0 && width > 0 ? Optional.of(new Footprint(length, width)) : Optional.empty();
  }

  private void locations(XmlPart model) {
    Map<String, XmlPart> types = new HashMap<>();
    model.all("locationType").forEach(type -> types.put(text(type, "name"), type));
    Set<String> points = new HashSet<>();
    model.all("point").forEach(point -> point.text("name").ifPresent(points::add));
    Set<String> names = new HashSet<>();
    for (XmlPart location : model.all("location")) {
      String name = text(location, "name");
      if (!name.isEmpty() && !names.add(name)) {
        findings.add(Kind.TWICE, location.where(), name);
      }
      String typeName = text(location, "type");
      XmlPart type = types.get(typeName);
      if (type == null) {
        findings.add(Kind.NO_SUCH, location.where(), "location type", typeName);
        continue;
      }
      if (location.text("locked").equals(Optional.of("true"))) {
        findings.add(Kind.CLOSED, location.where());
        continue;
      }
      Use use = use(location, type);
      for (XmlPart link : location.all("link")) {
        link(location, text(link, "point"), use, points);
      }
    }
  }

  private void link(XmlPart location, String point, Use use, Set<String> points) {
    if (!points.contains(point)) {
      findings.add(Kind.NO_SUCH, location.where(), "point", point);
    } else if (linked.putIfAbsent(point, use) != null) {
      notKept(location, "a second location at point '%s'".formatted(point));
    } else if (!location.text("name").equals(Optional.of(point))) {
      notKept(location, "its name; the place is called '%s' here".formatted(point));
    }
  }

  private Use use(XmlPart location, XmlPart type) {
    boolean charges =
        type.all("allowedOperation").stream()
            .flatMap(operation -> operation.text("name").stream())
            .anyMatch(operation -> recharge.contains(operation.toLowerCase(Locale.ROOT)));
    if (charges) {
      return Use.CHARGER;
    }
    findings.add(Kind.GUESSED, location.where(), Use.SLOT.word());
    return Use.SLOT;
  }

  private void point(XmlPart point) {
    String name = text(point, "name");
    double x = whole(point, "positionX", "xPosition") / MM;
    double y = whole(point, "positionY", "yPosition") / MM;
    String type = text(point, "type");
    Use use =
        switch (type) {
          case "PARK_POSITION" -> Use.PARKING;
          case "HALT_POSITION", "REPORT_POSITION", "" -> Use.LANE;
          default -> {
            findings.add(
                Kind.WRONG_WORD,
                point.where(),
                type,
                "HALT_POSITION, PARK_POSITION, REPORT_POSITION");
            yield Use.LANE;
          }
        };
    if (type.equals("REPORT_POSITION")) {
      notKept(point, "that vehicles may not halt here");
    }
    if (!point.all("vehicleEnvelope").isEmpty()) {
      notKept(point, ENVELOPE);
    }
    Place place = new Place(name, x, y, linked.getOrDefault(name, use));
    if (!name.isEmpty() && places.putIfAbsent(name, place) != null) {
      findings.add(Kind.TWICE, point.where(), name);
    }
  }

  private void path(XmlPart path) {
    String name = text(path, "name");
    String from = end(path, "sourcePoint");
    String to = end(path, "destinationPoint");
    double forward = whole(path, "maxVelocity") / MM;
    double reverse = whole(path, "maxReverseVelocity") / MM;
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (from.equals(to)) {
      findings.add(Kind.OUT_OF_RANGE, path.where(), to, "another point");
      return;
    }
    if (pathEnds.putIfAbsent(name, List.of(from, to)) != null) {
      findings.add(Kind.TWICE, path.where(), name);
    }
    if (path.text("locked").equals(Optional.of("true")) || (forward <= 0 && reverse <= 0)) {
      findings.add(Kind.CLOSED, path.where());
      return;
    }
    bent(path, from, to);
    if (!path.all("vehicleEnvelope").isEmpty()) {
      notKept(path, ENVELOPE);
    }
    if (!path.all("peripheralOperation").isEmpty()) {
      notKept(path, "peripheral operations");
    }
    if (forward > 0) {
      add(path, new Lane(from, to, forward));
    }
    if (reverse > 0) {
      add(path, new Lane(to, from, reverse, LaneWay.PLAIN.looking(Heading.BACKWARDS)));
    }
  }

  /** What is drawn is no measure of the floor; only the length tells of a bend. */
  private void bent(XmlPart path, String from, String to) {
    if (path.text("length").isEmpty()) {
      return;
    }
    double length = whole(path, "length") / MM;
    Place a = places.get(from);
    Place b = places.get(to);
    double straight = a == null || b == null ? 0 : Math.hypot(b.xM() - a.xM(), b.yM() - a.yM());
    if (length > straight * (1 + BENT) + 0.01) {
      notKept(
          path,
          String.format(
              Locale.ROOT,
              "a bend; it is %.2f m long, straight it would be %.2f m",
              length,
              straight));
    }
  }

  private void add(XmlPart path, Lane lane) {
    if (lanes.putIfAbsent(lane.id(), lane) != null) {
      notKept(path, "a second way from '%s' to '%s'".formatted(lane.from(), lane.to()));
    }
  }

  private String end(XmlPart path, String attribute) {
    String point = text(path, attribute);
    if (!point.isEmpty() && !places.containsKey(point)) {
      findings.add(Kind.NO_SUCH, path.where(), "point", point);
      return "";
    }
    return point;
  }

  /** Whoever is on a path holds both its ends, so these stand for it. */
  private void block(XmlPart block) {
    String name = text(block, "name");
    Set<String> nodes = new LinkedHashSet<>();
    for (XmlPart member : block.all("member")) {
      String id = text(member, "name");
      List<String> ends = pathEnds.get(id);
      if (places.containsKey(id)) {
        nodes.add(id);
      } else if (ends != null) {
        nodes.addAll(ends);
      } else {
        notKept(block, "its member '%s'".formatted(id));
      }
    }
    if (block.text("type").equals(Optional.of("SAME_DIRECTION_ONLY"))) {
      notKept(block, "that several vehicles may follow each other; one at a time passes");
    }
    if (nodes.size() > 1) {
      blocks.add(new Block(name, nodes, 1));
    }
  }

  private String text(XmlPart part, String attribute) {
    Optional<String> text = part.text(attribute);
    if (text.isEmpty()) {
      findings.add(Kind.MISSING, part.where() + " " + attribute);
    } else if (text.get().isBlank()) {
      findings.add(Kind.EMPTY, part.where() + " " + attribute);
    }
    return text.orElse("");
  }

  /** The attribute, or that of older versions. */
  private double whole(XmlPart part, String attribute, String older) {
    return part.text(attribute).isEmpty() && part.text(older).isPresent()
        ? whole(part, older)
        : whole(part, attribute);
  }

  private double whole(XmlPart part, String attribute) {
    String text = text(part, attribute);
    if (!text.isBlank() && !text.matches("-?[0-9]{1,12}")) {
      findings.add(Kind.WRONG_TYPE, part.where() + " " + attribute, "a whole number");
    }
    return text.matches("-?[0-9]{1,12}") ? Long.parseLong(text) : 0;
  }

  private void notKept(XmlPart part, String what) {
    findings.add(Kind.NOT_KEPT, part.where(), what);
  }
}
