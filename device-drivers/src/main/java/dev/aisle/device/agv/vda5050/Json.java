package dev.aisle.device.agv.vda5050;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading and writing JSON trees with the strictness of the VDA 5050 schemas. */
final class Json {
  /** Longest message read, in characters; a state with hundreds of nodes stays far below. */
  private static final int LONGEST = 4_000_000;

  private static final int DEEPEST = 50;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(LONGEST)
                          .maxNestingDepth(DEEPEST)
                          .build())
                  .build())
          .build();

  /** ISO 8601 in UTC with hundredths, as the schemas show it. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Json() {}

  /** A message that breaks the schema. Never leaves the package. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String why) {
      super(why, null, false, false);
    }
  }

  /** Turns a tree into a message, or says what is wrong with it. */
  interface Reader<T> {
    T read(JsonNode message) throws Broken;
  }

  static <T> Parsed<T> parse(byte[] payload, Reader<T> reader) {
    try {
      JsonNode message = MAPPER.readTree(payload);
      if (message == null || !message.isObject()) {
        return new Parsed.Bad<>("not a JSON object");
      }
      return read(message, reader);
    } catch (JacksonException e) {
      return new Parsed.Bad<>("not JSON: " + e.getOriginalMessage());
    }
  }

  static <T> Parsed<T> read(JsonNode message, Reader<T> reader) {
    try {
      return new Parsed.Good<>(reader.read(message));
    } catch (Broken | IllegalArgumentException e) {
      return new Parsed.Bad<>(String.valueOf(e.getMessage()));
    }
  }

  static ObjectNode message(MessageHeader header) {
    ObjectNode message = MAPPER.createObjectNode();
    message.put("headerId", header.headerId());
    message.put("timestamp", timestamp(header.timestamp()));
    message.put("version", header.version());
    message.put("manufacturer", header.manufacturer());
    message.put("serialNumber", header.serial());
    return message;
  }

  static String timestamp(Instant at) {
    return TIMESTAMP.format(at);
  }

  static byte[] bytes(ObjectNode message) {
    return MAPPER.writeValueAsBytes(message);
  }

  static String text(JsonNode in, String field) throws Broken {
    return optionalText(in, field).orElseThrow(() -> new Broken("%s is missing".formatted(field)));
  }

  static Optional<String> optionalText(JsonNode in, String field) throws Broken {
    JsonNode value = in.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new Broken("%s is not a text".formatted(field));
    }
    return Optional.of(value.stringValue());
  }

  static long whole(JsonNode in, String field) throws Broken {
    JsonNode value = in.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new Broken("%s is not a whole number".formatted(field));
    }
    return value.longValue();
  }

  static int count(JsonNode in, String field) throws Broken {
    long value = whole(in, field);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new Broken("%s is out of range".formatted(field));
    }
    return (int) value;
  }

  static double number(JsonNode in, String field) throws Broken {
    return optionalNumber(in, field)
        .orElseThrow(() -> new Broken("%s is missing".formatted(field)));
  }

  static Optional<Double> optionalNumber(JsonNode in, String field) throws Broken {
    JsonNode value = in.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new Broken("%s is not a number".formatted(field));
    }
    return Optional.of(value.asDouble());
  }

  static boolean flag(JsonNode in, String field) throws Broken {
    JsonNode value = in.path(field);
    if (!value.isBoolean()) {
      throw new Broken("%s is not true or false".formatted(field));
    }
    return value.booleanValue();
  }

  static boolean flagOr(JsonNode in, String field, boolean otherwise) throws Broken {
    JsonNode value = in.path(field);
    return (value.isMissingNode() || value.isNull()) ? otherwise : flag(in, field);
  }

  static <E extends Enum<E>> E word(JsonNode in, String field, Class<E> words) throws Broken {
    String value = text(in, field);
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    throw new Broken("%s is '%s'".formatted(field, value));
  }

  static JsonNode object(JsonNode in, String field) throws Broken {
    JsonNode value = in.path(field);
    if (!value.isObject()) {
      throw new Broken("%s is missing".formatted(field));
    }
    return value;
  }

  static <T> List<T> list(JsonNode in, String field, Reader<T> reader) throws Broken {
    if (!in.path(field).isArray()) {
      throw new Broken("%s is not a list".formatted(field));
    }
    return optionalList(in, field, reader);
  }

  static <T> List<T> optionalList(JsonNode in, String field, Reader<T> reader) throws Broken {
    JsonNode value = in.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw new Broken("%s is not a list".formatted(field));
    }
    List<T> all = new ArrayList<>();
    for (JsonNode one : value) {
      if (!one.isObject()) {
        throw new Broken("%s holds something else than objects".formatted(field));
      }
      all.add(reader.read(one));
    }
    return all;
  }

  /** A list of key and value objects; values of any kind become their text. */
  static Map<String, String> pairs(JsonNode in, String field, String key, String value)
      throws Broken {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair :
        optionalList(in, field, one -> Map.entry(text(one, key), anyText(one.path(value))))) {
      pairs.put(pair.getKey(), pair.getValue());
    }
    return pairs;
  }

  static String anyText(JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    return (value.isMissingNode() || value.isNull()) ? "" : value.toString();
  }

  static <T> void put(ObjectNode into, String field, List<T> all, Function<T, ObjectNode> writer) {
    ArrayNode array = into.putArray(field);
    all.forEach(one -> array.add(writer.apply(one)));
  }

  static void putPairs(
      ObjectNode into, String field, String key, String value, Map<String, String> pairs) {
    ArrayNode array = into.putArray(field);
    pairs.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(pair -> array.addObject().put(key, pair.getKey()).put(value, pair.getValue()));
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }
}
