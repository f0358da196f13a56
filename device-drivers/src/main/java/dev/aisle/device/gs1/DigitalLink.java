package dev.aisle.device.gs1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * GS1 Digital Link URIs (URI syntax 1.3): the key and what qualifies it in the path, the rest in
 * the query: {@code https://id.gs1.org/01/…/10/…?17=…}. Never throws.
 */
public final class DigitalLink {
  private static final String GS1 = "https://id.gs1.org";
  private static final int LONGEST = 4000;

  /** Keys and the identifiers that may follow them in the path, in this order. */
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("00", List.of()),
          Map.entry("01", List.of("22", "10", "21", "235")),
          Map.entry("253", List.of()),
          Map.entry("255", List.of()),
          Map.entry("401", List.of()),
          Map.entry("402", List.of()),
          Map.entry("414", List.of("254", "7040")),
          Map.entry("415", List.of("8020")),
          Map.entry("417", List.of("7040")),
          Map.entry("8003", List.of()),
          Map.entry("8004", List.of("7040")),
          Map.entry("8006", List.of("22", "10", "21")),
          Map.entry("8010", List.of("8011")),
          Map.entry("8013", List.of()),
          Map.entry("8017", List.of("8019")),
          Map.entry("8018", List.of("8019")));

  private DigitalLink() {}

  public static boolean looksLikeOne(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  /** Of any host: brands use their own. */
  public static Gs1Result parse(String uri) {
    if (!looksLikeOne(uri)) {
      return Gs1Result.refused("", Refusal.Why.NO_DIGITAL_LINK);
    }
    if (uri.length() > LONGEST) {
      return Gs1Result.refused("", Refusal.Why.TOO_MUCH);
    }
    String noFragment = before(uri, '#');
    String path = before(noFragment, '?');
    String query = noFragment.substring(Math.min(noFragment.length(), path.length() + 1));
    String[] parts = path.substring(path.indexOf("//") + 2).split("/", -1);
    int at = keyPlace(parts);
    if (at < 0) {
      return Gs1Result.refused("", Refusal.Why.NO_DIGITAL_LINK);
    }
    List<String> qualifiers = KEYS.getOrDefault(parts[at], List.of());
    Map<String, String> elements = new LinkedHashMap<>();
    elements.put(parts[at], padded(parts[at], decode(parts[at + 1])));
    int allowed = 0;
    for (int i = at + 2; i + 1 < parts.length; i += 2) {
      int place = qualifiers.indexOf(parts[i]);
      if (place < allowed) {
        return Gs1Result.refused(start(parts[i]), Refusal.Why.NO_DIGITAL_LINK);
      }
      allowed = place + 1;
      elements.put(parts[i], decode(parts[i + 1]));
    }
    for (String pair : query.split("[&;]", -1)) {
      String name = before(pair, '=');
      Optional<ApplicationIdentifier> ai = AiTable.of(name);
      if (ai.isPresent()) {
        String value = decode(pair.substring(Math.min(pair.length(), name.length() + 1)));
        String old = elements.putIfAbsent(name, padded(name, value));
        if (old != null && !old.equals(padded(name, value))) {
          return Gs1Result.refused(name, Refusal.Why.TWICE);
        }
      } else if (!name.isEmpty() && CheckDigit.isDigits(name)) {
        return Gs1Result.refused(start(name), Refusal.Why.UNKNOWN_AI);
      }
    }
    return Gs1Parser.check(elements);
  }

  /** Empty where no element is a key. */
  public static Optional<String> write(Gs1Data data) {
    Map<String, String> rest = new LinkedHashMap<>(data.elements());
    Optional<String> key = rest.keySet().stream().filter(KEYS::containsKey).findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(GS1);
    append(key.get(), rest, out);
    for (String qualifier : KEYS.getOrDefault(key.get(), List.of())) {
      append(qualifier, rest, out);
    }
    char mark = '?';
    for (Map.Entry<String, String> element : rest.entrySet()) {
      out.append(mark).append(element.getKey()).append('=').append(encode(element.getValue()));
      mark = '&';
    }
    return Optional.of(out.toString());
  }

  private static void append(String ai, Map<String, String> rest, StringBuilder out) {
    String value = rest.remove(ai);
    if (value != null) {
      out.append('/').append(ai).append('/').append(encode(value));
    }
  }

  /** The first part of the path that is a key with something behind it. */
  private static int keyPlace(String[] parts) {
    for (int i = 1; i + 1 < parts.length; i++) {
      if (KEYS.containsKey(parts[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Shorter item numbers stand for ones of 14 digits. */
  private static String padded(String ai, String value) {
    int length = value.length();
    boolean shorter = length == 8 || length == 12 || length == 13;
    return (ai.equals("01") || ai.equals("02")) && shorter
        ? "0".repeat(14 - length) + value
        : value;
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String start(String text) {
    return text.substring(0, Math.min(4, text.length()));
  }

  private static String encode(String value) {
    StringBuilder out = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
      out.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  /** A broken escape stays as it is and is refused by the character check. */
  private static String decode(String value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = i + 2 < value.length() ? Character.digit(value.charAt(i + 2), 16) : -1;
      if (c == '%' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
