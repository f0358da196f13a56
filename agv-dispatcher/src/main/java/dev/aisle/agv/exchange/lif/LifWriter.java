package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Finding;
import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.Use;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.LaneWay.Loads;
import dev.aisle.agv.roadmap.geometry.Curve;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a floor as a LIF 1.0.0 file of one layout. */
public final class LifWriter {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** LIF 1.0.0, 8.3.2: UTC with hundredths. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final FloorPlan plan;
  private final Findings findings = new Findings();
  private final Set<String> types = new LinkedHashSet<>();

  /**
   * @param findings what of the floor the file does not say
   */
  public record Written(String json, List<Finding> findings) {
    public Written {
      findings = List.copyOf(findings);
    }
  }

  private LifWriter(FloorPlan plan) {
    this.plan = plan;
    types.add(Lif.ANY_TYPE);
    plan.types().stream().map(VehicleType::id).forEach(types::add);
    plan.lanes().forEach(lane -> types.addAll(lane.way().speedMpsByType().keySet()));
  }

  /**
   * @param mapId of the nodes
   */
  public static Written write(FloorPlan plan, String mapId, Instant at) {
    LifWriter writer = new LifWriter(plan);
    String json = JSON.writeValueAsString(writer.file(mapId, at));
    return new Written(json, writer.findings.all());
  }

  private ObjectNode file(String mapId, Instant at) {
    ObjectNode file = JSON.createObjectNode();
    file.putObject("metaInformation")
        .put("projectIdentification", plan.name())
        .put("creator", "Aisle")
        .put("exportTimestamp", TIMESTAMP.format(at))
        .put("lifVersion", Lif.VERSION);
    ObjectNode layout = file.putArray("layouts").addObject();
    layout.put("layoutId", plan.name()).put("layoutName", plan.name()).put("layoutVersion", "1");
    ArrayNode nodes = layout.putArray("nodes");
    plan.places().forEach(place -> node(nodes.addObject(), place, mapId));
    ArrayNode edges = layout.putArray("edges");
    plan.lanes().forEach(lane -> edge(edges.addObject(), lane));
    ArrayNode stations = layout.putArray("stations");
    plan.places().stream()
        .filter(place -> place.use() != Use.LANE)
        .forEach(place -> station(stations.addObject(), place));
    plan.blocks().forEach(block -> cannotSay("block " + block.id()));
    plan.zones().forEach(zone -> cannotSay("zone " + zone.id()));
    plan.doors().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(door -> cannotSay("door %s on lane %s".formatted(door.getValue(), door.getKey())));
    plan.places().stream()
        .filter(place -> plan.equipment().containsKey(place.id()))
        .forEach(place -> cannotSay("gate or hand-over station at " + place.id()));
    plan.lanes().stream()
        .filter(lane -> lane.way().corridor().isPresent())
        .forEach(lane -> cannotSay("corridor of lane " + lane.id()));
    plan.types().stream()
        .flatMap(type -> type.footprint().stream().map(size -> "the size of " + type.id()))
        .forEach(this::cannotSay);
    return file;
  }

  private void cannotSay(String what) {
    findings.add(Kind.CANNOT_SAY, "", what);
  }

  private void node(ObjectNode node, Place place, String mapId) {
    node.put("nodeId", place.id()).put("mapId", mapId);
    node.putObject("nodePosition").put("x", place.xM()).put("y", place.yM());
    ArrayNode properties = node.putArray("vehicleTypeNodeProperties");
    for (String type : types) {
      ObjectNode property = properties.addObject().put("vehicleTypeId", type);
      if (place.use() == Use.CHARGER) {
        ArrayNode actions = property.putArray("actions");
        action(actions, Lif.START_CHARGING);
        action(actions, Lif.STOP_CHARGING);
      } else if (place.use().hasLoads()) {
        ArrayNode actions = property.putArray("actions");
        loads(action(actions, Lif.PICK), place.use());
        loads(action(actions, Lif.DROP), place.use());
      }
    }
    if (!place.isUsual()) {
      findings.add(
          Kind.CANNOT_SAY,
          place.id(),
          "holds %d, zone '%s'".formatted(place.holds(), place.storage()));
    }
  }

  private static ObjectNode action(ArrayNode actions, String type) {
    return actions
        .addObject()
        .put("actionType", type)
        .put("requirementType", Lif.Requirement.OPTIONAL.name())
        .put("blockingType", Lif.Blocking.HARD.name());
  }

  private static void loads(ObjectNode action, Use use) {
    action
        .putArray("actionParameters")
        .addObject()
        .put("key", Lif.STATION_TYPE)
        .put("value", use.word());
  }

  private void edge(ObjectNode edge, Lane lane) {
    edge.put("edgeId", lane.from() + "-" + lane.to())
        .put("startNodeId", lane.from())
        .put("endNodeId", lane.to());
    ArrayNode properties = edge.putArray("vehicleTypeEdgeProperties");
    for (String type : types) {
      ObjectNode property =
          properties.addObject().put("vehicleTypeId", type).put("rotationAllowed", false);
      double speed = lane.speedMps(type);
      if (speed != Lif.UNLIMITED_MPS) {
        property.put("maxSpeed", speed);
      }
      lane.way()
          .heading()
          .ifPresent(
              heading ->
                  property
                      .put("vehicleOrientation", heading.angleRad())
                      .put(
                          "orientationType",
                          (heading.tangential()
                                  ? Lif.OrientationType.TANGENTIAL
                                  : Lif.OrientationType.GLOBAL)
                              .name()));
      if (lane.way().loads() != Loads.ANY) {
        property
            .putObject("loadRestriction")
            .put("unloaded", lane.way().loads().admits(false))
            .put("loaded", lane.way().loads().admits(true));
      }
      lane.way().curve().ifPresent(curve -> trajectory(property.putObject("trajectory"), curve));
    }
  }

  private static void trajectory(ObjectNode trajectory, Curve curve) {
    trajectory.put("degree", curve.degree());
    ArrayNode knots = trajectory.putArray("knotVector");
    curve.knots().forEach(knots::add);
    ArrayNode points = trajectory.putArray("controlPoints");
    curve
        .controlPoints()
        .forEach(
            point ->
                points
                    .addObject()
                    .put("x", point.at().xM())
                    .put("y", point.at().yM())
                    .put("weight", point.weight()));
  }

  private static void station(ObjectNode station, Place place) {
    station.put("stationId", place.id());
    station.putArray("interactionNodeIds").add(place.id());
    station.put("stationDescription", place.use().word());
    station.putObject("stationPosition").put("x", place.xM()).put("y", place.yM());
  }
}
