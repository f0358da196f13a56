package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.list;
import static dev.aisle.device.agv.vda5050.Json.pairs;
import static dev.aisle.device.agv.vda5050.Json.text;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.StateDetails.RequestKind;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.Pose;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import dev.aisle.device.agv.VehicleReport.WayPoint;
import dev.aisle.device.agv.ZoneSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vehicle's half of VDA 5050 in one version and dialect: reads orders, instant actions, zone
 * sets and responses, writes what a vehicle says. Knows no link and no clock; reading never throws.
 */
public final class VehicleSideCodec {
  private final Version version;
  private final Dialect dialect;
  private final OrderFields orders;

  /**
   * @param dialect what the vehicle's software understands, and nothing else
   */
  public VehicleSideCodec(Version version, Dialect dialect) {
    this.version = version;
    this.dialect = dialect;
    this.orders = new OrderFields(version, dialect);
  }

  /** Bad when the schema or one of the {@link OrderRules} is broken, or a node has no position. */
  public Parsed<VehicleOrder> readOrder(VehicleId vehicle, byte[] json) {
    return Json.parse(
        json,
        message -> {
          VehicleOrder order = orders.read(vehicle, message);
          Optional<String> broken = OrderRules.broken(order);
          if (broken.isPresent()) {
            throw new Json.Broken(broken.get());
          }
          return order;
        });
  }

  public Parsed<List<InstantAction>> readInstantActions(VehicleId vehicle, byte[] json) {
    String key = dialect.instantActions().names().stream().sorted().findFirst().orElse("actions");
    return Json.parse(
        json,
        message ->
            list(
                message,
                key,
                one ->
                    new InstantAction(
                        vehicle,
                        text(one, "actionId"),
                        Words.houseActionType(text(one, "actionType")),
                        pairs(one, "actionParameters", "key", "value"))));
  }

  public Parsed<ZoneSet> readZoneSet(byte[] json) {
    return Json.parse(json, ZoneFields::readSet);
  }

  public Parsed<List<AccessResponse>> readResponses(byte[] json) {
    return Json.parse(json, ZoneFields::readResponses);
  }

  /** The header's own id and time are used, not those of the state. */
  public byte[] writeState(VehicleReport.State state, MessageHeader header) {
    return stateMessage(state, header).bytes();
  }

  /** The same before it becomes bytes. */
  public StateMessage stateMessage(VehicleReport.State state, MessageHeader header) {
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
    message.put("operatingMode", Words.mode(state.mode(), version));
    ObjectNode power =
        message
            .putObject(name(Field.POWER))
            .put(name(Field.CHARGE), state.batteryPercent())
            .put("charging", state.charging());
    state.details().rangeM().ifPresent(range -> putRange(power, range));
    Json.put(
        message,
        "loads",
        state.loads(),
        one -> Json.object().put("loadId", one.loadId()).put("loadType", one.loadType()));
    Json.put(message, "actionStates", told(state), this::actionState);
    Json.put(message, "errors", state.errors(), this::error);
    message
        .putObject("safetyState")
        .put(name(Field.EMERGENCY_STOP), state.emergencyStop() ? "MANUAL" : "NONE")
        .put("fieldViolation", state.details().fieldViolation());
    putDetails(message, state.details());
    return new StateMessage(message);
  }

  public byte[] writeConnection(ConnectionState state, MessageHeader header) {
    ObjectNode message = Json.message(header);
    message.put("connectionState", Words.connection(state, version));
    return Json.bytes(message);
  }

  public byte[] writeVisualization(Pose pose, MessageHeader header) {
    return writeVisualization(pose, List.of(), 0, header);
  }

  /**
   * @param way where it means to drive, told since 3.0
   * @param stateHeaderId of the state that it belongs to, told since 3.0
   */
  public byte[] writeVisualization(
      Pose pose, List<WayPoint> way, long stateHeaderId, MessageHeader header) {
    ObjectNode message = Json.message(header);
    if (version == Version.V3_0) {
      message.put("referenceStateHeaderId", stateHeaderId);
      putWay(message, way);
    }
    putPose(message, pose);
    return Json.bytes(message);
  }

  public byte[] writeFactsheet(VehicleCapabilities capabilities, MessageHeader header) {
    ObjectNode message = Json.message(header);
    new FactsheetWriter(version).write(capabilities, message);
    return Json.bytes(message);
  }

  /** Before 3.0 all actions stand in one list. */
  private List<ActionState> told(VehicleReport.State state) {
    return version == Version.V3_0 ? state.actionStates() : state.allActionStates();
  }

