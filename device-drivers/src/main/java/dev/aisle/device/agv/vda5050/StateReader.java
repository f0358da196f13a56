package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.count;
import static dev.aisle.device.agv.vda5050.Json.flag;
import static dev.aisle.device.agv.vda5050.Json.flagOr;
import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.number;
import static dev.aisle.device.agv.vda5050.Json.object;
import static dev.aisle.device.agv.vda5050.Json.optionalList;
import static dev.aisle.device.agv.vda5050.Json.optionalNumber;
import static dev.aisle.device.agv.vda5050.Json.optionalText;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;
import static dev.aisle.device.agv.vda5050.Json.whole;
import static dev.aisle.device.agv.vda5050.Json.word;

import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.Information;
import dev.aisle.device.agv.StateDetails.MapState;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.StateDetails.RequestStatus;
import dev.aisle.device.agv.StateDetails.Velocity;
import dev.aisle.device.agv.StateDetails.ZoneSetState;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ActionStatus;
import dev.aisle.device.agv.VehicleReport.EdgeState;
import dev.aisle.device.agv.VehicleReport.Load;
import dev.aisle.device.agv.VehicleReport.NodeState;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.device.agv.VehicleReport.WayPoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads states and visualizations of one version. */
final class StateReader {
  private final Version version;

  StateReader(Version version) {
    this.version = version;
  }

  VehicleReport.State state(VehicleId vehicle, Instant at, JsonNode message) throws Json.Broken {
    JsonNode power = object(message, name(Field.POWER));
    JsonNode safety = object(message, "safetyState");
    JsonNode position = message.path(name(Field.POSE));
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
        Words.mode(text(message, "operatingMode")),
        number(power, name(Field.CHARGE)),
        flag(power, "charging"),
        optionalList(
            message,
            "loads",
            one ->
                new Load(
                    optionalText(one, "loadId").orElse(""),
                    optionalText(one, "loadType").orElse(""))),
        list(message, "actionStates", this::actionState),
        list(message, "errors", StateReader::error),
        !text(safety, name(Field.EMERGENCY_STOP)).equals("NONE"),
        details(message, power, safety));
  }

  Pose pose(JsonNode in) throws Json.Broken {
    return new Pose(
        number(in, "x"),
        number(in, "y"),
        number(in, "theta"),
        text(in, "mapId"),
        flag(in, name(Field.LOCALIZED)));
  }

  VehicleReport.Visualization visualization(VehicleId vehicle, Instant at, JsonNode message)
      throws Json.Broken {
    return new VehicleReport.Visualization(
        vehicle, at, pose(object(message, name(Field.POSE))), way(message));
  }

  private StateDetails details(JsonNode message, JsonNode power, JsonNode safety)
      throws Json.Broken {
    JsonNode velocity = message.path("velocity");
    List<AccessRequest> requests =
        new ArrayList<>(optionalList(message, "zoneRequests", StateReader::zoneRequest));
    requests.addAll(optionalList(message, "edgeRequests", StateReader::edgeRequest));
    return new StateDetails(
        velocity.isObject()
            ? Optional.of(
                new Velocity(
                    optionalNumber(velocity, "vx").orElse(0.0),
                    optionalNumber(velocity, "vy").orElse(0.0),
                    optionalNumber(velocity, "omega").orElse(0.0)))
            : Optional.empty(),
        optionalNumber(message, "distanceSinceLastNode"),
        optionalNumber(power, name(Field.RANGE)),
        flagOr(safety, "fieldViolation", false),
        optionalList(message, "instantActionStates", this::actionState),
        optionalList(message, "zoneActionStates", this::actionState),
        optionalList(
            message,
            "maps",
            one ->
                new MapState(
                    text(one, "mapId"),
                    optionalText(one, "mapVersion").orElse(""),
                    text(one, "mapStatus").equals("ENABLED"))),
        optionalList(
            message,
            "zoneSets",
            one ->
                new ZoneSetState(
                    text(one, "zoneSetId"),
                    text(one, "mapId"),
                    text(one, "zoneSetStatus").equals("ENABLED"))),
        requests,
        way(message),
        optionalList(
            message,
            "information",
            one ->
                new Information(
                    text(one, "infoType"),
                    optionalText(one, name(Field.INFORMATION_TEXT)).orElse(""),
                    text(one, "infoLevel").equals("DEBUG"))));
  }

  private static AccessRequest zoneRequest(JsonNode in) throws Json.Broken {
    return new AccessRequest(
        text(in, "requestId"),
        word(in, "requestType", RequestKind.class),
        text(in, "zoneId"),
        text(in, "zoneSetId"),
        word(in, "requestStatus", RequestStatus.class));
  }

  private static AccessRequest edgeRequest(JsonNode in) throws Json.Broken {
    return new AccessRequest(
        text(in, "requestId"),
        word(in, "requestType", RequestKind.class),
        text(in, "edgeId"),
        Integer.toString(count(in, "sequenceId")),
        word(in, "requestStatus", RequestStatus.class));
  }

  /** The points with their times, or else the control points of the planned curve. */
  private static List<WayPoint> way(JsonNode message) throws Json.Broken {
    JsonNode timed = message.path("intermediatePath");
    if (timed.isObject()) {
      return list(
          timed,
          "polyline",
          one -> new WayPoint(number(one, "x"), number(one, "y"), time(one, "eta")));
    }
    JsonNode curve = message.path("plannedPath").path("trajectory");
    if (curve.isObject()) {
      return list(
          curve,
          "controlPoints",
          one -> new WayPoint(number(one, "x"), number(one, "y"), Optional.empty()));
    }
    return List.of();
  }

  /** A time that cannot be read is as if it were not said: it only serves screens. */
  private static Optional<Instant> time(JsonNode in, String field) throws Json.Broken {
    Optional<String> said = optionalText(in, field);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(said.get()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private ActionState actionState(JsonNode in) throws Json.Broken {
    return new ActionState(
        text(in, "actionId"),
        Words.houseActionType(optionalText(in, "actionType").orElse("")),
        word(in, "actionStatus", ActionStatus.class),
        optionalText(in, name(Field.ACTION_RESULT)).orElse(""));
  }

  private static VehicleError error(JsonNode in) throws Json.Broken {
    return new VehicleError(
        text(in, "errorType"),
        word(in, "errorLevel", VehicleError.Level.class),
        optionalText(in, "errorDescription").orElse(""),
        pairs(in, "errorReferences", "referenceKey", "referenceValue"));
  }

  private String name(Field field) {
    return field.in(version);
  }
}
