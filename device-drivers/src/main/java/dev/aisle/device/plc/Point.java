package dev.aisle.device.plc;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a point lives in a controller, counted from 0.
 *
 * @param counter holding register that counts the rising edges of an input, so that a pulse between
 *     two polls is not lost
 */
public record Point(Kind kind, int address, OptionalInt counter) {
  private static final Pattern WRITTEN =
      Pattern.compile("(coil|input|holding|counter) +([0-9]{1,5})(?: +counter +([0-9]{1,5}))?");

  /** Which table, and what its values mean. */
  public enum Kind {
    /** An output; can be written. */
    COIL,
    /** A discrete input. */
    INPUT,
    /** A holding register; true when it is not 0, can be written as 0 or 1. */
    HOLDING,
    /** A holding register that counts pulses; each is told as true and false. */
    COUNTER
  }

  public Point {
    if (address < 0 || address > 0xFFFF || counter.orElse(0) > 0xFFFF) {
      throw new IllegalArgumentException("addresses go from 0 to 65535");
    }
    if (counter.isPresent() && kind != Kind.INPUT) {
      throw new IllegalArgumentException("only an input can have a counter");
    }
  }

  /**
   * Reads {@code coil 3}, {@code input 12}, {@code input 12 counter 112}, {@code holding 5} or
   * {@code counter 40}.
   *
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  public static Point parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not a point; write for example 'coil 3', 'input 12' or 'input 12 counter 112'"
              .formatted(written));
    }
    String counter = matcher.group(3);
    return new Point(
        switch (String.valueOf(matcher.group(1))) {
          case "coil" -> Kind.COIL;
          case "input" -> Kind.INPUT;
          case "holding" -> Kind.HOLDING;
          default -> Kind.COUNTER;
        },
        Integer.parseInt(String.valueOf(matcher.group(2))),
        counter == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(counter)));
  }

  public boolean writable() {
    return kind == Kind.COIL || kind == Kind.HOLDING;
  }
}
