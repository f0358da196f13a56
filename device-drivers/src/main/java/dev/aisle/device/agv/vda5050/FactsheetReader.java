package dev.aisle.device.agv.vda5050;

import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.ChargingLimits;
import dev.aisle.device.agv.VehicleCapabilities.Envelope;
import dev.aisle.device.agv.VehicleCapabilities.Limits;
import dev.aisle.device.agv.VehicleCapabilities.LoadSet;
import dev.aisle.device.agv.VehicleCapabilities.Motion;
import dev.aisle.device.agv.VehicleCapabilities.Point;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleCapabilities.Size;
import dev.aisle.device.agv.VehicleCapabilities.Skill;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Understands a factsheet (VDA 5050 2.1, 6.15; 3.0, 7.9). Factsheets are written by hand and often
 * incomplete: whatever cannot be understood is as if it were not said, and nothing is refused.
 */
final class FactsheetReader {
  private final Version version;

  FactsheetReader(Version version) {
    this.version = version;
  }

  VehicleCapabilities read(JsonNode message) {
    JsonNode type = message.path("typeSpecification");
    JsonNode physical = message.path("physicalParameters");
    return new VehicleCapabilities(
        words(type, "seriesName"),
        words(type, name(Field.VEHICLE_CLASS)),
        words(type, name(Field.KINEMATICS)),
        number(type, Field.MAX_LOAD),
        new Motion(
            number(physical, Field.SPEED_MAX),
            number(physical, Field.ACCELERATION),
            number(physical, Field.DECELERATION),
            number(physical, Field.ANGULAR_SPEED_MAX)),
        new Size(
            number(physical, "length"),
            number(physical, "width"),
            number(physical, Field.HEIGHT_MAX)),
        limits(message.path("protocolLimits")),
        parameters(message.path("protocolFeatures").path("optionalParameters")),
        skills(message.path("protocolFeatures").path(name(Field.SKILLS))),
        envelopes(message.path(name(Field.GEOMETRY)).path("envelopes2d")),
        loads(message.path("loadSpecification").path("loadSets")),
        charging(message.path(name(Field.CONFIGURATION)).path("batteryCharging")),
        new TreeSet<>(texts(type.path("supportedZones"))));
  }

  private Limits limits(JsonNode in) {
    JsonNode strings = in.path(name(Field.STRING_LENGTHS));
    JsonNode timing = in.path("timing");
    Map<String, Integer> lists = new LinkedHashMap<>();
    in.path(name(Field.ARRAY_LENGTHS))
        .properties()
        .forEach(
            one -> limit(one.getValue()).ifPresent(longest -> lists.put(one.getKey(), longest)));
    return new Limits(
        lists,
        limit(strings.path(name(Field.MESSAGE_LENGTH))),
        limit(strings.path(name(Field.ID_LENGTH))),
        strings.path("idNumericalOnly").asBoolean(false),
        number(timing, Field.ORDER_INTERVAL),
        number(timing, Field.STATE_INTERVAL),
        number(timing, "defaultStateInterval"));
  }

  private static Map<String, Boolean> parameters(JsonNode in) {
    Map<String, Boolean> all = new LinkedHashMap<>();
    for (JsonNode one : in) {
      String parameter = words(one, "parameter");
      if (!parameter.isEmpty()) {
        all.put(parameter, words(one, "support").equals("REQUIRED"));
      }
    }
    return all;
  }

  /** Some list a type once for every scope; here each type stands once. */
  private static List<Skill> skills(JsonNode in) {
    Map<String, Skill> all = new LinkedHashMap<>();
    for (JsonNode one : in) {
      String type = words(one, "actionType");
      if (!type.isEmpty()) {
        Skill skill = skill(Words.houseActionType(type), one);
        all.merge(skill.actionType(), skill, FactsheetReader::both);
      }
    }
    return List.copyOf(all.values());
  }

  private static Skill skill(String type, JsonNode in) {
    Map<String, Boolean> parameters = new LinkedHashMap<>();
    for (JsonNode parameter : in.path("actionParameters")) {
      parameters.put(words(parameter, "key"), parameter.path("isOptional").asBoolean(false));
    }
    return new Skill(
        type,
        known(Scope.class, texts(in.path("actionScopes"))),
        known(Blocking.class, texts(in.path("blockingTypes"))),
        parameters,
        in.path("pauseAllowed").asBoolean(false),
        in.path("cancelAllowed").asBoolean(false));
  }

  private static Skill both(Skill one, Skill other) {
    Map<String, Boolean> parameters = new LinkedHashMap<>(one.parameters());
    parameters.putAll(other.parameters());
    return new Skill(
        one.actionType(),
        union(one.scopes(), other.scopes()),
        union(one.blocking(), other.blocking()),
        parameters,
        one.pauseAllowed() && other.pauseAllowed(),
        one.cancelAllowed() && other.cancelAllowed());
  }

  private static <E> Set<E> union(Set<E> one, Set<E> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  private List<Envelope> envelopes(JsonNode in) {
    List<Envelope> all = new ArrayList<>();
    for (JsonNode one : in) {
      List<Point> points = new ArrayList<>();
      for (JsonNode point : one.path(name(Field.ENVELOPE_POINTS))) {
        number(point, "x")
            .flatMap(x -> number(point, "y").map(y -> new Point(x, y)))
            .ifPresent(points::add);
      }
      if (points.size() >= 3) {
        all.add(new Envelope(words(one, name(Field.ENVELOPE_NAME)), points));
      }
    }
    return all;
  }

  private List<LoadSet> loads(JsonNode in) {
    List<LoadSet> all = new ArrayList<>();
    for (JsonNode one : in) {
      JsonNode dimensions = one.path("loadDimensions");
      all.add(
          new LoadSet(
              words(one, "setName"),
              words(one, "loadType"),
              number(dimensions, "length"),
              number(dimensions, "width"),
              number(dimensions, "height"),
              number(one, Field.LOAD_WEIGHT),
              number(one, Field.LOAD_SPEED),
              number(one, "pickTime"),
              number(one, "dropTime")));
    }
    return all;
  }

  private static Optional<ChargingLimits> charging(JsonNode in) {
    if (!in.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new ChargingLimits(
            number(in, "criticalLowChargingLevel"),
            number(in, "minimumDesiredChargingLevel"),
            number(in, "maximumDesiredChargingLevel"),
            number(in, "minimumChargingTime")));
  }

  private String name(Field field) {
    return field.in(version);
  }

  private Optional<Double> number(JsonNode in, Field field) {
    return number(in, name(field));
  }

  private static Optional<Double> number(JsonNode in, String field) {
    JsonNode value = in.path(field);
    return value.isNumber() && Double.isFinite(value.asDouble())
        ? Optional.of(value.asDouble())
        : Optional.empty();
  }

  /** Zero and below mean that there is no limit (VDA 5050 2.1, 6.15.3). */
  private static Optional<Integer> limit(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() > 0
        ? Optional.of(value.intValue())
        : Optional.empty();
  }

  private static String words(JsonNode in, String field) {
    JsonNode value = in.path(field);
    return value.isString() ? value.stringValue() : "";
  }

  private static List<String> texts(JsonNode in) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : in) {
      if (one.isString()) {
        all.add(one.stringValue());
      }
    }
    return all;
  }

  private static <E extends Enum<E>> Set<E> known(Class<E> words, List<String> said) {
    Set<E> all = EnumSet.noneOf(words);
    for (E word : words.getEnumConstants()) {
      if (said.contains(word.name())) {
        all.add(word);
      }
    }
    return all;
  }
}
