package dev.aisle.device.rfid.epc;

import java.math.BigInteger;
import java.util.Locale;

/** Fields of a tag's memory, most significant bit first, taken from or put to a row of bits. */
final class BitField {
  private static final int WORD = 16;

  private BitField() {}

  /** Takes fields from the left. */
  static final class In {
    private final BigInteger all;
    private int left;

    In(String hex) {
      all = hex.isEmpty() ? BigInteger.ZERO : new BigInteger(hex, 16);
      left = hex.length() * 4;
    }

    BigInteger takeLarge(int count) {
      if (count > left) {
        throw new IllegalArgumentException("ends in the middle of a field");
      }
      left -= count;
      return all.shiftRight(left).and(BigInteger.ONE.shiftLeft(count).subtract(BigInteger.ONE));
    }

    /** At most 62 bits. */
    long take(int count) {
      return takeLarge(count).longValueExact();
    }

    int left() {
      return left;
    }

    /** What was not taken, as {@code 0} and {@code 1}. */
    String rest() {
      int count = left;
      String bits = takeLarge(count).toString(2);
      return count == 0 ? "" : "0".repeat(count - bits.length()) + bits;
    }

    boolean restIsZero() {
      return takeLarge(left).signum() == 0;
    }
  }

  /** Puts fields one after the other. */
  static final class Out {
    private BigInteger all = BigInteger.ZERO;
    private int count;

    Out put(BigInteger value, int bits) {
      if (value.signum() < 0 || value.bitLength() > bits) {
        throw new IllegalArgumentException("%s does not fit into %d bits".formatted(value, bits));
      }
      all = all.shiftLeft(bits).or(value);
      count += bits;
      return this;
    }

    Out put(long value, int bits) {
      return put(BigInteger.valueOf(value), bits);
    }

    Out putBits(String bits) {
      return bits.isEmpty() ? this : put(new BigInteger(bits, 2), bits.length());
    }

    int count() {
      return count;
    }

    /** Zero bits up to that length. */
    Out padTo(int bits) {
      return put(0, bits - count);
    }

    /** Upper-case hex in whole words of 16 bits, as EPC memory is counted. */
    String hex() {
      padTo((count + WORD - 1) / WORD * WORD);
      String hex = all.toString(16).toUpperCase(Locale.ROOT);
      return "0".repeat(count / 4 - hex.length()) + hex;
    }
  }
}
