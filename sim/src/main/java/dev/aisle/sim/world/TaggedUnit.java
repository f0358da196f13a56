package dev.aisle.sim.world;

/**
 * A handling unit with a UHF tag on it.
 *
 * @param sscc 18 digits, as printed on the label
 * @param epcHex content of the tag's EPC memory in hex, 24 digits for 96 bits
 */
public record TaggedUnit(String sscc, String epcHex) {
  public TaggedUnit {
    if (!sscc.matches("[0-9]{18}")) {
      throw new IllegalArgumentException("not an SSCC: '%s'".formatted(sscc));
    }
    if (!epcHex.matches("([0-9A-Fa-f]{4}){1,31}")) {
      throw new IllegalArgumentException("not whole words of hex: '%s'".formatted(epcHex));
    }
    epcHex = epcHex.toUpperCase(java.util.Locale.ROOT);
  }
}
