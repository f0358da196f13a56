package dev.aisle.device.rfid.epc;

import java.util.OptionalInt;

/**
 * How long a company prefix is. That cannot be told from a barcode, but the classic codings need
 * it. GS1 publishes the lengths; a site mostly needs only those of its own suppliers.
 */
@FunctionalInterface
public interface CompanyPrefixes {
  /**
   * Digits of the prefix, 6 to 12; empty when it is not known.
   *
   * @param digits the key from its prefix on (for a GTIN without the indicator, for an SSCC without
   *     the extension digit)
   */
  OptionalInt lengthOf(String digits);

  /** The same length for every key. */
  static CompanyPrefixes always(int length) {
    if (length < 6 || length > 12) {
      throw new IllegalArgumentException(
          "a company prefix has 6 to 12 digits, not %d".formatted(length));
    }
    return digits -> OptionalInt.of(length);
  }
}
