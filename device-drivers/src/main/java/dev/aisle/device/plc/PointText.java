package dev.aisle.device.plc;

import dev.aisle.device.modbus.RegisterFormat;
import dev.aisle.device.modbus.RegisterFormat.WordOrder;
import dev.aisle.device.plc.Point.Kind;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A point as people write it: the table, the address counted from 0, and what is special about it,
 * in any order.
 *
 * <pre>
 * coil 3
 * coil 3 flash 515 500 ms
 * input 12 debounce 60 ms
 * input 12 inverted
 * input 12 counter 112
 * input 0 counter 0 uint32 low-word-first
 * counter 40 uint32
 * holding 5
 * holding 302 bit 4
 * holding 10 int32 low-word-first factor 0.001
 * input-register 7 float32
 * </pre>
 */
final class PointText {
  private final String written;
  private final Deque<String> words;
  private OptionalInt counter = OptionalInt.empty();
  private OptionalInt bit = OptionalInt.empty();
  private RegisterFormat.@Nullable Type type;
  private @Nullable WordOrder order;
  private @Nullable BigDecimal factor;
  private @Nullable Debounce debounce;
  private Point.@Nullable Flash flash;
  private boolean inverted;

  private PointText(String written) {
    this.written = written;
    this.words = new ArrayDeque<>(List.of(written.strip().split(" +")));
  }

  /**
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  static Point parse(String written) {
    return new PointText(written).point();
  }

  private Point point() {
    Kind kind = kind(words.pop());
    int address = address();
    while (!words.isEmpty()) {
      option(words.pop());
    }
    if (type == null && (order != null || factor != null)) {
      throw wrong(SettingFault.POINT_FORMAT, "a word order or a factor needs a type such as int32");
    }
    try {
      return new Point(
          kind,
          address,
          counter,
          format(),
          bit,
          inverted,
          Optional.ofNullable(debounce),
          Optional.ofNullable(flash));
    } catch (IllegalArgumentException e) {
      throw wrong(SettingMistake.of(e));
    }
  }

  private Optional<RegisterFormat> format() {
    WordOrder words = order == null ? WordOrder.HIGH_FIRST : order;
    BigDecimal worth = factor == null ? BigDecimal.ONE : factor;
    return Optional.ofNullable(type).map(known -> new RegisterFormat(known, words, worth));
  }

  private Kind kind(String word) {
    return switch (word) {
      case "coil" -> Kind.COIL;
      case "input" -> Kind.INPUT;
      case "holding" -> Kind.HOLDING;
      case "counter" -> Kind.COUNTER;
      case "input-register" -> Kind.INPUT_REGISTER;
      default ->
          throw wrong(
              SettingFault.POINT_TABLE,
              "it starts with coil, input, holding, counter or input-register");
    };
  }

  private void option(String word) {
    switch (word) {
      case "counter" -> counter = OptionalInt.of(address());
      case "bit" -> bit = OptionalInt.of(whole(2));
      case "inverted" -> inverted = true;
      case "low-word-first" -> order = WordOrder.LOW_FIRST;
      case "high-word-first" -> order = WordOrder.HIGH_FIRST;
      case "factor" -> factor = decimal();
      case "debounce" -> debounce = debounce();
      case "flash" -> flash = flash();
      case "int16", "uint16", "int32", "uint32", "float32" ->
          type = RegisterFormat.Type.valueOf(word.toUpperCase(Locale.ROOT));
      default ->
          throw wrong(SettingFault.POINT_WORD, word, "'%s' means nothing here".formatted(word));
    }
  }

  private Debounce debounce() {
    int count = whole(5);
    String unit = next();
    boolean polls = unit.equals("poll") || unit.equals("polls");
    if (!polls && !unit.equals("ms")) {
      throw wrong(SettingFault.POINT_DEBOUNCE, "debounce is written '60 ms' or '3 polls'");
    }
    try {
      return polls ? new Debounce.Polls(count) : new Debounce.Standing(Duration.ofMillis(count));
    } catch (IllegalArgumentException e) {
      throw wrong(SettingMistake.of(e));
    }
  }

  private Point.Flash flash() {
    int address = address();
    int count = whole(7);
    String unit = next();
    if (!unit.equals("ms") && !unit.equals("s")) {
      throw wrong(
          SettingFault.POINT_FLASH,
          "a flash is written '515 500 ms' or '515 2 s', with its address before");
    }
    try {
      return new Point.Flash(
          address, unit.equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count));
    } catch (IllegalArgumentException e) {
      throw wrong(SettingMistake.of(e));
    }
  }

  private BigDecimal decimal() {
    String word = next();
    if (!word.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      throw wrong(SettingFault.POINT_NUMBER, word, "'%s' is not a number".formatted(word));
    }
    return new BigDecimal(word);
  }

  private int address() {
    return whole(5);
  }

  private int whole(int digits) {
    String word = next();
    if (!word.matches("[0-9]{1,%d}".formatted(digits))) {
      throw wrong(SettingFault.POINT_NUMBER, word, "'%s' is not a whole number".formatted(word));
    }
    return Integer.parseInt(word);
  }

  private String next() {
    String word = words.poll();
    if (word == null) {
      throw wrong(SettingFault.POINT_END, "the end is missing");
    }
    return word;
  }

  private SettingMistake wrong(SettingFault fault, String why) {
    return wrong(new SettingMistake(fault, why));
  }

  private SettingMistake wrong(SettingFault fault, String given, String why) {
    return wrong(new SettingMistake(fault, Map.of("given", given), why));
  }

  private SettingMistake wrong(SettingMistake mistake) {
    return mistake.saying(
        ("'%s' is not a point (%s); write for example 'coil 3', 'input 12 counter 112' or "
                + "'holding 5 int16 factor 0.1'")
            .formatted(written, mistake.getMessage()));
  }
}
