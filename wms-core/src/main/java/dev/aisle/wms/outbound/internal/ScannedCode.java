package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.shared.Gtin;
import dev.aisle.wms.shared.Sscc;
import java.util.Optional;

/**
 * What a hand scanner sends: a plain number, or a GS1 element string with application identifier 00
 * (SSCC) or 01 (GTIN), with or without brackets (GS1 General Specifications, section 3).
 */
record ScannedCode(String text) {
  static ScannedCode of(String raw) {
    return new ScannedCode(raw.replaceAll("[()\\s\\x1D]|\\](?:C1|d2|e0)", ""));
  }

  boolean is(Sscc sscc) {
    return text.equals(sscc.digits()) || text.startsWith("00" + sscc.digits());
  }

  boolean is(Gtin gtin) {
    return asGtin().filter(gtin::equals).isPresent() || text.startsWith("01" + gtin.digits());
  }

  private Optional<Gtin> asGtin() {
    try {
      return Optional.of(Gtin.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
