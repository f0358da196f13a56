package dev.aisle.device.rfid.epc;

import java.util.Optional;

/** The SSCC of a logistic unit on a tag. */
public final class Sscc96 {
  /** Filter value of a unit load (Tag Data Standard, filter values of SSCC). */
  public static final int UNIT_LOAD = EpcFilter.UNIT_LOAD;

  private Sscc96() {}

  /**
   * @param sscc 18 digits with a right check digit
   * @param companyPrefixDigits 6 to 12; cannot be told from the SSCC itself
   * @throws IllegalArgumentException when one of them is wrong
   */
  public static String encode(String sscc, int companyPrefixDigits, int filter) {
    Gs1Rules.checkKey(EpcScheme.SSCC, sscc);
    return EpcCodec.encode(
        EpcElements.classic(
            EpcScheme.SSCC, sscc, "", filter, CompanyPrefixes.always(companyPrefixDigits)));
  }

  /** The SSCC in 18 digits, empty when the tag carries something else. */
  public static Optional<String> decode(String epcHex) {
    return EpcCodec.decode(epcHex) instanceof Epc.Keyed keyed
            && keyed.coding().scheme() == EpcScheme.SSCC
        ? keyed.gs1Key()
        : Optional.empty();
  }
}
