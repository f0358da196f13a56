package dev.aisle.device.scale;

import java.util.Optional;

/** How a make of scale writes its telegrams. Pure. */
public abstract sealed class ScaleFormat
    permits SicsFormat, AndFormat, ToledoFormat, PatternFormat {

  ScaleFormat() {}

  /**
   * What one line says, without its end; empty when it is no telegram of this format.
   *
   * @param line at most {@link ScaleLines#LONGEST} characters, 0x20 to 0x7E, without STX
   */
  abstract Optional<ScaleSays> parse(String line);

  /** Whether a telegram begins with STX; without one it is not taken. */
  boolean framed() {
    return false;
  }

  /** What to send so that the scale begins to write by itself; empty when it always does. */
  Optional<String> wake() {
    return Optional.empty();
  }

  /** Mettler-Toledo SICS: {@code S S 100.00 g}; asked to repeat with {@code SIR}. */
  public static ScaleFormat sics() {
    return new SicsFormat();
  }

  /** A&D, Ohaus and many indicators: {@code ST,+00123.45 g} or {@code ST,GS,+ 1.234kg}. */
  public static ScaleFormat and() {
    return new AndFormat();
  }

  /** Toledo continuous output: STX, three status characters, six digits weight, six digits tare. */
  public static ScaleFormat toledo() {
    return new ToledoFormat();
  }

  /**
   * A format of the site's own, see {@link PatternFormat}.
   *
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  public static ScaleFormat pattern(String regex, Optional<WeightUnit> unit) {
    return new PatternFormat(regex, unit);
  }
}
