package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.count;
import static dev.aisle.device.agv.vda5050.Json.flag;
import static dev.aisle.device.agv.vda5050.Json.flagOr;
import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.number;
import static dev.aisle.device.agv.vda5050.Json.object;
import static dev.aisle.device.agv.vda5050.Json.optionalNumber;
import static dev.aisle.device.agv.vda5050.Json.optionalText;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;
import static dev.aisle.device.agv.vda5050.Json.word;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleOrder.ControlPoint;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import dev.aisle.device.agv.VehicleOrder.Heading;
import dev.aisle.device.agv.VehicleOrder.Passage;
import dev.aisle.device.agv.VehicleOrder.Trajectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an order in one version and dialect, both ways. */
final class OrderFields {
  private final Version version;
  private final Dialect dialect;

  OrderFields(Version version, Dialect dialect) {
    this.version = version;
    this.dialect = dialect;
  }

  void write(VehicleOrder order, ObjectNode message) {
    message.put("orderId", order.orderId());
    message.put("orderUpdateId", order.orderUpdateId());
    Json.put(message, "nodes", nodes(order), this::node);
    Json.put(message, "edges", order.edges(), this::edge);
  }

  /**
   * An update begins with the node that the vehicle has already. Before 3.0 what it was told there
   * first counts, and some do it twice when told again; since 3.0 it must be told again and is not
   * done again (VDA 5050 2.1, 6.6.1; 3.0, 6.1).
   */
  private List<VehicleOrder.Node> nodes(VehicleOrder order) {
    VehicleOrder.Node first = order.nodes().getFirst();
    if (order.orderUpdateId() == 0
        || first.actions().isEmpty()
        || dialect.stitchingActions() == Dialect.StitchingActions.REPEATED) {
      return order.nodes();
    }
    List<VehicleOrder.Node> nodes = new ArrayList<>(order.nodes());
    nodes.set(0, first.without(first.actions()));
    return nodes;
  }

  VehicleOrder read(VehicleId vehicle, JsonNode message) throws Json.Broken {
    List<VehicleOrder.Node> nodes = list(message, "nodes", this::node);
    List<VehicleOrder.Edge> edges = list(message, "edges", this::edge);
    return new VehicleOrder(
        vehicle,
        text(message, "orderId"),
        count(message, "orderUpdateId"),
        nodes,
        version == Version.V3_0 ? joined(nodes, edges) : edges);
  }

  ObjectNode action(VehicleOrder.Action action) {
    ObjectNode out = Json.object();
    out.put("actionType", Words.actionType(action.type(), version));
    out.put("actionId", action.actionId());
    out.put("blockingType", Words.blocking(action.blocking(), version));
    Json.putPairs(out, "actionParameters", "key", "value", action.parameters());
    if (version == Version.V3_0) {
      out.put("retriable", action.retriable());
    }
    return out;
  }

  VehicleOrder.Action action(JsonNode in) throws Json.Broken {
    return new VehicleOrder.Action(
        text(in, "actionId"),
        Words.houseActionType(text(in, "actionType")),
        word(in, "blockingType", VehicleOrder.Blocking.class),
        pairs(in, "actionParameters", "key", "value"),
        flagOr(in, "retriable", false));
  }

  private ObjectNode node(VehicleOrder.Node node) {
    ObjectNode out = Json.object();
    out.put("nodeId", node.nodeId());
    out.put("sequenceId", node.sequenceId());
    out.put("released", node.released());
    ObjectNode position = out.putObject("nodePosition").put("x", node.xM()).put("y", node.yM());
    node.thetaRad().ifPresent(theta -> position.put("theta", theta));
    if (version == Version.V3_0) {
      position
          .putObject("allowedDeviationXY")
          .put("a", node.deviationM())
          .put("b", node.deviationM())
          .put("theta", 0.0);
    } else {
      dialect.deviation().single().forEach(key -> position.put(key.text(), node.deviationM()));
    }
    position.put("mapId", node.mapId());
    Json.put(out, "actions", node.actions(), this::action);
    return out;
  }

  private VehicleOrder.Node node(JsonNode in) throws Json.Broken {
    JsonNode position = object(in, "nodePosition");
    return new VehicleOrder.Node(
        text(in, "nodeId"),
        count(in, "sequenceId"),
        flag(in, "released"),
        number(position, "x"),
        number(position, "y"),
        deviation(position),
        optionalNumber(position, "theta"),
        text(position, "mapId"),
        list(in, "actions", this::action));
  }

  /** The vehicle's half reads only the spelling that its software knows. */
  private double deviation(JsonNode position) throws Json.Broken {
    if (version == Version.V3_0) {
      JsonNode ellipse = position.path("allowedDeviationXY");
      return ellipse.isObject() ? Math.min(number(ellipse, "a"), number(ellipse, "b")) : 0.0;
    }
    for (Dialect.DeviationKey key : dialect.deviation().single()) {
      Optional<Double> said = optionalNumber(position, key.text());
      if (said.isPresent()) {
        return said.get();
      }
    }
    return 0.0;
  }

