package dev.aisle.device.rfid.modbus;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One mapping of a profile, asked key by key. A wrong value is noted as a fault and answered with
 * something usable, so that reading goes on to the next mistake. {@link #done()} notes every key
 * nobody asked for.
 */
final class ProfilePart {
  private static final int NO_LINE = -1;

  private final String where;
  private final int line;
  private final Map<String, ProfileTree> values;
  private final List<ProfileFault> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  ProfilePart(String where, ProfileTree tree, List<ProfileFault> faults) {
    this.where = where;
    this.line = tree.line();
    this.faults = faults;
    if (tree instanceof ProfileTree.Entries entries) {
      values = entries.values();
    } else {
      values = Map.of();
      fault(line, "%s must be 'key: value' lines".formatted(where.isEmpty() ? "a profile" : where));
    }
  }

  /** A part that is not there: every key is missing without a fault. */
  static ProfilePart empty(List<ProfileFault> faults) {
    return new ProfilePart("", new ProfileTree.Entries(NO_LINE, Map.of()), faults);
  }

  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  void fault(String key, String message) {
    ProfileTree at = values.get(key);
    fault(at == null ? line : at.line(), "%s: %s".formatted(way(key), message));
  }

  private void fault(int at, String message) {
    if (at != NO_LINE) {
      faults.add(new ProfileFault(at, message));
    }
  }

  private String way(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  Optional<String> text(String key) {
    asked.add(key);
    ProfileTree value = values.get(key);
    if (value instanceof ProfileTree.Text text) {
      return Optional.of(text.value());
    }
    if (value != null) {
      fault(key, "must be one value");
    }
    return Optional.empty();
  }

  /** Whether the value is this very word; a key may have a word or a part. */
  boolean says(String key, String word) {
    asked.add(key);
    return values.get(key) instanceof ProfileTree.Text text && text.value().equals(word);
  }

  String text(String key, String example) {
    if (!has(key)) {
      missing(key, example);
    }
    return text(key).orElse("");
  }

  private void missing(String key, String example) {
    fault(line, "'%s' is missing, such as '%s: %s'".formatted(way(key), key, example));
  }

  /** A number in decimal, or in hex with 0x. */
  OptionalInt number(String key, int least, int most) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    OptionalInt number = number(text.get());
    if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
      fault(key, "'%s' is no number from %d to %d (0x… is hex)".formatted(text.get(), least, most));
      return OptionalInt.empty();
    }
    return number;
  }

  int number(String key, int least, int most, int example) {
    if (!has(key)) {
      missing(key, String.valueOf(example));
    }
    return number(key, least, most).orElse(example);
  }

  OptionalInt register(String key) {
    return number(key, 0, 0xFFFF);
  }

  int register(String key, int example) {
    return number(key, 0, 0xFFFF, example);
  }

  boolean flag(String key) {
    Optional<String> text = text(key);
    if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
      fault(key, "must be true or false, not '%s'".formatted(text.get()));
    }
    return text.filter("true"::equals).isPresent();
  }

  /** One of some words; the first of them when the key is missing or wrong. */
  <T> T word(String key, Map<String, T> words) {
    T first = words.values().iterator().next();
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return first;
    }
    T found = words.get(text.get());
    if (found == null) {
      fault(key, "'%s' is none of %s".formatted(text.get(), String.join(", ", words.keySet())));
      return first;
    }
    return found;
  }

  /** A value of its own kind; the parser throws a sentence as an illegal argument. */
  <T> T parsed(String key, T usual, Function<String, T> parser) {
    return parsed(key, parser).orElse(usual);
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parser) {
    Optional<String> text = text(key);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      fault(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reads a part if it is there. */
  <T> Optional<T> part(String key, Function<ProfilePart, T> reader) {
    asked.add(key);
    ProfileTree value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    ProfilePart part = new ProfilePart(way(key), value, faults);
    T read = reader.apply(part);
    part.done();
    return Optional.of(read);
  }

  /** Reads a part that must be there. */
  <T> T part(String key, String example, Function<ProfilePart, T> reader) {
    if (!has(key)) {
      missing(key, example);
      return reader.apply(empty(faults));
    }
    return part(key, reader).orElseThrow();
  }

  /** {@code {number: value, …}}. */
  <T> Map<Integer, T> byNumber(String key, int most, Function<String, T> value) {
    Map<Integer, T> all = new LinkedHashMap<>();
    Consumer<ProfilePart> each =
        part -> {
          for (String written : part.values.keySet()) {
            OptionalInt number = number(written);
            if (number.isEmpty() || number.getAsInt() > most) {
              part.asked.add(written);
              part.fault(written, "'%s' is no number from 0 to %d".formatted(written, most));
              continue;
            }
            part.parsed(written, value).ifPresent(read -> all.put(number.getAsInt(), read));
          }
        };
    part(
        key,
        part -> {
          each.accept(part);
          return true;
        });
    return all;
  }

  void done() {
    values.forEach(
        (key, value) -> {
          if (!asked.contains(key)) {
            fault(
                value.line(),
                "there is no '%s' here%s"
                    .formatted(
                        way(key), asked.isEmpty() ? "" : ", only " + String.join(", ", asked)));
          }
        });
  }

  static OptionalInt number(String text) {
    try {
      return OptionalInt.of(
          text.startsWith("0x") ? Integer.parseInt(text.substring(2), 16) : Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
