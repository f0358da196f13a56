package dev.aisle.device.rfid.epc;

import java.util.Optional;
import java.util.OptionalLong;

/** The SSCC of a logistic unit on a tag. */
public final class Sscc96 {
  /** Filter value of a unit load (Tag Data Standard, filter values of SSCC). */
  public static final int UNIT_LOAD = 6;

  private Sscc96() {}

  /**
   * @param sscc 18 digits with a right check digit
   * @param companyPrefixDigits 6 to 12; cannot be told from the SSCC itself
   * @throws IllegalArgumentException when one of them is wrong
   */
  public static String encode(String sscc, int companyPrefixDigits, int filter) {
    if (sscc.length() != 18
        || !Gs1Rules.isDigits(sscc)
        || Gs1Rules.checkDigit(sscc.substring(0, 17)) != sscc.charAt(17) - '0') {
      throw new IllegalArgumentException("not an SSCC: '%s'".formatted(sscc));
    }
    if (companyPrefixDigits < 6 || companyPrefixDigits > 12) {
      throw new IllegalArgumentException(
          "a company prefix has 6 to 12 digits, not %d".formatted(companyPrefixDigits));
    }
    String prefix = sscc.substring(1, 1 + companyPrefixDigits);
    String reference = sscc.charAt(0) + sscc.substring(1 + companyPrefixDigits, 17);
    return EpcCodec.encode(
        new Epc.Gs1(EpcScheme.SSCC, filter, prefix, reference, OptionalLong.empty()));
  }

  /** The SSCC in 18 digits, empty when the tag carries something else. */
  public static Optional<String> decode(String epcHex) {
    return EpcCodec.decode(epcHex) instanceof Epc.Gs1 gs1 && gs1.scheme() == EpcScheme.SSCC
        ? gs1.gs1Key()
        : Optional.empty();
  }
}
