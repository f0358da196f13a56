package dev.aisle.device.gs1;

import java.util.Optional;

/**
 * One part of the data of an Application Identifier.
 *
 * @param set which characters it may have
 * @param least 0 for a part that may be missing
 */
record Field(Set set, int least, int most, Rule rule) {
  enum Set {
    DIGITS("0123456789"),
    /** Character set 82, figure 7.11-1 of the General Specifications. */
    CHARACTERS(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"),
    /** Character set 39, figure 7.11-2. */
    CAPITALS("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /** Character set 64, figure 7.11-3. */
    BASE_64("-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private final String characters;

    Set(String characters) {
      this.characters = characters;
    }

    boolean holds(char c) {
      return characters.indexOf(c) >= 0;
    }
  }

  enum Rule {
    NONE,
    CHECK_DIGIT,
    DATE_OR_MONTH,
    DATE,
    TIME,
    YES_OR_NO,
    MINUS
  }

  /** How many of the characters from {@code start} on belong to this field. */
  int take(String value, int start) {
    int there = value.length() - start;
    return Math.min(there, most);
  }

  /** What is wrong with that part, empty when nothing is. */
  Optional<Refusal.Why> check(String part) {
    if (part.isEmpty() && least == 0) {
      return Optional.empty();
    }
    if (part.length() < least || part.isEmpty()) {
      return Optional.of(Refusal.Why.TOO_SHORT);
    }
    for (int i = 0; i < part.length(); i++) {
      if (!set.holds(part.charAt(i))) {
        return Optional.of(Refusal.Why.WRONG_CHARACTER);
      }
    }
    return switch (rule) {
      case NONE -> Optional.empty();
      case CHECK_DIGIT -> when(!CheckDigit.isRight(part), Refusal.Why.CHECK_DIGIT);
      case DATE_OR_MONTH -> when(!Gs1Date.isDate(part, true), Refusal.Why.NO_DATE);
      case DATE -> when(!Gs1Date.isDate(part, false), Refusal.Why.NO_DATE);
      case TIME ->
          when(
              Integer.parseInt(part.substring(0, 2)) > 23
                  || Integer.parseInt(part.substring(2, 4)) > 59,
              Refusal.Why.NO_DATE);
      case YES_OR_NO -> when(!part.equals("0") && !part.equals("1"), Refusal.Why.WRONG_CHARACTER);
      case MINUS -> when(!part.equals("-"), Refusal.Why.WRONG_CHARACTER);
    };
  }

  private static Optional<Refusal.Why> when(boolean wrong, Refusal.Why why) {
    return wrong ? Optional.of(why) : Optional.empty();
  }

  /** From the notation of the table: {@code N13c}, {@code X..17?}. */
  static Field of(String text) {
    boolean optional = text.endsWith("?");
    String rest = optional ? text.substring(0, text.length() - 1) : text;
    Set set =
        switch (rest.charAt(0)) {
          case 'N' -> Set.DIGITS;
          case 'X' -> Set.CHARACTERS;
          case 'Y' -> Set.CAPITALS;
          case 'Z' -> Set.BASE_64;
          default -> throw new IllegalArgumentException(text);
        };
    char last = rest.charAt(rest.length() - 1);
    Rule rule =
        switch (last) {
          case 'c' -> Rule.CHECK_DIGIT;
          case 'd' -> Rule.DATE_OR_MONTH;
          case 'D' -> Rule.DATE;
          case 't' -> Rule.TIME;
          case 'b' -> Rule.YES_OR_NO;
          case '-' -> Rule.MINUS;
          default -> Rule.NONE;
        };
    String length = rest.substring(1, rest.length() - (rule == Rule.NONE ? 0 : 1));
    boolean upTo = length.startsWith("..");
    int most = Integer.parseInt(upTo ? length.substring(2) : length);
    return new Field(set, optional ? 0 : upTo ? 1 : most, most, rule);
  }
}
