package dev.aisle.device.gs1;

/** The last digit of a GS1 key (GS1 General Specifications, 7.9). */
public final class CheckDigit {
  private CheckDigit() {}

  /** Weights 3, 1, 3, … from the right of the digits before it. */
  public static int of(String body) {
    int sum = 0;
    int weight = 3;
    for (int i = body.length() - 1; i >= 0; i--) {
      sum += weight * (body.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  public static String append(String body) {
    return body + of(body);
  }

  /** At least two digits of which the last is right. */
  public static boolean isRight(String digits) {
    int last = digits.length() - 1;
    return last > 0
        && isDigits(digits)
        && of(digits.substring(0, last)) == digits.charAt(last) - '0';
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
