package dev.aisle.hmi.bridge;

import java.util.Map;
import java.util.regex.Pattern;

/** Stable words for what can be wrong with a setting; the sentence itself is English. */
final class FaultWords {
  private static final Map<String, Pattern> CODES =
      Map.of(
          "missing", Pattern.compile(" is missing"),
          "not-one-of", Pattern.compile(" is none of "),
          "out-of-range", Pattern.compile(" is not between "),
          "not-a-number", Pattern.compile("is not a number|must be a whole number"),
          "not-an-address", Pattern.compile(" is no (serial path|host:port)"),
          "address-taken", Pattern.compile("has the same address"),
          "unknown-setting", Pattern.compile("^unknown key"),
          "no-such-name", Pattern.compile("^there is no "),
          "twice", Pattern.compile("is given twice|is already the place"),
          "no-yaml", Pattern.compile("no YAML|key: value|must be one value"));

  private FaultWords() {}

  static String code(String message) {
    return CODES.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(message).find())
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("wrong");
  }
}
