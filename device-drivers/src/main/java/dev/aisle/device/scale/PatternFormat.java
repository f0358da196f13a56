package dev.aisle.device.scale;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A format written as a regular expression for the whole line. Groups: {@code weight} the number,
 * {@code unit} when the line has it, and one of {@code stable} (there when the load lies still) or
 * {@code unstable}; {@code overload} there when it is too heavy, {@code minus} there when it is
 * below zero and the sign does not stand right before the digits.
 */
final class PatternFormat extends ScaleFormat {
  private final Pattern pattern;
  private final Optional<WeightUnit> unit;
  private final Map<String, Integer> groups;

  PatternFormat(String regex, Optional<WeightUnit> unit) {
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new SettingMistake(
          SettingFault.SCALE_PATTERN,
          Map.of("given", regex),
          "'%s' is no regular expression: %s".formatted(regex, e.getDescription()));
    }
    this.unit = unit;
    this.groups = pattern.namedGroups();
    if (!groups.containsKey("weight")) {
      throw new SettingMistake(
          SettingFault.PATTERN_WEIGHT, "a scale's pattern needs a group (?<weight>...)");
    }
    if (!groups.containsKey("stable") && !groups.containsKey("unstable")) {
      throw new SettingMistake(
          SettingFault.PATTERN_STILL,
          "a scale's pattern must tell whether the load lies still: (?<stable>...) or "
              + "(?<unstable>...)");
    }
    if (unit.isEmpty() && !groups.containsKey("unit")) {
      throw new SettingMistake(
          SettingFault.PATTERN_UNIT,
          "a scale's pattern needs a group (?<unit>...), or the site file names the unit");
    }
  }

  @Override
  Optional<ScaleSays> parse(String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (there(matcher, "overload")) {
      return Optional.of(new ScaleSays.Overload());
    }
    String digits = group(matcher, "weight").replace(" ", "");
    if (!digits.matches("[+-]?[0-9]{1,12}(\\.[0-9]{0,9})?")) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(digits);
    boolean still = there(matcher, "stable") && !there(matcher, "unstable");
    boolean stable = groups.containsKey("stable") ? still : !there(matcher, "unstable");
    Optional<WeightUnit> shown =
        there(matcher, "unit") ? WeightUnit.of(group(matcher, "unit")) : unit;
    return shown
        .flatMap(known -> known.toMilligrams(there(matcher, "minus") ? size.negate() : size))
        .map(milligrams -> new ScaleSays.Weight(milligrams, stable));
  }

  private boolean there(Matcher matcher, String group) {
    return groups.containsKey(group) && matcher.group(group) != null;
  }

  private String group(Matcher matcher, String group) {
    return there(matcher, group) ? matcher.group(group).toString() : "";
  }
}
