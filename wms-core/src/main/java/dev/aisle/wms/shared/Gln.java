package dev.aisle.wms.shared;

/** Global Location Number: a party or a place, 13 digits (GS1 General Specifications). */
public record Gln(String digits) {
  public Gln {
    if (!Gs1.isKey(digits, 13)) {
      throw new IllegalArgumentException("not a GLN: '%s'".formatted(digits));
    }
  }

  @Override
  public String toString() {
    return digits;
  }
}
