package dev.aisle.device.rfid.epc;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Characters with three bits that say how they are written, five bits for their number, then the
 * characters (Tag Data Standard 2.x, clause 14.5.6 and table E of the Tag Data Translation).
 */
final class Alphanumeric {
  private static final int HOW_BITS = 3;
  private static final int COUNT_BITS = 5;
  private static final String UPPER_HEX = "0123456789ABCDEF";
  private static final String LOWER_HEX = "0123456789abcdef";
  private static final String BASE_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Place 0 fills up the last group of three. */
  private static final String CODE_40 = "\0ABCDEFGHIJKLMNOPQRSTUVWXYZ-.:0123456789";

  private enum How {
    /** One number; how many digits it had is told, so leading zeros are kept. */
    NUMBER(0),
    UPPER_HEX(1),
    LOWER_HEX(2),
    BASE_64(3),
    SEVEN_BIT(4),
    /** Three characters in 16 bits. */
    CODE_40(5);

    private final int indicator;

    How(int indicator) {
      this.indicator = indicator;
    }

    static How of(int indicator) {
      for (How how : values()) {
        if (how.indicator == indicator) {
          return how;
        }
      }
      throw new IllegalArgumentException("encoding indicator %d is reserved".formatted(indicator));
    }

    boolean canWrite(String text) {
      return switch (this) {
        case NUMBER -> Gs1Rules.isDigits(text);
        case UPPER_HEX -> onlyOf(Alphanumeric.UPPER_HEX, text);
        case LOWER_HEX -> onlyOf(Alphanumeric.LOWER_HEX, text);
        case BASE_64 -> onlyOf(Alphanumeric.BASE_64, text);
        case SEVEN_BIT -> true;
        case CODE_40 -> onlyOf(Alphanumeric.CODE_40, text);
      };
    }

    int bits(int count) {
      return switch (this) {
        case NUMBER -> BigInteger.TEN.pow(count).subtract(BigInteger.ONE).bitLength();
        case UPPER_HEX, LOWER_HEX -> 4 * count;
        case BASE_64 -> 6 * count;
        case SEVEN_BIT -> Characters.BITS * count;
        case CODE_40 -> (count + 2) / 3 * 16;
      };
    }
  }

  private Alphanumeric() {}

  /** In the fewest bits. */
  static void put(String text, BitField.Out out) {
    int count = text.length();
    How best = How.SEVEN_BIT;
    for (How how : How.values()) {
      if (how.canWrite(text) && how.bits(count) < best.bits(count)) {
        best = how;
      }
    }
    out.put(best.indicator, HOW_BITS).put(count, COUNT_BITS);
    switch (best) {
      case NUMBER -> out.put(new BigInteger(text), best.bits(count));
      case UPPER_HEX -> putEach(text, UPPER_HEX, 4, out);
      case LOWER_HEX -> putEach(text, LOWER_HEX, 4, out);
      case BASE_64 -> putEach(text, BASE_64, 6, out);
      case SEVEN_BIT -> Characters.put(text, best.bits(count), out);
      case CODE_40 -> putInThrees(text, out);
    }
  }

  /**
   * @throws IllegalArgumentException when the contents break a rule
   */
  static String take(BitField.In in) {
    How how = How.of((int) in.take(HOW_BITS));
    int count = (int) in.take(COUNT_BITS);
    Gs1Rules.require(count > 0, "there are no characters");
    String text =
        switch (how) {
          case NUMBER -> digits(in.takeLarge(how.bits(count)), count);
          case UPPER_HEX -> takeEach(count, UPPER_HEX, 4, in);
          case LOWER_HEX -> takeEach(count, LOWER_HEX, 4, in);
          case BASE_64 -> takeEach(count, BASE_64, 6, in);
          case SEVEN_BIT -> sevenBit(count, in);
          case CODE_40 -> takeInThrees(count, in);
        };
    Gs1Rules.require(Characters.allAllowed(text), "a character is none of the GS1 set");
    return text;
  }

  private static boolean onlyOf(String set, String text) {
    return text.chars().allMatch(c -> c != 0 && set.indexOf(c) >= 0);
  }

  private static String digits(BigInteger value, int count) {
    String plain = value.toString();
    Gs1Rules.require(plain.length() <= count, "the number has more digits than it says");
    return "0".repeat(count - plain.length()) + plain;
  }

  private static void putEach(String text, String set, int bits, BitField.Out out) {
    text.chars().forEach(c -> out.put(set.indexOf(c), bits));
  }

  private static String takeEach(int count, String set, int bits, BitField.In in) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(set.charAt((int) in.take(bits)));
    }
    return text.toString();
  }

  private static String sevenBit(int count, BitField.In in) {
    byte[] text = new byte[count];
    for (int i = 0; i < count; i++) {
      text[i] = (byte) in.take(Characters.BITS);
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  private static void putInThrees(String text, BitField.Out out) {
    for (int i = 0; i < text.length(); i += 3) {
      int group = 0;
      for (int k = i; k < i + 3; k++) {
        group = group * 40 + (k < text.length() ? CODE_40.indexOf(text.charAt(k)) : 0);
      }
      out.put(group + 1L, 16);
    }
  }

  private static String takeInThrees(int count, BitField.In in) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i += 3) {
      int group = (int) in.take(16) - 1;
      Gs1Rules.require(group >= 0 && group < 64_000, "a group of three characters is wrong");
      text.append(CODE_40.charAt(group / 1600))
          .append(CODE_40.charAt(group / 40 % 40))
          .append(CODE_40.charAt(group % 40));
    }
    String fill = text.substring(count);
    Gs1Rules.require(fill.chars().allMatch(c -> c == 0), "there are characters after the last one");
    return text.substring(0, count);
  }
}
