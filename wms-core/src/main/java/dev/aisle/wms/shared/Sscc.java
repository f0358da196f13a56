package dev.aisle.wms.shared;

/** Serial Shipping Container Code: 17 digits and a check digit (GS1 General Specifications). */
public record Sscc(String digits) implements Comparable<Sscc> {
  private static final int LENGTH = 18;

  public Sscc {
    if (!Gs1.isKey(digits, LENGTH)) {
      throw new IllegalArgumentException("not an SSCC: '%s'".formatted(digits));
    }
  }

  /**
   * Builds one from its parts; the serial fills what the extension digit, the company prefix and
   * the check digit leave free.
   */
  public static Sscc of(int extension, String companyPrefix, long serial) {
    if (extension < 0 || extension > 9 || !companyPrefix.matches("[0-9]{6,12}") || serial < 0) {
      throw new IllegalArgumentException(
          "cannot build an SSCC from %d, '%s', %d".formatted(extension, companyPrefix, serial));
    }
    int serialLength = LENGTH - 2 - companyPrefix.length();
    String serialDigits = Long.toString(serial);
    if (serialDigits.length() > serialLength) {
      throw new IllegalArgumentException(
          "serial %d needs more than %d digits".formatted(serial, serialLength));
    }
    String body =
        extension + companyPrefix + "0".repeat(serialLength - serialDigits.length()) + serialDigits;
    return new Sscc(body + Gs1.checkDigit(body + "0"));
  }

  @Override
  public int compareTo(Sscc other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
