package dev.aisle.device.gs1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads element strings (GS1 General Specifications, 7.8): identifiers of fixed length follow each
 * other, the others end at a separator or at the end of the symbol. Never throws.
 */
public final class Gs1Parser {
  /** FNC1 as scanners send it, and as it stands for itself. */
  private static final char GS = 0x1D;

  /** A GS1 DataMatrix holds 3116 digits. */
  private static final int LONGEST = 4000;

  private Gs1Parser() {}

  /** What a scanner sends for a GS1 symbol, without symbology identifier. */
  public static Gs1Result parse(String text) {
    if (text.length() > LONGEST) {
      return Gs1Result.refused("", Refusal.Why.TOO_MUCH);
    }
    Map<String, String> elements = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == GS) {
        at++; // a leading one, or one behind data of fixed length, is allowed and says nothing
        continue;
      }
      Optional<ApplicationIdentifier> found = AiTable.at(text, at);
      if (found.isEmpty()) {
        return Gs1Result.refused(start(text, at), Refusal.Why.UNKNOWN_AI);
      }
      ApplicationIdentifier ai = found.get();
      at += ai.ai().length();
      int end = text.indexOf(GS, at);
      end = end < 0 ? text.length() : end;
      if (!ai.separated()) {
        end = Math.min(end, at + ai.longest());
      }
      Optional<Refusal> wrong = add(ai, text.substring(at, end), elements);
      if (wrong.isPresent()) {
        return new Gs1Result.Refused(wrong.get());
      }
      at = end;
    }
    return result(elements);
  }

  /** What is printed under a barcode: {@code (01)…(17)…}; a bracket may also stand in the data. */
  public static Gs1Result parseReadable(String text) {
    String input = text.strip();
    if (input.length() > LONGEST) {
      return Gs1Result.refused("", Refusal.Why.TOO_MUCH);
    }
    Map<String, String> elements = new LinkedHashMap<>();
    int at = 0;
    while (at < input.length()) {
      int close = input.indexOf(')', at);
      if (input.charAt(at) != '(' || close < 0) {
        return Gs1Result.refused(start(input, at), Refusal.Why.NOT_READABLE_FORM);
      }
      String name = input.substring(at + 1, close);
      Optional<ApplicationIdentifier> ai = AiTable.of(name);
      if (ai.isEmpty()) {
        return Gs1Result.refused(start(name, 0), Refusal.Why.UNKNOWN_AI);
      }
      int end = nextElement(input, close + 1);
      Optional<Refusal> wrong = add(ai.get(), input.substring(close + 1, end).strip(), elements);
      if (wrong.isPresent()) {
        return new Gs1Result.Refused(wrong.get());
      }
      at = end;
    }
    return result(elements);
  }

  /** Elements from elsewhere. */
  static Gs1Result check(Map<String, String> given) {
    Map<String, String> elements = new LinkedHashMap<>();
    for (Map.Entry<String, String> element : given.entrySet()) {
      Optional<ApplicationIdentifier> ai = AiTable.of(element.getKey());
      if (ai.isEmpty()) {
        return Gs1Result.refused(start(element.getKey(), 0), Refusal.Why.UNKNOWN_AI);
      }
      Optional<Refusal> wrong = add(ai.get(), element.getValue(), elements);
      if (wrong.isPresent()) {
        return new Gs1Result.Refused(wrong.get());
      }
    }
    return result(elements);
  }

  private static Gs1Result result(Map<String, String> elements) {
    return elements.isEmpty()
        ? Gs1Result.refused("", Refusal.Why.EMPTY)
        : new Gs1Result.Data(new Gs1Data(elements));
  }

  private static Optional<Refusal> add(
      ApplicationIdentifier ai, String value, Map<String, String> elements) {
    Optional<Refusal.Why> wrong = ai.check(value);
    if (wrong.isPresent()) {
      return Optional.of(new Refusal(ai.ai(), wrong.get()));
    }
    String before = elements.putIfAbsent(ai.ai(), value);
    return before == null || before.equals(value)
        ? Optional.empty()
        : Optional.of(new Refusal(ai.ai(), Refusal.Why.TWICE));
  }

  /** A bracket begins an element only when a known identifier stands in it. */
  private static int nextElement(String input, int from) {
    for (int open = input.indexOf('(', from); open >= 0; open = input.indexOf('(', open + 1)) {
      int close = input.indexOf(')', open);
      if (close < 0) {
        break;
      }
      if (AiTable.of(input.substring(open + 1, close)).isPresent()) {
        return open;
      }
    }
    return input.length();
  }

  private static String start(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + 4));
  }
}
