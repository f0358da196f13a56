package dev.aisle.wms.shared;

/** The check digit shared by all GS1 keys (GS1 General Specifications, section 7.9). */
final class Gs1 {
  private Gs1() {}

  /**
   * Weights 3 and 1 alternate from the rightmost data digit; the last character is the check digit
   * itself and is left out.
   */
  static int checkDigit(String digits) {
    int sum = 0;
    int weight = 3;
    for (int i = digits.length() - 2; i >= 0; i--) {
      sum += weight * (digits.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  static boolean isKey(String digits, int length) {
    if (digits.length() != length || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    return digits.charAt(length - 1) - '0' == checkDigit(digits);
  }
}
