package dev.aisle.device.rfid.pass.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that spoke for or against counting a tag: a key that screens translate, and the values
 * that belong into the sentence, named as in {@link ReasonKind}.
 */
public record Reason(ReasonKind kind, Map<String, String> values) {
  public Reason {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Reason of(ReasonKind kind) {
    return new Reason(kind, Map.of());
  }

  public static Reason of(ReasonKind kind, String name, Object value) {
    return new Reason(kind, Map.of(name, text(value)));
  }

  public static Reason of(
      ReasonKind kind, String name, Object value, String other, Object otherValue) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(name, text(value));
    values.put(other, text(otherValue));
    return new Reason(kind, values);
  }

  public Reason and(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, text(value));
    return new Reason(kind, more);
  }

  private static String text(Object value) {
    return value instanceof Double number
        ? Double.toString(Math.round(number * 10) / 10.0)
        : String.valueOf(value);
  }

  public String english() {
    return filled(kind.english());
  }

  public String chinese() {
    return filled(kind.chinese());
  }

  private String filled(String template) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  @Override
  public String toString() {
    return english();
  }
}
