package dev.aisle.device.plc.output;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule as people write it: {@code on, off}, {@code 0 to 1500}, {@code 0, 50, 100}, each with an
 * optional {@code every 2 s} or {@code every 500 ms} at the end.
 */
final class OutputRuleText {
  private static final Pattern PAUSE = Pattern.compile("(.*?) +every +([0-9]{1,6}) +(ms|s)");
  private static final Pattern RANGE = Pattern.compile("(\\S+) +to +(\\S+)");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,9})?");

  private OutputRuleText() {}

  /**
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  static OutputRule parse(String written) {
    String what = written.strip();
    Duration pause = Duration.ZERO;
    Matcher every = PAUSE.matcher(what);
    if (every.matches()) {
      what = String.valueOf(every.group(1)).strip();
      long count = Long.parseLong(String.valueOf(every.group(2)));
      pause = "s".equals(every.group(3)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }
    Matcher range = RANGE.matcher(what);
    OutputRule rule =
        range.matches()
            ? OutputRule.between(
                value(String.valueOf(range.group(1))), value(String.valueOf(range.group(2))))
            : OutputRule.only(values(what));
    return pause.isZero() ? rule : rule.withPause(pause);
  }

  static BigDecimal value(String word) {
    return switch (word) {
      case "on", "true" -> BigDecimal.ONE;
      case "off", "false" -> BigDecimal.ZERO;
      default -> {
        if (!NUMBER.matcher(word).matches()) {
          throw new SettingMistake(
              SettingFault.OUTPUT_VALUE,
              Map.of("given", word),
              "'%s' cannot be written to an output; write on, off or a number such as 12.5"
                  .formatted(word));
        }
        yield new BigDecimal(word);
      }
    };
  }

  private static Set<BigDecimal> values(String list) {
    Set<BigDecimal> values = new TreeSet<>();
    for (String word : list.split(" *, *", -1)) {
      values.add(value(word));
    }
    return values;
  }
}
