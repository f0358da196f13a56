package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.LoadSet;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a factsheet in the words of one version (VDA 5050 2.1, 6.15; 3.0, 7.9). */
final class FactsheetWriter {
  private final Version version;

  FactsheetWriter(Version version) {
    this.version = version;
  }

  void write(VehicleCapabilities is, ObjectNode message) {
    ObjectNode type = message.putObject("typeSpecification");
    type.put("seriesName", is.series());
    type.put(name(Field.KINEMATICS), is.kinematics());
    type.put(name(Field.VEHICLE_CLASS), is.vehicleClass());
    type.put(name(Field.MAX_LOAD), is.maxLoadKg().orElse(0.0));
    type.putArray("localizationTypes").add("NATURAL");
    type.putArray("navigationTypes").add("VIRTUAL_LINE_GUIDED");
    if (version.hasZones()) {
      putTexts(type, "supportedZones", is.zones());
    }
    physical(is, message.putObject("physicalParameters"));
    limits(is.limits(), message.putObject("protocolLimits"));
    features(is, message.putObject("protocolFeatures"));
    geometry(is, message.putObject(name(Field.GEOMETRY)));
    Json.put(message.putObject("loadSpecification"), "loadSets", is.loads(), load -> load(load));
    is.charging()
        .filter(limits -> version.hasZones())
        .ifPresent(
            limits -> {
              ObjectNode out =
                  message.putObject(name(Field.CONFIGURATION)).putObject("batteryCharging");
              put(out, "criticalLowChargingLevel", limits.criticalLow());
              put(out, "minimumDesiredChargingLevel", limits.minDesired());
              put(out, "maximumDesiredChargingLevel", limits.maxDesired());
              put(out, "minimumChargingTime", limits.minChargingS());
            });
  }

  private void physical(VehicleCapabilities is, ObjectNode out) {
    double height = is.size().height().orElse(0.0);
    out.put(name(Field.SPEED_MIN), 0.0);
    out.put(name(Field.SPEED_MAX), is.motion().maxSpeed().orElse(0.0));
    out.put(name(Field.ACCELERATION), is.motion().acceleration().orElse(0.0));
    out.put(name(Field.DECELERATION), is.motion().deceleration().orElse(0.0));
    put(out, name(Field.ANGULAR_SPEED_MAX), is.motion().maxAngularSpeed());
    out.put(name(Field.HEIGHT_MIN), height);
    out.put(name(Field.HEIGHT_MAX), height);
    out.put("width", is.size().width().orElse(0.0));
    out.put("length", is.size().length().orElse(0.0));
  }

  private void limits(VehicleCapabilities.Limits limits, ObjectNode out) {
    ObjectNode strings = out.putObject(name(Field.STRING_LENGTHS));
    limits.messageLength().ifPresent(most -> strings.put(name(Field.MESSAGE_LENGTH), most));
    limits.idLength().ifPresent(most -> strings.put(name(Field.ID_LENGTH), most));
    if (limits.idNumericalOnly()) {
      strings.put("idNumericalOnly", true);
    }
    ObjectNode arrays = out.putObject(name(Field.ARRAY_LENGTHS));
    limits.lists().forEach(arrays::put);
    ObjectNode timing = out.putObject("timing");
    timing.put(name(Field.ORDER_INTERVAL), limits.minOrderIntervalS().orElse(0.0));
    timing.put(name(Field.STATE_INTERVAL), limits.minStateIntervalS().orElse(0.0));
    put(timing, "defaultStateInterval", limits.defaultStateIntervalS());
  }

  private void features(VehicleCapabilities is, ObjectNode out) {
    ArrayNode parameters = out.putArray("optionalParameters");
    is.parameters()
        .forEach(
            (path, required) ->
                parameters
                    .addObject()
                    .put("parameter", path)
                    .put("support", required ? "REQUIRED" : "SUPPORTED"));
    Json.put(out, name(Field.SKILLS), is.skills(), this::skill);
  }

  private ObjectNode skill(Skill skill) {
    ObjectNode out = Json.object();
    out.put("actionType", Words.actionType(skill.actionType(), version));
    putTexts(
        out,
        "actionScopes",
        skill.scopes().stream()
            .filter(scope -> version.hasZones() || scope != VehicleCapabilities.Scope.ZONE)
            .map(Enum::name)
            .sorted()
            .toList());
    // The 2.1.0 schema asks the list itself to be one of the words, which no list is.
    if (version.hasZones() && !skill.blocking().isEmpty()) {
      putTexts(
          out,
          "blockingTypes",
          skill.blocking().stream()
              .map(blocking -> Words.blocking(blocking, version))
              .distinct()
              .sorted()
              .toList());
    }
    ArrayNode parameters = out.putArray("actionParameters");
    skill
        .parameters()
        .forEach(
            (key, optional) ->
                parameters
                    .addObject()
                    .put("key", key)
                    .put("valueDataType", "STRING")
                    .put("isOptional", optional));
    if (version.hasZones()) {
      out.put("pauseAllowed", skill.pauseAllowed());
      out.put("cancelAllowed", skill.cancelAllowed());
    }
    return out;
  }

  private void geometry(VehicleCapabilities is, ObjectNode out) {
    Json.put(
        out,
        "envelopes2d",
        is.envelopes(),
        one -> {
          ObjectNode envelope = Json.object();
          envelope.put(name(Field.ENVELOPE_NAME), one.name());
          Json.put(
              envelope,
              name(Field.ENVELOPE_POINTS),
              one.points(),
              point -> Json.object().put("x", point.x()).put("y", point.y()));
          return envelope;
        });
  }

  private ObjectNode load(LoadSet load) {
    ObjectNode out = Json.object();
    out.put("setName", load.name());
    out.put("loadType", load.loadType());
    if (load.length().isPresent() && load.width().isPresent()) {
      ObjectNode dimensions = out.putObject("loadDimensions");
      put(dimensions, "length", load.length());
      put(dimensions, "width", load.width());
      put(dimensions, "height", load.height());
    }
    put(out, name(Field.LOAD_WEIGHT), load.maxWeightKg());
    put(out, name(Field.LOAD_SPEED), load.maxSpeed());
    put(out, "pickTime", load.pickTimeS());
    put(out, "dropTime", load.dropTimeS());
    return out;
  }

  private String name(Field field) {
    return field.in(version);
  }

  private static void put(ObjectNode into, String field, Optional<Double> value) {
    value.ifPresent(number -> into.put(field, number));
  }

  private static void putTexts(ObjectNode into, String field, Collection<String> texts) {
    ArrayNode array = into.putArray(field);
    texts.forEach(array::add);
  }
}
