package dev.aisle.device.gs1;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of the table of Application Identifiers.
 *
 * @param ai two to four digits
 * @param separated whether FNC1 must stand before the next one: its length is not fixed by its
 *     first digits (GS1 General Specifications, figure 7.8.5-2)
 * @param title what it is, in English
 */
public record ApplicationIdentifier(
    String ai, List<Field> fields, boolean separated, String title) {
  public ApplicationIdentifier {
    fields = List.copyOf(fields);
  }

  /** Characters of the longest data. */
  public int longest() {
    return fields.stream().mapToInt(Field::most).sum();
  }

  /** Characters of the shortest data. */
  public int shortest() {
    return fields.stream().mapToInt(Field::least).sum();
  }

  /** Whether the data is digits from end to end. */
  public boolean isNumeric() {
    return fields.stream().allMatch(field -> field.set() == Field.Set.DIGITS);
  }

  /** How many of its digits stand behind the decimal point, for measures and amounts. */
  public OptionalInt decimals() {
    boolean has = ai.length() == 4 && ai.charAt(0) == '3';
    return has ? OptionalInt.of(ai.charAt(3) - '0') : OptionalInt.empty();
  }

  /** What is wrong with that data, empty when nothing is. */
  Optional<Refusal.Why> check(String value) {
    int at = 0;
    for (Field field : fields) {
      int count = field.take(value, at);
      Optional<Refusal.Why> wrong = field.check(value.substring(at, at + count));
      if (wrong.isPresent()) {
        return wrong;
      }
      at += count;
    }
    return at < value.length() ? Optional.of(Refusal.Why.TOO_LONG) : Optional.empty();
  }
}
