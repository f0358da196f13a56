package dev.aisle.wms.shared;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** What a tag carries in its EPC bank, as upper-case hex of whole 16-bit words. */
public record Epc(String hex) {
  private static final int SSCC96_HEADER = 0x31;

  /** Bits of the company prefix for partitions 0 to 6 (GS1 Tag Data Standard, SSCC partition). */
  private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

  private static final int PREFIX_AND_SERIAL_BITS = 58;
  private static final int RESERVED_BITS = 24;

  public Epc {
    if (!hex.matches("([0-9A-F]{4}){1,31}")) {
      throw new IllegalArgumentException("not an EPC in upper-case hex: '%s'".formatted(hex));
    }
  }

  public static Epc of(String anyCaseHex) {
    return new Epc(anyCaseHex.toUpperCase(Locale.ROOT));
  }

  /**
   * The SSCC-96 of a handling unit (GS1 Tag Data Standard, section 14.6.2).
   *
   * @param filter 2 for a parcel (full case), 6 for a unit load (pallet), 0 for all others
   */
  public static Epc sscc96(Sscc sscc, int companyPrefixLength, int filter) {
    if (companyPrefixLength < 6 || companyPrefixLength > 12 || filter < 0 || filter > 7) {
      throw new IllegalArgumentException(
          "no SSCC-96 with prefix length %d, filter %d".formatted(companyPrefixLength, filter));
    }
    int partition = 12 - companyPrefixLength;
    String digits = sscc.digits();
    String prefix = digits.substring(1, 1 + companyPrefixLength);
    String serial = digits.charAt(0) + digits.substring(1 + companyPrefixLength, 17);
    int serialBits = PREFIX_AND_SERIAL_BITS - PREFIX_BITS[partition];
    BigInteger bits =
        BigInteger.valueOf(SSCC96_HEADER)
            .shiftLeft(3)
            .or(BigInteger.valueOf(filter))
            .shiftLeft(3)
            .or(BigInteger.valueOf(partition))
            .shiftLeft(PREFIX_BITS[partition])
            .or(new BigInteger(prefix))
            .shiftLeft(serialBits)
            .or(new BigInteger(serial))
            .shiftLeft(RESERVED_BITS);
    String text = bits.toString(16).toUpperCase(Locale.ROOT);
    return new Epc("0".repeat(24 - text.length()) + text);
  }

  /** The SSCC inside, when this is a well-formed SSCC-96. */
  public Optional<Sscc> asSscc() {
    if (hex.length() != 24) {
      return Optional.empty();
    }
    BigInteger bits = new BigInteger(hex, 16);
    int partition = bits.shiftRight(82).intValue() & 7;
    if (bits.shiftRight(88).intValue() != SSCC96_HEADER || partition > 6) {
      return Optional.empty();
    }
    int serialBits = PREFIX_AND_SERIAL_BITS - PREFIX_BITS[partition];
    BigInteger serial = low(bits.shiftRight(RESERVED_BITS), serialBits);
    BigInteger prefix = low(bits.shiftRight(RESERVED_BITS + serialBits), PREFIX_BITS[partition]);
    int prefixDigits = 12 - partition;
    String prefixText = prefix.toString();
    String serialText = serial.toString();
    int serialDigits = 17 - prefixDigits;
    if (prefixText.length() > prefixDigits || serialText.length() > serialDigits) {
      return Optional.empty();
    }
    String paddedSerial = "0".repeat(serialDigits - serialText.length()) + serialText;
    String body =
        paddedSerial.charAt(0)
            + "0".repeat(prefixDigits - prefixText.length())
            + prefixText
            + paddedSerial.substring(1);
    return Optional.of(new Sscc(body + Gs1.checkDigit(body + "0")));
  }

  private static BigInteger low(BigInteger value, int bits) {
    return value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  @Override
  public String toString() {
    return hex;
  }
}
