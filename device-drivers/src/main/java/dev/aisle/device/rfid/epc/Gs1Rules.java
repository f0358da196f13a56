package dev.aisle.device.rfid.epc;

import dev.aisle.device.gs1.CheckDigit;
import java.math.BigInteger;

/** Digits and ranges of GS1 keys (GS1 General Specifications, Tag Data Standard clause 14.6). */
final class Gs1Rules {
  private static final int SHORTEST_PREFIX = 6;
  private static final int LONGEST_PREFIX = 12;
  private static final int LONGEST_ASSET = 30;

  private Gs1Rules() {}

  static void check(EpcCoding coding, int filter, String prefix, String reference, String serial) {
    EpcScheme scheme = coding.scheme();
    require(!coding.isPlus(), "%s has no company prefix".formatted(coding.tagName()));
    checkFilter(filter);
    require(isDigits(prefix), "company prefix '%s' is not digits".formatted(prefix));
    require(
        prefix.length() >= SHORTEST_PREFIX && prefix.length() <= LONGEST_PREFIX,
        "company prefix '%s' has not 6 to 12 digits".formatted(prefix));
    if (scheme.hasFixedReference()) {
      int digits = scheme.referenceDigits(prefix.length());
      require(isDigits(reference), "reference '%s' is not digits".formatted(reference));
      require(
          reference.length() == digits,
          "reference '%s' has not %d digits".formatted(reference, digits));
    } else {
      int bits = Partition.referenceBits(coding, Partition.of(prefix));
      checkText(coding, reference, bits, LONGEST_ASSET - prefix.length(), "reference");
    }
    if (scheme.hasSerial()) {
      checkText(coding, serial, coding.serialBits(), scheme.longestSerial(), "serial");
      require(
          scheme != EpcScheme.GDTI || isDigits(serial) || coding.inCharacters(),
          "serial '%s' is not digits".formatted(serial));
    } else {
      require(serial.isEmpty(), "%s has no serial".formatted(scheme));
    }
  }

  private static void checkText(EpcCoding coding, String text, int bits, int longest, String what) {
    require(!text.isEmpty(), "the %s is empty".formatted(what));
    if (coding.inCharacters()) {
      require(Characters.allAllowed(text), "%s '%s' has a wrong character".formatted(what, text));
      require(
          text.length() <= longest,
          "%s '%s' has more than %d characters".formatted(what, text, longest));
      return;
    }
    require(
        isDigits(text)
            && !hasLeadingZero(text)
            && text.length() <= 20
            && new BigInteger(text).bitLength() <= bits,
        "%s '%s' cannot be written in 96 bits".formatted(what, text));
  }

  static void checkFilter(int filter) {
    require(filter >= 0 && filter <= 7, "filter %d is not 0 to 7".formatted(filter));
  }

  static String key(EpcScheme scheme, String prefix, String reference) {
    return switch (scheme) {
      case SGTIN, SSCC ->
          withCheckDigit(reference.substring(0, 1) + prefix + reference.substring(1));
      case SGLN, GSRN, GSRNP, GDTI -> withCheckDigit(prefix + reference);
      case GRAI -> "0" + withCheckDigit(prefix + reference);
      case GIAI -> prefix + reference;
    };
  }

  /** Digits of a key with its check digit; 0 where the length is not fixed. */
  static int keyDigits(EpcScheme scheme) {
    return EpcCoding.plus(scheme).keyDigits();
  }

  /**
   * A key of digits ends with its check digit; a GRAI begins with 0; a GIAI is characters that
   * begin with a digit.
   *
   * @throws IllegalArgumentException when the key is wrong
   */
  static void checkKey(EpcScheme scheme, String key) {
    if (scheme == EpcScheme.GIAI) {
      require(
          !key.isEmpty() && key.length() <= LONGEST_ASSET && Characters.allAllowed(key),
          "not a GIAI: '%s'".formatted(key));
      return;
    }
    require(
        key.length() == keyDigits(scheme) && isDigits(key),
        "not a key of %d digits: '%s'".formatted(keyDigits(scheme), key));
    require(CheckDigit.isRight(key), "the check digit of %s is wrong".formatted(key));
    require(
        scheme != EpcScheme.GRAI || key.charAt(0) == '0',
        "a GRAI begins with 0: '%s'".formatted(key));
  }

  static String withCheckDigit(String body) {
    return CheckDigit.append(body);
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
