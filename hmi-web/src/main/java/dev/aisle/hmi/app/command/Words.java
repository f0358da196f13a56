package dev.aisle.hmi.app.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command, taken apart into options and the rest. */
final class Words {
  /** What was typed makes no sense; the message is one sentence. */
  static final class Misused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misused(String sentence) {
      super(sentence);
    }
  }

  private final Map<String, String> values = new HashMap<>();
  private final Set<String> switches = new HashSet<>();
  private final List<String> rest = new ArrayList<>();

  /**
   * @param withValue options that are followed by a value
   * @param alone options that stand alone
   */
  Words(List<String> words, Set<String> withValue, Set<String> alone) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
      if (!word.startsWith("--")) {
        rest.add(word);
      } else if (alone.contains(word)) {
        switches.add(word);
      } else if (!withValue.contains(name)) {
        throw new Misused("There is no option '%s' here.".formatted(name));
      } else if (equals > 0) {
        values.put(name, word.substring(equals + 1));
      } else if (i + 1 < words.size()) {
        i++;
        values.put(name, words.get(i));
      } else {
        throw new Misused("The option '%s' needs a value.".formatted(name));
      }
    }
  }

  List<String> rest() {
    return List.copyOf(rest);
  }

  boolean has(String option) {
    return switches.contains(option);
  }

  Optional<String> text(String option) {
    return Optional.ofNullable(values.get(option));
  }

  Optional<Double> number(String option, double least, double most) {
    return text(option)
        .map(
            text -> {
              double value;
              try {
                value = Double.parseDouble(text);
              } catch (NumberFormatException e) {
                value = Double.NaN;
              }
              if (!(value >= least && value <= most)) {
                throw new Misused(
                    "The option '%s' takes a number from %s to %s, not '%s'."
                        .formatted(option, plain(least), plain(most), text));
              }
              return value;
            });
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
