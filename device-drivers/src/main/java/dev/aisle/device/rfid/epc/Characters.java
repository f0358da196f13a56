package dev.aisle.device.rfid.epc;

import java.nio.charset.StandardCharsets;

/**
 * The characters a serial may have (GS1 General Specifications, figure 7.11-1, "character set 82"),
 * in the 7-bit coding of tags (Tag Data Standard, annex A) and escaped in URNs (clause 5.4).
 */
final class Characters {
  static final int BITS = 7;
  private static final String PLAIN =
      "!'()*+,-.0123456789:;=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  private static final String ESCAPED = "\"%&/<>?";

  private Characters() {}

  static boolean allAllowed(String text) {
    return text.chars().allMatch(c -> PLAIN.indexOf(c) >= 0 || ESCAPED.indexOf(c) >= 0);
  }

  /** As in a URN: {@code 32a/b} is {@code 32a%2Fb}. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ESCAPED.indexOf(c) >= 0) {
        out.append('%').append("%02X".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * @throws IllegalArgumentException for a broken escape or a character that needs one
   */
  static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          throw new IllegalArgumentException("'%s' has a broken escape".formatted(text));
        }
        out.append((char) (high * 16 + low));
        i += 2;
      } else if (PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        throw new IllegalArgumentException("'%s' may not stand in a URN".formatted(c));
      }
    }
    String plain = out.toString();
    if (!allAllowed(plain)) {
      throw new IllegalArgumentException("'%s' has a character no tag can hold".formatted(text));
    }
    return plain;
  }

  static void put(String text, int bits, BitField.Out out) {
    int end = out.count() + bits;
    for (byte c : text.getBytes(StandardCharsets.US_ASCII)) {
      out.put(c, BITS);
    }
    out.padTo(end);
  }

  /**
   * Characters up to the first zero one; all that follows must be zero.
   *
   * @throws IllegalArgumentException when it is not, or for a character outside the set
   */
  static String take(int bits, BitField.In in) {
    StringBuilder text = new StringBuilder();
    int left = bits;
    while (left >= BITS) {
      int c = (int) in.take(BITS);
      left -= BITS;
      if (c == 0) {
        break;
      }
      text.append((char) c);
    }
    if (in.takeLarge(left).signum() != 0) {
      throw new IllegalArgumentException("there are bits after the end of the characters");
    }
    if (!allAllowed(text.toString())) {
      throw new IllegalArgumentException("a 7-bit character is none of the GS1 set");
    }
    return text.toString();
  }
}