  private ObjectNode edge(VehicleOrder.Edge edge) {
    ObjectNode out = Json.object();
    out.put("edgeId", edge.edgeId());
    out.put("sequenceId", edge.sequenceId());
    out.put("released", edge.released());
    if (version != Version.V3_0) {
      out.put("startNodeId", edge.fromNodeId());
      out.put("endNodeId", edge.toNodeId());
    }
    edge.maxSpeedMps().ifPresent(speed -> out.put(name(Field.EDGE_SPEED), speed));
    Passage passage = edge.passage();
    passage.maxHeightM().ifPresent(height -> out.put(name(Field.EDGE_HEIGHT), height));
    passage.minLoadHandlingHeightM().ifPresent(height -> out.put(name(Field.FORK_HEIGHT), height));
    passage.heading().ifPresent(heading -> putHeading(out, heading));
    passage.maxRotationRadps().ifPresent(speed -> out.put("maxRotationSpeed", speed));
    passage.lengthM().ifPresent(length -> out.put("length", length));
    if (version != Version.V2_0) {
      passage.corridor().ifPresent(corridor -> putCorridor(out, corridor));
    }
    passage.trajectory().ifPresent(way -> putTrajectory(out, way));
    out.putArray("actions");
    return out;
  }

  private static void putTrajectory(ObjectNode out, Trajectory way) {
    ObjectNode curve = out.putObject("trajectory").put("degree", way.degree());
    ArrayNode knots = curve.putArray("knotVector");
    way.knots().forEach(knots::add);
    Json.put(
        curve,
        "controlPoints",
        way.points(),
        point ->
            Json.object().put("x", point.xM()).put("y", point.yM()).put("weight", point.weight()));
  }

  private static Trajectory trajectory(JsonNode in) throws Json.Broken {
    List<Double> knots = new ArrayList<>();
    for (JsonNode knot : in.path("knotVector")) {
      knots.add(knot.asDouble());
    }
    try {
      return new Trajectory(
          in.path("degree").asInt(1), knots, list(in, "controlPoints", OrderFields::point));
    } catch (IllegalArgumentException e) {
      throw new Json.Broken("trajectory: " + e.getMessage());
    }
  }

  private static ControlPoint point(JsonNode in) throws Json.Broken {
    return new ControlPoint(
        number(in, "x"), number(in, "y"), optionalNumber(in, "weight").orElse(1.0));
  }

  /** 2.0 knows headings against the edge only. */
  private void putHeading(ObjectNode out, Heading heading) {
    if (version == Version.V2_0 && !heading.tangential()) {
      return;
    }
    out.put("orientation", heading.angleRad());
    if (version != Version.V2_0) {
      out.put("orientationType", heading.tangential() ? "TANGENTIAL" : "GLOBAL");
    }
  }

  private void putCorridor(ObjectNode out, Corridor corridor) {
    ObjectNode way = out.putObject("corridor");
    way.put("leftWidth", corridor.leftM());
    way.put("rightWidth", corridor.rightM());
    way.put(name(Field.CORRIDOR_POINT), Words.corridorPoint(corridor.contour(), version));
    if (version == Version.V3_0) {
      way.put("releaseRequired", corridor.onRequest());
      way.put("releaseLossBehavior", corridor.lost().name());
    }
  }

  private VehicleOrder.Edge edge(JsonNode in) throws Json.Broken {
    return new VehicleOrder.Edge(
        text(in, "edgeId"),
        count(in, "sequenceId"),
        flag(in, "released"),
        version == Version.V3_0 ? "" : text(in, "startNodeId"),
        version == Version.V3_0 ? "" : text(in, "endNodeId"),
        optionalNumber(in, name(Field.EDGE_SPEED)),
        new Passage(
            optionalNumber(in, name(Field.EDGE_HEIGHT)),
            optionalNumber(in, name(Field.FORK_HEIGHT)),
            heading(in),
            optionalNumber(in, "maxRotationSpeed"),
            optionalNumber(in, "length"),
            in.path("corridor").isObject()
                ? Optional.of(corridor(in.path("corridor")))
                : Optional.empty(),
            in.path("trajectory").isObject()
                ? Optional.of(trajectory(in.path("trajectory")))
                : Optional.empty()));
  }

  private static Optional<Heading> heading(JsonNode in) throws Json.Broken {
    Optional<Double> angle = optionalNumber(in, "orientation");
    if (angle.isEmpty()) {
      return Optional.empty();
    }
    String against = optionalText(in, "orientationType").orElse("TANGENTIAL");
    return Optional.of(new Heading(angle.get(), against.equals("TANGENTIAL")));
  }

  private Corridor corridor(JsonNode in) throws Json.Broken {
    return new Corridor(
        number(in, "leftWidth"),
        number(in, "rightWidth"),
        optionalText(in, name(Field.CORRIDOR_POINT)).orElse("").equals("CONTOUR"),
        flagOr(in, "releaseRequired", false),
        optionalText(in, "releaseLossBehavior").orElse("STOP").equals("RETURN")
            ? VehicleOrder.ReleaseLoss.RETURN
            : VehicleOrder.ReleaseLoss.STOP);
  }

  /** Since 3.0 an edge does not name its ends: they are its neighbours in the order. */
  private static List<VehicleOrder.Edge> joined(
      List<VehicleOrder.Node> nodes, List<VehicleOrder.Edge> edges) {
    List<VehicleOrder.Edge> all = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      VehicleOrder.Edge edge = edges.get(i);
      all.add(
          i + 1 < nodes.size()
              ? new VehicleOrder.Edge(
                  edge.edgeId(),
                  edge.sequenceId(),
                  edge.released(),
                  nodes.get(i).nodeId(),
                  nodes.get(i + 1).nodeId(),
                  edge.maxSpeedMps(),
                  edge.passage())
              : edge);
    }
    return all;
  }

  private String name(Field field) {
    return field.in(version);
  }
}
