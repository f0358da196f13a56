package dev.aisle.wms.masterdata.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row by column name. Reading a field that is wrong notes the fault and goes on. */
final class Row {
  private final long line;
  private final Map<String, String> values;
  private final Optional<Fault> unreadable;
  private final List<Fault> faults = new ArrayList<>();

  Row(long line, Map<String, String> values) {
    this(line, values, Optional.empty());
  }

  private Row(long line, Map<String, String> values, Optional<Fault> unreadable) {
    this.line = line;
    this.values = Map.copyOf(values);
    this.unreadable = unreadable;
  }

  /** A row whose fields cannot be told apart; it spoils the document it stands in. */
  static Row unreadable(long line, Map<String, String> values, String reason, String text) {
    return new Row(line, values, Optional.of(new Fault(line, "", reason, text)));
  }

  /** What is wrong with one field of this row. */
  record Fault(long line, String field, String reason, String value) {}

  long line() {
    return line;
  }

  List<Fault> faults() {
    return unreadable.map(List::of).orElseGet(() -> List.copyOf(faults));
  }

  boolean good() {
    return unreadable.isEmpty() && faults.isEmpty();
  }

  void forgetFaults() {
    faults.clear();
  }

  void fault(String field, String reason) {
    faults.add(new Fault(line, field, reason, values.getOrDefault(field, "")));
  }

  /** Trimmed; nothing when empty. */
  Optional<String> text(String field) {
    String value = values.getOrDefault(field, "").strip();
    if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      fault(field, "control-character");
      return Optional.empty();
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> required(String field) {
    int before = faults.size();
    Optional<String> value = text(field);
    if (value.isEmpty() && faults.size() == before) {
      fault(field, "missing");
    }
    return value;
  }

  Optional<String> required(String field, int longest) {
    return required(field).filter(value -> shortEnough(field, value, longest));
  }

  /** At most this long; nothing when empty. */
  String upTo(String field, int longest) {
    return text(field).filter(value -> shortEnough(field, value, longest)).orElse("");
  }

  private boolean shortEnough(String field, String value, int longest) {
    if (value.length() > longest) {
      fault(field, "too-long");
      return false;
    }
    return true;
  }

  Optional<Long> whole(String field, long least, long most) {
    return required(field).flatMap(value -> whole(field, value, least, most));
  }

  Optional<Long> wholeIfGiven(String field, long least, long most) {
    return text(field).flatMap(value -> whole(field, value, least, most));
  }

  private Optional<Long> whole(String field, String value, long least, long most) {
    if (!value.matches("[+-]?[0-9]{1,18}")) {
      fault(field, "not-a-whole-number");
      return Optional.empty();
    }
    long number = Long.parseLong(value);
    if (number < least || number > most) {
      fault(field, "out-of-range");
      return Optional.empty();
    }
    return Optional.of(number);
  }

  Optional<LocalDate> dateIfGiven(String field) {
    return text(field)
        .flatMap(
            value -> {
              try {
                return Optional.of(LocalDate.parse(value));
              } catch (DateTimeParseException e) {
                fault(field, "not-a-date");
                return Optional.empty();
              }
            });
  }

  /** Something that refuses wrong text with an {@link IllegalArgumentException}. */
  <T> Optional<T> as(String field, Optional<String> text, String reason, Function<String, T> read) {
    return text.flatMap(
        value -> {
          try {
            return Optional.of(read.apply(value));
          } catch (IllegalArgumentException e) {
            fault(field, reason);
            return Optional.empty();
          }
        });
  }
}
