package dev.aisle.device.scale;

import dev.aisle.device.plc.Point;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scale as a site file describes it, apart from where it is connected. */
public sealed interface ScalePlan {
  /** Silence after which the weight is unknown. */
  Duration staleAfter();

  /** A scale that writes lines. */
  record Serial(ScaleFormat format, Duration staleAfter) implements ScalePlan {}

  /**
   * A scale with registers.
   *
   * @param unit Modbus unit id
   */
  record Modbus(ModbusScale.Registers registers, int unit, Duration staleAfter)
      implements ScalePlan {}

  /**
   * Keys: {@code format} sics, and, toledo or pattern; with pattern also {@code pattern} and, when
   * the lines have none, {@code weight_unit}; {@code stale_after}, 2 s when absent.
   *
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  static Serial serial(Map<String, String> settings) {
    Map<String, String> left = new LinkedHashMap<>(settings);
    String name = Optional.ofNullable(left.remove("format")).orElse("").strip();
    Optional<String> pattern = Optional.ofNullable(left.remove("pattern"));
    Optional<WeightUnit> unit =
        Optional.ofNullable(left.remove("weight_unit")).map(ScalePlan::weightUnit);
    Duration stale = staleAfter(left);
    nothingLeft(left);
    boolean own = name.equals("pattern");
    if (own != pattern.isPresent() || (!own && unit.isPresent())) {
      throw new SettingMistake(
          SettingFault.PATTERN_ALONE,
          "'pattern' and 'weight_unit' belong to 'format: pattern', and that needs 'pattern'");
    }
    ScaleFormat format =
        switch (name) {
          case "sics" -> ScaleFormat.sics();
          case "and" -> ScaleFormat.and();
          case "toledo" -> ScaleFormat.toledo();
          case "pattern" -> ScaleFormat.pattern(pattern.orElseThrow(), unit);
          default ->
              throw new SettingMistake(
                  SettingFault.SCALE_FORMAT,
                  Map.of("given", name),
                  "'%s' is no scale format; write sics, and, toledo or pattern".formatted(name));
        };
    return new Serial(format, stale);
  }

  /**
   * Keys: {@code weight_g} (or _mg, _kg, _t, _lb, _oz) a point that is a number, {@code stable} a
   * point, {@code overload} and {@code zero} points where the scale has them, {@code unit}, 1 when
   * absent, {@code stale_after}, 2 s when absent.
   *
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  static Modbus modbus(Map<String, String> settings) {
    Map<String, String> left = new LinkedHashMap<>(settings);
    Point weight = null;
    WeightUnit shownIn = WeightUnit.G;
    for (WeightUnit unit : WeightUnit.values()) {
      String written = left.remove("weight_" + unit.name().toLowerCase(Locale.ROOT));
      if (written != null) {
        if (weight != null) {
          throw new SettingMistake(SettingFault.TWO_WEIGHTS, "a scale has one weight, not two");
        }
        weight = Point.parse(written);
        shownIn = unit;
      }
    }
    if (weight == null || !weight.isNumber()) {
      throw new SettingMistake(
          SettingFault.WEIGHT_POINT,
          "the weight is missing or no number; write for example 'weight_g: holding 0 int32'");
    }
    Optional<Point> stable = flag(left, "stable");
    Optional<Point> overload = flag(left, "overload");
    Optional<Point> zero = flag(left, "zero");
    String unit = Optional.ofNullable(left.remove("unit")).orElse("1").strip();
    if (!unit.matches("[0-9]{1,3}") || Integer.parseInt(unit) > 255) {
      throw new SettingMistake(
          SettingFault.MODBUS_UNIT,
          Map.of("given", unit),
          "'%s' is no Modbus unit, 0 to 255".formatted(unit));
    }
    Duration stale = staleAfter(left);
    nothingLeft(left);
    return new Modbus(
        new ModbusScale.Registers(
            weight,
            shownIn,
            stable.orElseThrow(
                () ->
                    new SettingMistake(
                        SettingFault.STABLE_MISSING,
                        "'stable' is missing: only a load that lies still is weighed")),
            overload,
            zero),
        Integer.parseInt(unit),
        stale);
  }

  private static Optional<Point> flag(Map<String, String> left, String key) {
    Optional<Point> point = Optional.ofNullable(left.remove(key)).map(Point::parse);
    if (point.filter(Point::isNumber).isPresent()) {
      throw new SettingMistake(
          SettingFault.FLAG_POINT,
          Map.of("key", key),
          "'%s' is true or false, not a number; write for example 'holding 2 bit 0'"
              .formatted(key));
    }
    return point;
  }

  private static WeightUnit weightUnit(String written) {
    return WeightUnit.of(written)
        .orElseThrow(
            () ->
                new SettingMistake(
                    SettingFault.WEIGHT_UNIT,
                    Map.of("given", written),
                    "'%s' is no unit of weight; write mg, g, kg, t, lb or oz".formatted(written)));
  }

  private static Duration staleAfter(Map<String, String> left) {
    String written = Optional.ofNullable(left.remove("stale_after")).orElse("2 s").strip();
    Matcher matcher = Pattern.compile("([1-9][0-9]{0,5}) +(ms|s)").matcher(written);
    if (!matcher.matches()) {
      throw new SettingMistake(
          SettingFault.TIME,
          Map.of("given", written),
          "'%s' is no time; write for example '2 s'".formatted(written));
    }
    long count = Long.parseLong(matcher.group(1).strip());
    return "s".equals(matcher.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
  }

  private static void nothingLeft(Map<String, String> left) {
    if (!left.isEmpty()) {
      String unknown = left.keySet().iterator().next();
      throw new SettingMistake(
          SettingFault.UNKNOWN_SETTING,
          Map.of("given", unknown),
          "a scale has no setting '%s'".formatted(unknown));
    }
  }
}
