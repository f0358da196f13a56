package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.Imported;
import dev.aisle.agv.exchange.Use;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.geometry.Point;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one layout of a LIF 1.0.0 file. Everything that the format demands is checked and every
 * mistake is named with its path; what the roadmap has no place for is named too.
 */
public final class LifReader {
  private static final long LONGEST = 64L * 1024 * 1024;
  private static final int DEEPEST = 30;
  private static final int MOST_NODES = 20_000;
  private static final int MOST_EDGES = 100_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LONGEST)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .build();

  private final Findings findings = new Findings();
  private final Map<String, Use> useOfNode = new HashMap<>();
  private final Map<String, String> interactions = new LinkedHashMap<>();
  private final Map<String, Set<String>> drivenBy = new LinkedHashMap<>();
  private final Set<String> stationIds = new HashSet<>();
  private final Set<String> parking = new HashSet<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Set<String> edgeIds = new HashSet<>();
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<String> elsewhere = new HashSet<>();
  private String mapId = "";

  private LifReader() {}

  /**
   * @param layout id of the layout to take; empty when the file has only one
   */
  public static Imported read(byte[] file, Optional<String> layout) {
    LifReader reader = new LifReader();
    Optional<String> name = reader.file(file, layout);
    Optional<FloorPlan> plan =
        name.filter(n -> !reader.findings.refused())
            .map(
                n ->
                    new FloorPlan(
                        n,
                        List.copyOf(reader.places.values()),
                        List.copyOf(reader.lanes.values()),
                        List.of(),
                        List.of(),
                        reader.types.stream()
                            .filter(type -> !type.equals(Lif.ANY_TYPE))
                            .map(t -> new VehicleType(t, Optional.empty(), Optional.empty()))
                            .toList()));
    return new Imported(plan, reader.findings.all());
  }

  private Optional<String> file(byte[] file, Optional<String> wanted) {
    JsonNode json;
    try {
      json = JSON.readTree(file);
    } catch (JacksonException e) {
      findings.add(Kind.NOT_READABLE, "", "this is no JSON, " + e.getOriginalMessage());
      return Optional.empty();
    }
    JsonPart lif = new JsonPart(json, "", findings);
    lif.part("metaInformation").ifPresent(this::meta);
    List<JsonPart> layouts = lif.parts("layouts");
    lif.done();
    return choose(layouts, wanted)
        .map(
            chosen -> {
              layouts.stream().filter(l -> l != chosen).forEach(this::nodesElsewhere);
              return layout(chosen);
            });
  }

  private void meta(JsonPart meta) {
    meta.text("projectIdentification");
    meta.text("creator");
    meta.text("exportTimestamp");
    String version = meta.text("lifVersion");
    if (!version.isEmpty() && !version.startsWith("1.")) {
      findings.add(Kind.OTHER_VERSION, meta.path("lifVersion"), version, "1.x");
    }
    meta.done();
  }

  private Optional<JsonPart> choose(List<JsonPart> layouts, Optional<String> wanted) {
    if (layouts.isEmpty()) {
      findings.add(Kind.EMPTY, "layouts");
      return Optional.empty();
    }
    List<String> ids = layouts.stream().map(l -> l.text("layoutId")).toList();
    if (ids.stream().distinct().count() != ids.size()) {
      findings.add(Kind.TWICE, "layouts", String.join(", ", ids));
    }
    if (wanted.isPresent()) {
      int number = ids.indexOf(wanted.get());
      if (number < 0) {
        findings.add(Kind.NO_SUCH, "layouts", "layout", wanted.get());
        return Optional.empty();
      }
      return Optional.of(layouts.get(number));
    }
    if (layouts.size() > 1) {
      findings.add(Kind.WHICH_LAYOUT, "layouts", String.join(", ", ids));
      return Optional.empty();
    }
    return Optional.of(layouts.getFirst());
  }

  private void nodesElsewhere(JsonPart other) {
    other.optionalParts("nodes").forEach(node -> elsewhere.add(node.text("nodeId")));
  }

  private String layout(JsonPart layout) {
    String id = layout.optionalText("layoutId").orElse("");
    layout.text("layoutVersion");
    layout.optionalText("layoutLevelId");
    layout.optionalText("layoutDescription");
    Optional<String> name = layout.optionalText("layoutName");
    List<JsonPart> nodes = layout.parts("nodes");
    List<JsonPart> edges = layout.parts("edges");
    if (nodes.size() > MOST_NODES || edges.size() > MOST_EDGES) {
      findings.add(
          Kind.TOO_MUCH,
          layout.path(),
          "%d nodes and %d edges".formatted(nodes.size(), edges.size()));
      return id;
    }
    layout.parts("stations").forEach(this::station);
    nodes.forEach(this::node);
    interactions.forEach(this::interaction);
    edges.forEach(this::edge);
    drivenBy.forEach(this::excluded);
    layout.done();
    return name.filter(text -> !text.isBlank()).orElse(id);
  }

  private void station(JsonPart station) {
    String id = station.text("stationId");
    if (!id.isEmpty() && !stationIds.add(id)) {
      findings.add(Kind.TWICE, station.path("stationId"), id);
    }
    List<String> nodes = station.texts("interactionNodeIds");
    if (nodes.isEmpty()) {
      findings.add(Kind.EMPTY, station.path("interactionNodeIds"));
    }
    boolean parks =
        station.optionalText("stationDescription").filter(Lif.PARKING::equals).isPresent();
    for (int i = 0; i < nodes.size(); i++) {
      interactions.put("%s[%d]".formatted(station.path("interactionNodeIds"), i), nodes.get(i));
    }
    if (parks) {
      parking.addAll(nodes);
    }
    station.optionalText("stationName");
    station
        .optionalNumber("stationHeight")
        .filter(height -> height != 0)
        .ifPresent(height -> notKept(station, "stationHeight " + height));
    station
        .optionalPart("stationPosition")
        .ifPresent(
            at -> {
              at.number("x");
              at.number("y");
              at.optionalNumber("theta");
              at.done();
            });
    station.done();
  }

  private void interaction(String path, String node) {
    if (!places.containsKey(node)) {
      findings.add(Kind.NO_SUCH, path, "node", node);
    }
  }

  private void excluded(String path, Set<String> here) {
    List<String> missing = types.stream().filter(type -> !here.contains(type)).toList();
    if (!missing.isEmpty()) {
      findings.add(
          Kind.NOT_KEPT,
          path,
          "vehicles of type %s stay away".formatted(String.join(", ", missing)));
    }
  }

  private void node(JsonPart node) {
    String id = node.text("nodeId");
    node.optionalText("nodeName");
    node.optionalText("nodeDescription");
    node.optionalText("mapId").ifPresent(map -> map(node, map));
    Optional<Point> at = node.part("nodePosition").map(this::position);
    List<JsonPart> properties = node.parts("vehicleTypeNodeProperties");
    if (properties.isEmpty()) {
      findings.add(Kind.EMPTY, node.path("vehicleTypeNodeProperties"));
    }
    Set<String> here = new HashSet<>();
    for (JsonPart property : properties) {
      String type = property.text("vehicleTypeId");
      types.add(type);
      if (!here.add(type)) {
        findings.add(Kind.TWICE, property.path("vehicleTypeId"), type);
      }
      property.optionalNumber("theta").ifPresent(theta -> notKept(property, "theta " + theta));
      for (JsonPart action : property.optionalParts("actions")) {
        LifAction.read(action, findings).use().ifPresent(use -> useOfNode.putIfAbsent(id, use));
      }
      property.done();
    }
    node.done();
    if (places.containsKey(id)) {
      findings.add(Kind.TWICE, node.path("nodeId"), id);
    } else if (at.isPresent()) {
      places.put(id, new Place(id, at.get().xM(), at.get().yM(), use(node, id)));
    }
  }

  private void map(JsonPart node, String map) {
    if (mapId.isEmpty()) {
      mapId = map;
    } else if (!mapId.equals(map)) {
      findings.add(Kind.SEVERAL_MAPS, node.path("mapId"), mapId, map);
    }
  }

  private Point position(JsonPart position) {
    Point at = new Point(position.number("x"), position.number("y"));
    position.done();
    return at;
  }

  private Use use(JsonPart node, String id) {
    Use said = useOfNode.get(id);
    if (said != null) {
      return said;
    }
    if (parking.contains(id)) {
      return Use.PARKING;
    }
    if (interactions.containsValue(id)) {
      findings.add(Kind.GUESSED, node.path(), Use.SLOT.word());
      return Use.SLOT;
    }
    return Use.LANE;
  }

  private void edge(JsonPart edge) {
    String id = edge.text("edgeId");
    edge.optionalText("edgeName");
    edge.optionalText("edgeDescription");
    String from = edge.text("startNodeId");
    String to = edge.text("endNodeId");
    LifEdge read = new LifEdge(edge, findings);
    Optional<Lane> lane = read.lane(from, to);
    types.addAll(read.types());
    edge.done();
    if (!id.isEmpty() && !edgeIds.add(id)) {
      findings.add(Kind.TWICE, edge.path("edgeId"), id);
    }
    boolean starts = isNode(edge, "startNodeId", from);
    if (starts && !places.containsKey(to) && elsewhere.contains(to)) {
      findings.add(Kind.LEAVES_LAYOUT, edge.path(), to);
      return;
    }
    if (!isNode(edge, "endNodeId", to) || !starts || lane.isEmpty()) {
      return;
    }
    drivenBy.put(edge.path(), read.types());
    if (lanes.putIfAbsent(lane.get().id(), lane.get()) != null) {
      notKept(edge, "a second edge from %s to %s".formatted(from, to));
    }
  }

  private boolean isNode(JsonPart edge, String field, String id) {
    if (!places.containsKey(id) && !id.isEmpty() && !elsewhere.contains(id)) {
      findings.add(Kind.NO_SUCH, edge.path(field), "node", id);
    }
    return places.containsKey(id);
  }

  private void notKept(JsonPart part, String what) {
    findings.add(Kind.NOT_KEPT, part.path(), what);
  }
}
