package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.count;
import static dev.aisle.device.agv.vda5050.Json.flag;
import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.number;
import static dev.aisle.device.agv.vda5050.Json.object;
import static dev.aisle.device.agv.vda5050.Json.optionalNumber;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;
import static dev.aisle.device.agv.vda5050.Json.word;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Pose;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vehicle's half of VDA 5050 2.1: reads orders and instant actions, writes what a vehicle says.
 * Knows no link and no clock; reading never throws.
 */
public final class VehicleSideCodec {
  private VehicleSideCodec() {}

  /** Bad when the schema or one of the {@link OrderRules} is broken, or a node has no position. */
  public static Parsed<VehicleOrder> readOrder(VehicleId vehicle, byte[] json) {
    return Json.parse(
        json,
        message -> {
          VehicleOrder order =
              new VehicleOrder(
                  vehicle,
                  text(message, "orderId"),
                  count(message, "orderUpdateId"),
                  list(message, "nodes", VehicleSideCodec::node),
                  list(message, "edges", VehicleSideCodec::edge));
          var broken = OrderRules.broken(order);
          if (broken.isPresent()) {
            throw new Json.Broken(broken.get());
          }
          return order;
        });
  }

  public static Parsed<List<InstantAction>> readInstantActions(VehicleId vehicle, byte[] json) {
    return Json.parse(
        json,
        message ->
            list(
                message,
                "actions",
                one ->
                    new InstantAction(
                        vehicle,
                        text(one, "actionId"),
                        text(one, "actionType"),
                        pairs(one, "actionParameters", "key", "value"))));
  }

  /** The header's own id and time are used, not those of the state. */
  public static byte[] writeState(VehicleReport.State state, MessageHeader header) {
    ObjectNode message = Json.message(header);
    message.put("orderId", state.orderId());
    message.put("orderUpdateId", state.orderUpdateId());
    message.put("lastNodeId", state.lastNodeId());
    message.put("lastNodeSequenceId", state.lastNodeSequenceId());
    Json.put(
        message,
        "nodeStates",
        state.nodeStates(),
        one ->
            Json.object()
                .put("nodeId", one.nodeId())
                .put("sequenceId", one.sequenceId())
                .put("released", one.released()));
    Json.put(
        message,
        "edgeStates",
        state.edgeStates(),
        one ->
            Json.object()
                .put("edgeId", one.edgeId())
                .put("sequenceId", one.sequenceId())
                .put("released", one.released()));
    state.pose().ifPresent(pose -> putPose(message, pose));
    message.put("driving", state.driving());
    message.put("paused", state.paused());
    message.put("newBaseRequest", state.newBaseRequest());
    message.put("operatingMode", state.mode().name());
    message
        .putObject("batteryState")
        .put("batteryCharge", state.batteryPercent())
        .put("charging", state.charging());
    Json.put(
        message,
        "loads",
        state.loads(),
        one -> Json.object().put("loadId", one.loadId()).put("loadType", one.loadType()));
    Json.put(message, "actionStates", state.actionStates(), VehicleSideCodec::actionState);
    Json.put(message, "errors", state.errors(), VehicleSideCodec::error);
    message.putArray("information");
    message
        .putObject("safetyState")
        .put("eStop", state.emergencyStop() ? "MANUAL" : "NONE")
        .put("fieldViolation", false);
    return Json.bytes(message);
  }

  public static byte[] writeConnection(ConnectionState state, MessageHeader header) {
    ObjectNode message = Json.message(header);
    message.put(
        "connectionState", state == ConnectionState.BROKEN ? "CONNECTIONBROKEN" : state.name());
    return Json.bytes(message);
  }

  public static byte[] writeVisualization(Pose pose, MessageHeader header) {
    ObjectNode message = Json.message(header);
    putPose(message, pose);
    return Json.bytes(message);
  }

