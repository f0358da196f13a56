package dev.aisle.device.printer;

/**
 * Data of a Code 128 bar code for ZPL's {@code ^BC} in mode N, where the host chooses the code sets
 * (ZPL II Programming Guide, ^BC, invocation codes): digits in pairs (set C) where four or more
 * stand together, else set B.
 */
final class Code128Data {
  /** Stands for FNC1 in what is to be coded. */
  static final char FNC1 = 0x1D;

  private static final String START_B = ">:";
  private static final String START_C = ">;";
  private static final String TO_B = ">6";
  private static final String TO_C = ">5";
  private static final String FNC1_CODE = ">8";
  private static final int WORTH_PAIRS = 4;

  private Code128Data() {}

  /**
   * @throws IllegalArgumentException for a character Code 128 set B does not have
   */
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    boolean pairs = digitsAt(text, firstData(text)) >= WORTH_PAIRS;
    out.append(pairs ? START_C : START_B);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int digits = digitsAt(text, at);
      if (c == FNC1) {
        out.append(FNC1_CODE);
        at++;
      } else if (pairs && digits >= 2) {
        out.append(text, at, at + 2);
        at += 2;
      } else if (pairs) {
        out.append(TO_B);
        pairs = false;
      } else if (digits >= WORTH_PAIRS && digits % 2 == 0) {
        out.append(TO_C);
        pairs = true;
      } else {
        out.append(character(c));
        at++;
      }
    }
    return out.toString();
  }

  private static int firstData(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == FNC1) {
      at++;
    }
    return at;
  }

  private static int digitsAt(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end - at;
  }

  private static String character(char c) {
    if (c < ' ' || c > '~') {
      throw new IllegalArgumentException("Code 128 has no character %04X here".formatted((int) c));
    }
    return c == '>' ? ">0" : c == '~' ? ">=" : String.valueOf(c);
  }
}