  private void putDetails(ObjectNode message, StateDetails details) {
    details
        .velocity()
        .ifPresent(
            speed ->
                message
                    .putObject("velocity")
                    .put("vx", speed.vxMps())
                    .put("vy", speed.vyMps())
                    .put("omega", speed.omegaRadps()));
    details.sinceLastNodeM().ifPresent(way -> message.put("distanceSinceLastNode", way));
    Json.put(
        message,
        "information",
        details.information(),
        one ->
            Json.object()
                .put("infoType", one.type())
                .put(name(Field.INFORMATION_TEXT), one.text())
                .put("infoLevel", one.debug() ? "DEBUG" : "INFO"));
    if (version != Version.V2_0 && !details.maps().isEmpty()) {
      Json.put(
          message,
          "maps",
          details.maps(),
          one ->
              Json.object()
                  .put("mapId", one.mapId())
                  .put("mapVersion", one.version())
                  .put("mapStatus", one.enabled() ? "ENABLED" : "DISABLED"));
    }
    if (version == Version.V3_0) {
      putZones(message, details);
    }
  }

  private void putZones(ObjectNode message, StateDetails details) {
    Json.put(message, "instantActionStates", details.instantActionStates(), this::actionState);
    Json.put(message, "zoneActionStates", details.zoneActionStates(), this::actionState);
    Json.put(
        message,
        "zoneSets",
        details.zoneSets(),
        one ->
            Json.object()
                .put("zoneSetId", one.zoneSetId())
                .put("mapId", one.mapId())
                .put("zoneSetStatus", one.enabled() ? "ENABLED" : "DISABLED"));
    Json.put(
        message,
        "zoneRequests",
        requests(details, false),
        one -> request(one).put("zoneId", one.place()).put("zoneSetId", one.within()));
    Json.put(
        message,
        "edgeRequests",
        requests(details, true),
        one ->
            request(one)
                .put("edgeId", one.place())
                .put("sequenceId", Integer.parseInt(one.within())));
    putWay(message, details.way());
  }

  private static List<AccessRequest> requests(StateDetails details, boolean corridors) {
    return details.requests().stream()
        .filter(one -> (one.kind() == RequestKind.CORRIDOR) == corridors)
        .toList();
  }

  private static ObjectNode request(AccessRequest request) {
    return Json.object()
        .put("requestId", request.requestId())
        .put("requestType", request.kind().name())
        .put("requestStatus", request.status().name());
  }

  private static void putWay(ObjectNode message, List<WayPoint> way) {
    if (way.isEmpty()) {
      return;
    }
    boolean timed = way.stream().allMatch(point -> point.expected().isPresent());
    if (timed) {
      Json.put(
          message.putObject("intermediatePath"),
          "polyline",
          way,
          point -> {
            ObjectNode out = Json.object().put("x", point.xM()).put("y", point.yM());
            point.expected().ifPresent(at -> out.put("eta", Json.timestamp(at)));
            return out;
          });
    } else {
      Json.put(
          message.putObject("plannedPath").putObject("trajectory"),
          "controlPoints",
          way,
          point -> Json.object().put("x", point.xM()).put("y", point.yM()));
    }
  }

  /** The 2.0 schema has whole metres only. */
  private void putRange(ObjectNode power, double range) {
    if (version == Version.V2_0) {
      power.put(name(Field.RANGE), (int) range);
    } else {
      power.put(name(Field.RANGE), range);
    }
  }

  private void putPose(ObjectNode message, Pose pose) {
    message
        .putObject(name(Field.POSE))
        .put("x", pose.xM())
        .put("y", pose.yM())
        .put("theta", pose.thetaRad())
        .put("mapId", pose.mapId())
        .put(name(Field.LOCALIZED), pose.localized());
  }

  private ObjectNode actionState(ActionState state) {
    return Json.object()
        .put("actionId", state.actionId())
        .put("actionType", Words.actionType(state.type(), version))
        .put("actionStatus", Words.status(state.status(), version))
        .put(name(Field.ACTION_RESULT), state.description());
  }

  private ObjectNode error(VehicleError error) {
    ObjectNode out = Json.object();
    out.put("errorType", error.type());
    out.put("errorLevel", Words.level(error.level(), version));
    out.put("errorDescription", error.description());
    Json.putPairs(out, "errorReferences", "referenceKey", "referenceValue", error.references());
    return out;
  }

  private String name(Field field) {
    return field.in(version);
  }
}
