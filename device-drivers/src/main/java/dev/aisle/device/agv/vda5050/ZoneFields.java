package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.number;
import static dev.aisle.device.agv.vda5050.Json.object;
import static dev.aisle.device.agv.vda5050.Json.optionalText;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;
import static dev.aisle.device.agv.vda5050.Json.word;

import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.Grant;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Corner;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Strictness;
import dev.aisle.device.agv.ZoneSet.Zone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Zone sets and answers to requests, which exist since VDA 5050 3.0 (6.4, 7.10, 7.11). */
final class ZoneFields {
  private ZoneFields() {}

  static void write(ZoneSet set, ObjectNode message) {
    ObjectNode out = message.putObject("zoneSet");
    out.put("mapId", set.mapId());
    out.put("zoneSetId", set.zoneSetId());
    Json.put(out, "zones", set.zones(), ZoneFields::zone);
  }

  static ZoneSet readSet(JsonNode message) throws Json.Broken {
    JsonNode in = object(message, "zoneSet");
    return new ZoneSet(
        text(in, "zoneSetId"), text(in, "mapId"), list(in, "zones", ZoneFields::zone));
  }

  static void write(List<AccessResponse> responses, ObjectNode message) {
    Json.put(
        message,
        "responses",
        responses,
        one -> {
          ObjectNode out = Json.object();
          out.put("requestId", one.requestId());
          out.put("grantType", one.grant().name());
          one.leaseEnds().ifPresent(end -> out.put("leaseExpiry", Json.timestamp(end)));
          return out;
        });
  }

  static List<AccessResponse> readResponses(JsonNode message) throws Json.Broken {
    return list(
        message,
        "responses",
        one ->
            new AccessResponse(
                text(one, "requestId"), word(one, "grantType", Grant.class), lease(one)));
  }

  private static Optional<Instant> lease(JsonNode in) throws Json.Broken {
    Optional<String> said = optionalText(in, "leaseExpiry");
    if (said.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(said.get()).toInstant());
    } catch (DateTimeParseException e) {
      throw new Json.Broken("leaseExpiry is '%s'".formatted(said.get()));
    }
  }

  private static ObjectNode zone(Zone zone) {
    ObjectNode out = Json.object();
    out.put("zoneId", zone.zoneId());
    out.put("zoneType", zone.rule().kind());
    Json.put(
        out,
        "vertices",
        zone.outline(),
        corner -> Json.object().put("x", corner.xM()).put("y", corner.yM()));
    switch (zone.rule()) {
      case Rule.Release release -> out.put("releaseLossBehavior", release.lost().name());
      case Rule.SpeedLimit limit -> out.put("maximumSpeed", limit.maxMps());
      case Rule.Priority priority -> out.put("priorityFactor", priority.factor());
      case Rule.Penalty penalty -> out.put("penaltyFactor", penalty.factor());
      case Rule.Directed directed ->
          out.put("direction", directed.angleRad())
              .put(
                  directed.bothWays() ? "bidirectedLimitation" : "directedLimitation",
                  directed.strictness().name());
      case Rule.Actions actions -> {
        Json.put(out, "entryActions", actions.entry(), ZoneFields::action);
        Json.put(out, "duringActions", actions.during(), ZoneFields::action);
        Json.put(out, "exitActions", actions.exit(), ZoneFields::action);
      }
      case Rule.Blocked blocked -> {}
      case Rule.LineGuided guided -> {}
      case Rule.CoordinatedReplanning replanning -> {}
    }
    return out;
  }

  private static Zone zone(JsonNode in) throws Json.Broken {
    return new Zone(
        text(in, "zoneId"),
        list(in, "vertices", one -> new Corner(number(one, "x"), number(one, "y"))),
        rule(in));
  }

  private static Rule rule(JsonNode in) throws Json.Broken {
    String type = text(in, "zoneType");
    return switch (type) {
      case "BLOCKED" -> new Rule.Blocked();
      case "LINE_GUIDED" -> new Rule.LineGuided();
      case "RELEASE" -> new Rule.Release(word(in, "releaseLossBehavior", ZoneSet.Loss.class));
      case "COORDINATED_REPLANNING" -> new Rule.CoordinatedReplanning();
      case "SPEED_LIMIT" -> new Rule.SpeedLimit(number(in, "maximumSpeed"));
      case "ACTION" ->
          new Rule.Actions(
              list(in, "entryActions", ZoneFields::action),
              list(in, "duringActions", ZoneFields::action),
              list(in, "exitActions", ZoneFields::action));
      case "PRIORITY" -> new Rule.Priority(number(in, "priorityFactor"));
      case "PENALTY" -> new Rule.Penalty(number(in, "penaltyFactor"));
      case "DIRECTED" ->
          new Rule.Directed(
              number(in, "direction"), false, word(in, "directedLimitation", Strictness.class));
      case "BIDIRECTED" ->
          new Rule.Directed(
              number(in, "direction"), true, word(in, "bidirectedLimitation", Strictness.class));
      default -> throw new Json.Broken("zoneType is '%s'".formatted(type));
    };
  }

  /** Actions of a zone have no id of their own: the vehicle makes one each time. */
  private static ObjectNode action(VehicleOrder.Action action) {
    ObjectNode out = Json.object();
    out.put("actionType", action.type());
    out.put("blockingType", action.blocking().name());
    Json.putPairs(out, "actionParameters", "key", "value", action.parameters());
    out.put("retriable", action.retriable());
    return out;
  }

  private static VehicleOrder.Action action(JsonNode in) throws Json.Broken {
    return new VehicleOrder.Action(
        "",
        text(in, "actionType"),
        word(in, "blockingType", VehicleOrder.Blocking.class),
        pairs(in, "actionParameters", "key", "value"),
        Json.flagOr(in, "retriable", false));
  }
}
