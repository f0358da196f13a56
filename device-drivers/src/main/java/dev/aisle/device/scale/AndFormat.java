package dev.aisle.device.scale;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream of A&D balances and of indicators that follow it: ST still, US moving, OL out of
 * range; GS, NT or TR when the indicator says gross, net or tare; sign, digits, unit. A sign of the
 * overload tells its direction.
 */
final class AndFormat extends ScaleFormat {
  private static final Pattern WEIGHT =
      Pattern.compile(
          "(ST|US),(?:(?:GS|NT|G|N),)?([+-]?) *([0-9]{1,9}(?:\\.[0-9]{0,6})?),? *([A-Za-z]{1,3})");
  private static final Pattern OVERLOAD = Pattern.compile("OL,(?:(?:GS|NT|G|N),)?([+-]?).*");

  @Override
  Optional<ScaleSays> parse(String line) {
    String text = line.stripTrailing();
    Matcher overload = OVERLOAD.matcher(text);
    if (overload.matches()) {
      return Optional.of(
          "-".equals(overload.group(1)) ? new ScaleSays.Underload() : new ScaleSays.Overload());
    }
    Matcher matcher = WEIGHT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean stable = "ST".equals(matcher.group(1));
    BigDecimal size = new BigDecimal(String.valueOf(matcher.group(3)));
    BigDecimal value = "-".equals(matcher.group(2)) ? size.negate() : size;
    return WeightUnit.of(String.valueOf(matcher.group(4)))
        .flatMap(unit -> unit.toMilligrams(value))
        .map(milligrams -> new ScaleSays.Weight(milligrams, stable));
  }
}
