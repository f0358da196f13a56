package dev.aisle.device.rfid.epc;

import java.util.OptionalLong;

/** Digits and ranges of GS1 keys (GS1 General Specifications). */
final class Gs1Rules {
  private static final int SHORTEST_PREFIX = 6;
  private static final int LONGEST_PREFIX = 12;

  private Gs1Rules() {}

  static void check(
      EpcScheme scheme, int filter, String prefix, String reference, OptionalLong serial) {
    require(filter >= 0 && filter <= 7, "filter %d is not 0 to 7".formatted(filter));
    require(isDigits(prefix), "company prefix '%s' is not digits".formatted(prefix));
    require(
        prefix.length() >= SHORTEST_PREFIX && prefix.length() <= LONGEST_PREFIX,
        "company prefix '%s' has not 6 to 12 digits".formatted(prefix));
    require(isDigits(reference), "reference '%s' is not digits".formatted(reference));
    int partition = partition(prefix);
    if (scheme.referenceIsPadded()) {
      int digits = scheme.referenceDigits(prefix.length());
      require(
          reference.length() == digits,
          "reference '%s' has not %d digits".formatted(reference, digits));
    } else {
      require(
          !reference.isEmpty() && reference.length() <= 19 && !hasLeadingZero(reference),
          "reference '%s' cannot be written in 96 bits".formatted(reference));
      require(
          new java.math.BigInteger(reference).bitLength() <= scheme.referenceBits(partition),
          "reference '%s' cannot be written in 96 bits".formatted(reference));
    }
    if (scheme.serialBits() == 0) {
      require(serial.isEmpty(), "%s has no serial".formatted(scheme));
    } else {
      long value = serial.orElse(-1);
      require(
          value >= 0 && value < 1L << scheme.serialBits(),
          "%s needs a serial of at most %d bits".formatted(scheme, scheme.serialBits()));
    }
  }

  static int partition(String prefix) {
    return LONGEST_PREFIX - prefix.length();
  }

  static String key(EpcScheme scheme, String prefix, String reference) {
    return switch (scheme) {
      case SGTIN, SSCC ->
          withCheckDigit(reference.substring(0, 1) + prefix + reference.substring(1));
      case SGLN, GSRN, GDTI -> withCheckDigit(prefix + reference);
      case GRAI -> "0" + withCheckDigit(prefix + reference);
      case GIAI -> prefix + reference;
    };
  }

  static String withCheckDigit(String body) {
    return body + checkDigit(body);
  }

  /** Weights 3, 1, 3, … from the right (GS1 General Specifications, 7.9). */
  static int checkDigit(String body) {
    int sum = 0;
    int weight = 3;
    for (int i = body.length() - 1; i >= 0; i--) {
      sum += weight * (body.charAt(i) - '0');
      weight = 4 - weight;
    }
    return (10 - sum % 10) % 10;
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hasLeadingZero(String digits) {
    return digits.length() > 1 && digits.charAt(0) == '0';
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