  public static byte[] writeFactsheet(VehicleFacts facts, MessageHeader header) {
    ObjectNode message = Json.message(header);
    ObjectNode type = message.putObject("typeSpecification");
    type.put("seriesName", facts.seriesName())
        .put("agvKinematic", "DIFF")
        .put("agvClass", "CARRIER")
        .put("maxLoadMass", facts.maxLoadKg());
    type.putArray("localizationTypes").add("NATURAL");
    type.putArray("navigationTypes").add("VIRTUAL_LINE_GUIDED");
    message
        .putObject("physicalParameters")
        .put("speedMin", 0.0)
        .put("speedMax", facts.maxSpeedMps())
        .put("accelerationMax", facts.accelerationMps2())
        .put("decelerationMax", facts.decelerationMps2())
        .put("heightMax", facts.heightM())
        .put("width", facts.widthM())
        .put("length", facts.lengthM());
    ObjectNode limits = message.putObject("protocolLimits");
    limits.putObject("maxStringLens");
    limits.putObject("maxArrayLens");
    limits.putObject("timing").put("minOrderInterval", 0.0).put("minStateInterval", 0.0);
    ObjectNode features = message.putObject("protocolFeatures");
    features.putArray("optionalParameters");
    ArrayNode actions = features.putArray("agvActions");
    facts.nodeActions().forEach(action -> putAction(actions, action, "NODE"));
    facts.instantActions().forEach(action -> putAction(actions, action, "INSTANT"));
    message.putObject("agvGeometry");
    message.putObject("loadSpecification");
    return Json.bytes(message);
  }

  private static void putAction(ArrayNode actions, String type, String scope) {
    actions.addObject().put("actionType", type).putArray("actionScopes").add(scope);
  }

  private static VehicleOrder.Node node(JsonNode in) throws Json.Broken {
    JsonNode position = object(in, "nodePosition");
    return new VehicleOrder.Node(
        text(in, "nodeId"),
        count(in, "sequenceId"),
        flag(in, "released"),
        number(position, "x"),
        number(position, "y"),
        optionalNumber(position, "allowedDeviationXY").orElse(0.0),
        text(position, "mapId"),
        list(in, "actions", VehicleSideCodec::action));
  }

  private static VehicleOrder.Edge edge(JsonNode in) throws Json.Broken {
    return new VehicleOrder.Edge(
        text(in, "edgeId"),
        count(in, "sequenceId"),
        flag(in, "released"),
        text(in, "startNodeId"),
        text(in, "endNodeId"),
        optionalNumber(in, "maxSpeed"));
  }

  private static VehicleOrder.Action action(JsonNode in) throws Json.Broken {
    return new VehicleOrder.Action(
        text(in, "actionId"),
        text(in, "actionType"),
        word(in, "blockingType", VehicleOrder.Blocking.class),
        pairs(in, "actionParameters", "key", "value"));
  }

  private static void putPose(ObjectNode message, Pose pose) {
    message
        .putObject("agvPosition")
        .put("x", pose.xM())
        .put("y", pose.yM())
        .put("theta", pose.thetaRad())
        .put("mapId", pose.mapId())
        .put("positionInitialized", pose.localized());
  }

  /** The 2.1.0 schema does not know PAUSED, though the text does: said as RUNNING. */
  private static ObjectNode actionState(VehicleReport.ActionState state) {
    ActionStatus said =
        state.status() == ActionStatus.PAUSED ? ActionStatus.RUNNING : state.status();
    return Json.object()
        .put("actionId", state.actionId())
        .put("actionType", state.type())
        .put("actionStatus", said.name())
        .put("resultDescription", state.description());
  }

  private static ObjectNode error(VehicleReport.VehicleError error) {
    ObjectNode out = Json.object();
    out.put("errorType", error.type());
    out.put("errorLevel", error.level().name());
    out.put("errorDescription", error.description());
    Json.putPairs(out, "errorReferences", "referenceKey", "referenceValue", error.references());
    return out;
  }
}
