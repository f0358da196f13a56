package dev.aisle.hmi.bridge.device.telegram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Access passwords of tags, which go over the wire of a reader and must not be read there.
 *
 * @param hex upper-case, 8 digits each
 */
public record Secrets(List<String> hex) {
  public static final Secrets NONE = new Secrets(List.of());

  private static final String HIDDEN = "••••••••";

  public Secrets {
    hex = List.copyOf(hex);
  }

  /** All zeros are no password. */
  public static Secrets of(int... passwords) {
    return new Secrets(
        java.util.Arrays.stream(passwords)
            .filter(password -> password != 0)
            .mapToObj("%08X"::formatted)
            .toList());
  }

  /** Whole bytes with or without spaces between them, with the password out of sight. */
  public String in(String text) {
    String shown = text;
    for (String secret : hex) {
      String bytes =
          String.join(
              " ?",
              secret.substring(0, 2),
              secret.substring(2, 4),
              secret.substring(4, 6),
              secret.substring(6));
      shown = shown.replaceAll("(?i)" + bytes, HIDDEN);
    }
    return shown;
  }

  public Map<String, Object> in(Map<String, Object> meaning) {
    if (hex.isEmpty()) {
      return meaning;
    }
    Map<String, Object> shown = new LinkedHashMap<>();
    meaning.forEach(
        (name, value) ->
            shown.put(
                name,
                value instanceof Number number && isOne(number)
                    ? HIDDEN
                    : value instanceof String text ? in(text) : value));
    return shown;
  }

  private boolean isOne(Number number) {
    return hex.contains("%08X".formatted((int) number.longValue()));
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
