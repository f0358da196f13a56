package dev.aisle.device.agv.vda5050;

import static dev.aisle.device.agv.vda5050.Json.text;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.ZoneSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controller's half of VDA 5050 in one version and dialect: writes orders, instant actions,
 * zone sets and responses, reads what vehicles say. Knows no link and no clock; reading never
 * throws.
 */
public final class ControllerCodec {
  private final Version version;
  private final Dialect dialect;
  private final OrderFields orders;
  private final StateReader states;
  private final FactsheetReader factsheets;

  public ControllerCodec(Version version, Dialect dialect) {
    this.version = version;
    this.dialect = dialect;
    this.orders = new OrderFields(version, dialect);
    this.states = new StateReader(version);
    this.factsheets = new FactsheetReader(version);
  }

  /**
   * @throws IllegalArgumentException when the order breaks a rule of the standard
   */
  public byte[] writeOrder(VehicleOrder order, MessageHeader header) {
    OrderRules.broken(order)
        .ifPresent(
            rule -> {
              throw new IllegalArgumentException("order %s: %s".formatted(order.orderId(), rule));
            });
    ObjectNode message = Json.message(header);
    orders.write(order, message);
    return Json.bytes(message);
  }

  public byte[] writeInstantActions(List<InstantAction> actions, MessageHeader header) {
    ObjectNode message = Json.message(header);
    for (String key : dialect.instantActions().names()) {
      Json.put(message, key, actions, this::instantAction);
    }
    return Json.bytes(message);
  }

  /**
   * @throws IllegalStateException when the version has no zones
   */
  public byte[] writeZoneSet(ZoneSet set, MessageHeader header) {
    requireZones();
    ObjectNode message = Json.message(header);
    ZoneFields.write(set, message);
    return Json.bytes(message);
  }

  /**
   * @throws IllegalStateException when the version has no requests
   */
  public byte[] writeResponses(List<AccessResponse> responses, MessageHeader header) {
    requireZones();
    ObjectNode message = Json.message(header);
    ZoneFields.write(responses, message);
    return Json.bytes(message);
  }

  /** The version that the head of a message tells, empty when it cannot be read. */
  static Optional<String> versionIn(byte[] json) {
    return switch (Json.parse(json, message -> text(message, "version"))) {
      case Parsed.Good<String>(String version) -> Optional.of(version);
      case Parsed.Bad<String> bad -> Optional.empty();
    };
  }

  public Parsed<VehicleReport> readConnection(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(
        json,
        message ->
            new VehicleReport.Connection(
                vehicle, at, Words.connection(text(message, "connectionState"))));
  }

  public Parsed<VehicleReport> readState(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(json, message -> states.state(vehicle, at, message));
  }

  /** The same from a message that never was in bytes. */
  public Parsed<VehicleReport> readState(VehicleId vehicle, Instant at, StateMessage said) {
    return Json.read(said.fields, message -> states.state(vehicle, at, message));
  }

  public Parsed<VehicleReport> readVisualization(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(json, message -> states.visualization(vehicle, at, message));
  }

  /**
   * The facts as pairs: the path of the field, joined by dots, and its value in text ({@code
   * physicalParameters.speedMax} → {@code 1.2}), list elements numbered from 0; and the same as
   * {@link VehicleCapabilities}.
   */
  public Parsed<VehicleReport> readFactsheet(VehicleId vehicle, Instant at, byte[] json) {
    return Json.parse(
        json,
        message -> {
          Map<String, String> facts = new LinkedHashMap<>();
          flatten("", message, facts);
          return new VehicleReport.Factsheet(vehicle, at, facts, factsheets.read(message));
        });
  }

  private ObjectNode instantAction(InstantAction action) {
    ObjectNode out = Json.object();
    String type = Words.actionType(action.type(), version);
    out.put("actionType", type);
    if (version == Version.V2_0) {
      // The 2.0.0 schema calls the type by this name, its text by the other.
      out.put("actionName", type);
    }
    out.put("actionId", action.actionId());
    out.put("blockingType", VehicleOrder.Blocking.NONE.name());
    Json.putPairs(out, "actionParameters", "key", "value", action.parameters());
    return out;
  }

  private void requireZones() {
    if (!version.hasZones()) {
      throw new IllegalStateException("VDA 5050 %s has no zone sets".formatted(version.number()));
    }
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
}
