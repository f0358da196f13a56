package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.count;
import static dev.aisle.device.agv.vda5050.Json.flag;
import static dev.aisle.device.agv.vda5050.Json.flagOr;
import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.number;
import static dev.aisle.device.agv.vda5050.Json.object;
import static dev.aisle.device.agv.vda5050.Json.optionalList;
import static dev.aisle.device.agv.vda5050.Json.optionalText;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;
import static dev.aisle.device.agv.vda5050.Json.whole;
import static dev.aisle.device.agv.vda5050.Json.word;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.EdgeState;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controller's half of VDA 5050 2.1: writes orders and instant actions, reads what vehicles
 * say. Knows no link and no clock; reading never throws.
 */
public final class Vda5050Codec {
  private Vda5050Codec() {}

  /**
   * @throws IllegalArgumentException when the order breaks a rule of the standard
   */
  public static byte[] writeOrder(VehicleOrder order, MessageHeader header) {
    OrderRules.broken(order)
        .ifPresent(
            rule -> {
              throw new IllegalArgumentException("order %s: %s".formatted(order.orderId(), rule));
            });
    ObjectNode message = Json.message(header);
    message.put("orderId", order.orderId());
    message.put("orderUpdateId", order.orderUpdateId());
    Json.put(message, "nodes", order.nodes(), Vda5050Codec::node);
    Json.put(message, "edges", order.edges(), Vda5050Codec::edge);
    return Json.bytes(message);
  }

  public static byte[] writeInstantActions(List<InstantAction> actions, MessageHeader header) {
    ObjectNode message = Json.message(header);
    Json.put(
        message,
        "actions",
        actions,
        action ->
            action(
                action.actionId(), action.type(), VehicleOrder.Blocking.NONE, action.parameters()));
    return Json.bytes(message);
  }

  public static Parsed<VehicleReport> readConnection(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(
        json,
        message ->
            new VehicleReport.Connection(
                vehicle,
                at,
                switch (text(message, "connectionState")) {
                  case "ONLINE" -> ConnectionState.ONLINE;
                  case "OFFLINE" -> ConnectionState.OFFLINE;
                  case "CONNECTIONBROKEN" -> ConnectionState.BROKEN;
                  default -> throw new Json.Broken("unknown connectionState");
                }));
  }

  public static Parsed<VehicleReport> readState(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(json, message -> state(vehicle, at, message));
  }

  public static Parsed<VehicleReport> readVisualization(
      VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(
        json,
        message ->
            new VehicleReport.Visualization(vehicle, at, pose(object(message, "agvPosition"))));
  }

  /**
   * The facts as pairs: the path of the field, joined by dots, and its value in text ({@code
   * physicalParameters.speedMax} → {@code 1.2}). List elements are numbered from 0.
   */
  public static Parsed<VehicleReport> readFactsheet(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(
        json,
        message -> {
          Map<String, String> facts = new LinkedHashMap<>();
          flatten("", message, facts);
          return new VehicleReport.Factsheet(vehicle, at, facts);
        });
  }

  private static VehicleReport.State state(VehicleId vehicle, Instant at, JsonNode message)
      throws Json.Broken {
    JsonNode battery = object(message, "batteryState");
    JsonNode position = message.path("agvPosition");
    return new VehicleReport.State(
        vehicle,
        at,
        whole(message, "headerId"),
        text(message, "orderId"),
        count(message, "orderUpdateId"),
        text(message, "lastNodeId"),
        count(message, "lastNodeSequenceId"),
        list(
            message,
            "nodeStates",
            one ->
                new NodeState(
                    text(one, "nodeId"), count(one, "sequenceId"), flag(one, "released"))),
        list(
            message,
            "edgeStates",
            one ->
                new EdgeState(
                    text(one, "edgeId"), count(one, "sequenceId"), flag(one, "released"))),
        position.isObject() ? Optional.of(pose(position)) : Optional.empty(),
        flag(message, "driving"),
        flagOr(message, "paused", false),
        flagOr(message, "newBaseRequest", false),
        word(message, "operatingMode", OperatingMode.class),
        number(battery, "batteryCharge"),
        flag(battery, "charging"),
        optionalList(
            message,
            "loads",
            one ->
                new Load(
                    optionalText(one, "loadId").orElse(""),
                    optionalText(one, "loadType").orElse(""))),
        list(message, "actionStates", Vda5050Codec::actionState),
        list(message, "errors", Vda5050Codec::error),
        !text(object(message, "safetyState"), "eStop").equals("NONE"));
  }

  private static Pose pose(JsonNode in) throws Json.Broken {
    return new Pose(
        number(in, "x"),
        number(in, "y"),
        number(in, "theta"),
        text(in, "mapId"),
        flag(in, "positionInitialized"));
  }

  private static ActionState actionState(JsonNode in) throws Json.Broken {
    return new ActionState(
        text(in, "actionId"),
        optionalText(in, "actionType").orElse(""),
        word(in, "actionStatus", ActionStatus.class),
        optionalText(in, "resultDescription").orElse(""));
  }

  private static VehicleError error(JsonNode in) throws Json.Broken {
    return new VehicleError(
        text(in, "errorType"),
        word(in, "errorLevel", VehicleError.Level.class),
        optionalText(in, "errorDescription").orElse(""),
        pairs(in, "errorReferences", "referenceKey", "referenceValue"));
  }

  private static void flatten(String path, JsonNode value, Map<String, String> facts) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      facts));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        flatten(path + "." + i, value.path(i), facts);
      }
    } else {
      facts.put(path, Json.anyText(value));
    }
  }

  private static ObjectNode node(VehicleOrder.Node node) {
    ObjectNode out = Json.object();
    out.put("nodeId", node.nodeId());
    out.put("sequenceId", node.sequenceId());
    out.put("released", node.released());
    out.putObject("nodePosition")
        .put("x", node.xM())
        .put("y", node.yM())
        .put("allowedDeviationXY", node.deviationM())
        .put("mapId", node.mapId());
    Json.put(
        out,
        "actions",
        node.actions(),
        action -> action(action.actionId(), action.type(), action.blocking(), action.parameters()));
    return out;
  }

  private static ObjectNode edge(VehicleOrder.Edge edge) {
    ObjectNode out = Json.object();
    out.put("edgeId", edge.edgeId());
    out.put("sequenceId", edge.sequenceId());
    out.put("released", edge.released());
    out.put("startNodeId", edge.fromNodeId());
    out.put("endNodeId", edge.toNodeId());
    edge.maxSpeedMps().ifPresent(speed -> out.put("maxSpeed", speed));
    out.putArray("actions");
    return out;
  }

  private static ObjectNode action(
      String id, String type, VehicleOrder.Blocking blocking, Map<String, String> parameters) {
    ObjectNode out = Json.object();
    out.put("actionType", type);
    out.put("actionId", id);
    out.put("blockingType", blocking.name());
    Json.putPairs(out, "actionParameters", "key", "value", parameters);
    return out;
  }
}
