package dev.aisle.device.rfid.epc;

import java.util.Locale;
import java.util.Optional;

/**
 * The 96-bit schemes with a GS1 company prefix (Tag Data Standard, "classic" encodings). A prefix
 * of 12 to 6 digits takes partition 0 to 6.
 */
public enum EpcScheme {
  SGTIN(0x30, 13, 38, 4, 7, 10, 14, 17, 20, 24),
  SSCC(0x31, 17, 0, 18, 21, 24, 28, 31, 34, 38),
  SGLN(0x32, 12, 41, 1, 4, 7, 11, 14, 17, 21),
  GRAI(0x33, 12, 38, 4, 7, 10, 14, 17, 20, 24),
  /** Its reference has no fixed number of digits. */
  GIAI(0x34, 0, 0, 42, 45, 48, 52, 55, 58, 62),
  GSRN(0x2D, 17, 0, 18, 21, 24, 28, 31, 34, 38),
  GDTI(0x2C, 12, 41, 1, 4, 7, 11, 14, 17, 21);

  private static final int[] PREFIX_BITS = {40, 37, 34, 30, 27, 24, 20};

  private final int header;
  private final int digits;
  private final int serialBits;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written
  private final int[] referenceBits;

  EpcScheme(int header, int digits, int serialBits, int... referenceBits) {
    this.header = header;
    this.digits = digits;
    this.serialBits = serialBits;
    this.referenceBits = referenceBits;
  }

  static Optional<EpcScheme> ofHeader(int header) {
    for (EpcScheme scheme : values()) {
      if (scheme.header == header) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  static Optional<EpcScheme> ofUrnName(String name) {
    for (EpcScheme scheme : values()) {
      if (scheme.urnName().equals(name)) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  String urnName() {
    return name().toLowerCase(Locale.ROOT);
  }

  int header() {
    return header;
  }

  int serialBits() {
    return serialBits;
  }

  static int prefixBits(int partition) {
    return PREFIX_BITS[partition];
  }

  int referenceBits(int partition) {
    return referenceBits[partition];
  }

  boolean referenceIsPadded() {
    return digits > 0;
  }

  /** Digits of the reference beside a prefix of that many digits. */
  int referenceDigits(int prefixDigits) {
    return digits - prefixDigits;
  }
}
