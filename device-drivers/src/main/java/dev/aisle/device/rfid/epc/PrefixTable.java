package dev.aisle.device.rfid.epc;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Prefix lengths by their first digits; the longest entry that fits decides. {@code 0614141 → 7}
 * and {@code 690 → 7} can stand beside each other.
 */
public final class PrefixTable implements CompanyPrefixes {
  private static final int LONGEST_START = 12;

  private final TreeMap<String, Integer> lengths = new TreeMap<>();

  /**
   * @param lengths first digits (1 to 12 of them) to the length of the prefix, 6 to 12
   * @throws IllegalArgumentException for an entry that is neither
   */
  public PrefixTable(Map<String, Integer> lengths) {
    lengths.forEach(
        (start, length) -> {
          if (!start.matches("[0-9]{1,12}") || length < 6 || length > 12) {
            throw new IllegalArgumentException(
                "no prefix length: '%s' → %d".formatted(start, length));
          }
          this.lengths.put(start, length);
        });
  }

  @Override
  public OptionalInt lengthOf(String digits) {
    for (int count = Math.min(LONGEST_START, digits.length()); count > 0; count--) {
      Integer length = lengths.get(digits.substring(0, count));
      if (length != null) {
        return OptionalInt.of(length);
      }
    }
    return OptionalInt.empty();
  }
}
