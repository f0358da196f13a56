package dev.aisle.wms.shared;

/** Global Trade Item Number, kept in its 14-digit form (GS1 General Specifications). */
public record Gtin(String digits) {
  public Gtin {
    if (!Gs1.isKey(digits, 14)) {
      throw new IllegalArgumentException("not a GTIN-14: '%s'".formatted(digits));
    }
  }

  /** Accepts the 8, 12, 13 and 14 digit forms and pads with zeros on the left. */
  public static Gtin of(String text) {
    if (!text.matches("[0-9]{8}|[0-9]{12,14}")) {
      throw new IllegalArgumentException("not a GTIN: '%s'".formatted(text));
    }
    return new Gtin("0".repeat(14 - text.length()) + text);
  }

  /** Completes 13 digits (indicator, company prefix, item reference) with the check digit. */
  public static Gtin complete(String thirteenDigits) {
    if (!thirteenDigits.matches("[0-9]{13}")) {
      throw new IllegalArgumentException("not 13 digits: '%s'".formatted(thirteenDigits));
    }
    return new Gtin(thirteenDigits + Gs1.checkDigit(thirteenDigits + "0"));
  }

  @Override
  public String toString() {
    return digits;
  }
}
