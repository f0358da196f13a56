package dev.aisle.agv.exchange.lif;

import dev.aisle.agv.exchange.Finding.Kind;
import dev.aisle.agv.exchange.Findings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One object of a JSON file, asked field by field. What is wrong is found and answered with
 * nothing, so that reading goes on to the next mistake.
 */
final class JsonPart {
  private final JsonNode json;
  private final String path;
  private final Findings findings;
  private final Set<String> asked = new HashSet<>();

  JsonPart(JsonNode json, String path, Findings findings) {
    this.json = json;
    this.path = path;
    this.findings = findings;
    if (!json.isObject()) {
      findings.add(Kind.WRONG_TYPE, path, "an object");
    }
  }

  String path() {
    return path;
  }

  String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  private Optional<JsonNode> field(String name) {
    asked.add(name);
    JsonNode value = json.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private Optional<JsonNode> needed(String name) {
    Optional<JsonNode> value = field(name);
    if (value.isEmpty() && json.isObject()) {
      findings.add(Kind.MISSING, path(name));
    }
    return value;
  }

  /** A text that must be there, and say something. */
  String text(String name) {
    Optional<String> text = needed(name).flatMap(value -> text(name, value));
    if (text.isPresent() && text.get().isBlank()) {
      findings.add(Kind.EMPTY, path(name));
    }
    return text.orElse("");
  }

  Optional<String> optionalText(String name) {
    return field(name).flatMap(value -> text(name, value));
  }

  private Optional<String> text(String name, JsonNode value) {
    if (!value.isString()) {
      findings.add(Kind.WRONG_TYPE, path(name), "a text");
      return Optional.empty();
    }
    return Optional.of(value.stringValue());
  }

  double number(String name) {
    return needed(name).flatMap(value -> number(name, value)).orElse(0.0);
  }

  Optional<Double> optionalNumber(String name) {
    return field(name).flatMap(value -> number(name, value));
  }

  private Optional<Double> number(String name, JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      findings.add(Kind.WRONG_TYPE, path(name), "a number");
      return Optional.empty();
    }
    return Optional.of(value.asDouble());
  }

  boolean flag(String name) {
    return needed(name).map(value -> flag(name, value)).orElse(false);
  }

  boolean flagOr(String name, boolean otherwise) {
    return field(name).map(value -> flag(name, value)).orElse(otherwise);
  }

  private boolean flag(String name, JsonNode value) {
    if (!value.isBoolean()) {
      findings.add(Kind.WRONG_TYPE, path(name), "true or false");
    }
    return value.isBoolean() && value.booleanValue();
  }

  <E extends Enum<E>> E wordOr(String name, Class<E> words, E otherwise) {
    return optionalText(name).flatMap(text -> word(name, text, words)).orElse(otherwise);
  }

  <E extends Enum<E>> void word(String name, Class<E> words) {
    String text = text(name);
    if (!text.isEmpty()) {
      var unused = word(name, text, words);
    }
  }

  private <E extends Enum<E>> Optional<E> word(String name, String text, Class<E> words) {
    Optional<E> found =
        Arrays.stream(words.getEnumConstants()).filter(w -> w.name().equals(text)).findFirst();
    if (found.isEmpty()) {
      findings.add(
          Kind.WRONG_WORD,
          path(name),
          text,
          Arrays.stream(words.getEnumConstants())
              .map(Enum::name)
              .collect(Collectors.joining(", ")));
    }
    return found;
  }

  Optional<JsonPart> part(String name) {
    return needed(name).map(value -> new JsonPart(value, path(name), findings));
  }

  Optional<JsonPart> optionalPart(String name) {
    return field(name).map(value -> new JsonPart(value, path(name), findings));
  }

  /** Objects of a list that must be there. */
  List<JsonPart> parts(String name) {
    return needed(name).map(value -> parts(name, value)).orElse(List.of());
  }

  List<JsonPart> optionalParts(String name) {
    return field(name).map(value -> parts(name, value)).orElse(List.of());
  }

  private List<JsonPart> parts(String name, JsonNode value) {
    List<JsonPart> parts = new ArrayList<>();
    for (JsonNode item : items(name, value)) {
      parts.add(new JsonPart(item, "%s[%d]".formatted(path(name), parts.size()), findings));
    }
    return parts;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    field(name)
        .ifPresent(
            value -> items(name, value).forEach(item -> text(name, item).ifPresent(texts::add)));
    return texts;
  }

  List<Double> numbers(String name) {
    List<Double> numbers = new ArrayList<>();
    needed(name)
        .ifPresent(
            value ->
                items(name, value).forEach(item -> number(name, item).ifPresent(numbers::add)));
    return numbers;
  }

  private List<JsonNode> items(String name, JsonNode value) {
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      findings.add(Kind.WRONG_TYPE, path(name), "a list");
    }
    return items;
  }

  /** Names the fields that nobody asked for. */
  void done() {
    if (json.isObject()) {
      for (String name : json.propertyNames()) {
        if (!asked.contains(name)) {
          findings.add(Kind.UNKNOWN_FIELD, path, name);
        }
      }
    }
  }
}
