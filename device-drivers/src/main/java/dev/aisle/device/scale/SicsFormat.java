package dev.aisle.device.scale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mettler-Toledo Standard Interface Command Set, level 0 and 1 (reference manual for SICS, commands
 * S, SI and SIR): {@code S S} still, {@code S D} moving, {@code S +} overload, {@code S -}
 * underload, {@code S I} not executable now; ES, ET and EL are errors of the line.
 */
final class SicsFormat extends ScaleFormat {
  private static final Pattern WEIGHT =
      Pattern.compile("S ([SD]) +(-? *[0-9]{1,9}(?:\\.[0-9]{0,6})?) +([A-Za-z]{1,3})");

  @Override
  Optional<ScaleSays> parse(String line) {
    String text = line.stripTrailing();
    switch (text) {
      case "S +":
        return Optional.of(new ScaleSays.Overload());
      case "S -":
        return Optional.of(new ScaleSays.Underload());
      case "S I":
        return Optional.of(new ScaleSays.NotNow("the scale is busy"));
      case "ES", "ET", "EL":
        return Optional.of(new ScaleSays.NotNow("the scale did not understand: " + text));
      default:
        break;
    }
    Matcher matcher = WEIGHT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean stable = "S".equals(matcher.group(1));
    BigDecimal value = new BigDecimal(String.valueOf(matcher.group(2)).replace(" ", ""));
    return WeightUnit.of(String.valueOf(matcher.group(3)))
        .flatMap(unit -> unit.toMilligrams(value))
        .map(milligrams -> new ScaleSays.Weight(milligrams, stable));
  }

  @Override
  Optional<String> wake() {
    return Optional.of("SIR\r\n");
  }
}
