package dev.aisle.device.printer;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Why only a person can say what becomes of a label.
 *
 * @param values for the translated sentence, by the names beside the {@link Why}; none has a space
 *     in it
 */
public record HeldLabel(Why why, Map<String, String> values) {
  static final HeldLabel NOT_KNOWN = new HeldLabel(Why.NOT_KNOWN, Map.of());

  /** What happened. */
  public enum Why {
    /** Sent {@code tries} times and never printed. */
    NEVER_PRINTED,
    /** The tag holds {@code epc}. */
    WRONG_TAG,
    /** A label came out, but its tag was not read back. */
    TAG_NOT_READ,
    /** {@code printed} of {@code wanted} labels came out by the printer's own count. */
    TOO_FEW,
    /** The line broke while it was sent; it may have been printed. */
    LINE_BROKE,
    /** Not known any more: it was put down by an earlier version of the program. */
    NOT_KNOWN;

    /** Stable word for other programs, such as {@code wrong-tag}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public HeldLabel {
    values = Map.copyOf(values);
  }

  /** For a log or a command line. */
  public String sentence() {
    return switch (why) {
      case NEVER_PRINTED -> "sent %s times and never printed".formatted(value("tries"));
      case WRONG_TAG -> "the tag holds %s".formatted(value("epc"));
      case TAG_NOT_READ -> "a label came out, but its tag was not read back";
      case TOO_FEW ->
          "%s of %s labels came out by its count".formatted(value("printed"), value("wanted"));
      case LINE_BROKE -> "the line broke while it was sent; it may have been printed";
      case NOT_KNOWN -> "not known any more";
    };
  }

  private String value(String name) {
    return values.getOrDefault(name, "?");
  }

  /** One line of a file: the word, then {@code name=value}. */
  String written() {
    StringBuilder line = new StringBuilder(why.word());
    values.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
    return line.toString();
  }

  /** Reads {@link #written}; empty for an empty line. */
  static Optional<HeldLabel> read(String line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    String[] words = line.split(" ", -1);
    for (Why why : Why.values()) {
      if (why.word().equals(words[0])) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
          int between = words[i].indexOf('=');
          if (between > 0) {
            values.put(words[i].substring(0, between), words[i].substring(between + 1));
          }
        }
        return Optional.of(new HeldLabel(why, values));
      }
    }
    return Optional.of(NOT_KNOWN);
  }
}
