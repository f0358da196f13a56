package dev.aisle.device.modbus;

import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * How a number lies in registers. A register itself is big-endian (Modbus application protocol
 * V1.1b3, 4.2); which word of a pair comes first is up to the maker.
 *
 * @param factor what one count of the register is worth in the unit of the value, for example 0.1
 */
public record RegisterFormat(Type type, WordOrder order, BigDecimal factor) {
  /** One register, 0 to 65535. */
  public static final RegisterFormat WORD = of(Type.UINT16);

  /** Shape of the number. */
  public enum Type {
    INT16(1),
    UINT16(1),
    INT32(2),
    UINT32(2),
    /** IEEE 754 binary32. */
    FLOAT32(2);

    private final int words;

    Type(int words) {
      this.words = words;
    }

    /** Registers it takes. */
    public int words() {
      return words;
    }
  }

  /** Which word of a pair has the lower address. */
  public enum WordOrder {
    HIGH_FIRST,
    LOW_FIRST
  }

  public RegisterFormat {
    if (factor.signum() == 0) {
      throw new SettingMistake(SettingFault.POINT_FACTOR, "a factor of 0 would make every value 0");
    }
  }

  /** High word first, one count is 1. */
  public static RegisterFormat of(Type type) {
    return new RegisterFormat(type, WordOrder.HIGH_FIRST, BigDecimal.ONE);
  }

  public int words() {
    return type.words();
  }

  /**
   * The value, exact. Empty for a float that is no number.
   *
   * @param words as many as {@link #words()}, 0 to 65535 each
   */
  public Optional<BigDecimal> read(int... words) {
    int bits = (int) bits(words);
    return switch (type) {
      case INT16 -> scaled((short) bits);
      case UINT16 -> scaled(bits & 0xFFFF);
      case INT32 -> scaled(bits);
      case UINT32 -> scaled(bits & 0xFFFF_FFFFL);
      case FLOAT32 -> {
        float value = Float.intBitsToFloat(bits);
        yield Float.isFinite(value)
            ? Optional.of(new BigDecimal(Float.toString(value)).multiply(factor))
            : Optional.empty();
      }
    };
  }

  /** The bits as one number from 0, for counters and status words. */
  public long bits(int... words) {
    if (words.length != type.words()) {
      throw new IllegalArgumentException(
          "%s takes %d registers, not %d".formatted(type, type.words(), words.length));
    }
    if (words.length == 1) {
      return words[0] & 0xFFFF;
    }
    int high = order == WordOrder.HIGH_FIRST ? words[0] : words[1];
    int low = order == WordOrder.HIGH_FIRST ? words[1] : words[0];
    return ((high & 0xFFFFL) << 16) | (low & 0xFFFF);
  }

  /**
   * The registers for a value; empty when it does not fit, or falls between two counts. A float
   * takes the nearest number it can hold.
   */
  public Optional<int[]> write(BigDecimal value) {
    if (type == Type.FLOAT32) {
      float nearest = value.divide(factor, MathContext.DECIMAL64).floatValue();
      return Float.isFinite(nearest)
          ? Optional.of(words(Float.floatToIntBits(nearest)))
          : Optional.empty();
    }
    BigDecimal[] counts = value.divideAndRemainder(factor);
    if (counts[1].signum() != 0) {
      return Optional.empty();
    }
    BigInteger raw = counts[0].toBigInteger();
    boolean fits =
        switch (type) {
          case INT16 -> within(raw, Short.MIN_VALUE, Short.MAX_VALUE);
          case UINT16 -> within(raw, 0, 0xFFFF);
          case INT32 -> within(raw, Integer.MIN_VALUE, Integer.MAX_VALUE);
          case UINT32 -> within(raw, 0, 0xFFFF_FFFFL);
          case FLOAT32 -> throw new AssertionError("handled before");
        };
    return fits ? Optional.of(words(raw.intValue())) : Optional.empty();
  }

  private int[] words(int bits) {
    if (type.words() == 1) {
      return new int[] {bits & 0xFFFF};
    }
    int high = bits >>> 16;
    int low = bits & 0xFFFF;
    return order == WordOrder.HIGH_FIRST ? new int[] {high, low} : new int[] {low, high};
  }

  private Optional<BigDecimal> scaled(long raw) {
    return Optional.of(BigDecimal.valueOf(raw).multiply(factor));
  }

  private static boolean within(BigInteger raw, long least, long most) {
    return raw.compareTo(BigInteger.valueOf(least)) >= 0
        && raw.compareTo(BigInteger.valueOf(most)) <= 0;
  }
}
