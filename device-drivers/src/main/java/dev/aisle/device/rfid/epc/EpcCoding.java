package dev.aisle.device.rfid.epc;

import java.util.Optional;

/**
 * How a key is written into a tag's EPC memory (Tag Data Standard 2.x, clause 14 and table 14-1 of
 * headers). The classic codings split the key into company prefix and reference by a partition; the
 * "plus" codings of 2.0 write the key as it stands in a barcode.
 */
public enum EpcCoding {
  SGTIN_96(0x30, EpcScheme.SGTIN, "sgtin-96", 96, 38, false),
  SGTIN_198(0x36, EpcScheme.SGTIN, "sgtin-198", 198, 140, true),
  SSCC_96(0x31, EpcScheme.SSCC, "sscc-96", 96, 0, false),
  SGLN_96(0x32, EpcScheme.SGLN, "sgln-96", 96, 41, false),
  SGLN_195(0x39, EpcScheme.SGLN, "sgln-195", 195, 140, true),
  GRAI_96(0x33, EpcScheme.GRAI, "grai-96", 96, 38, false),
  GRAI_170(0x37, EpcScheme.GRAI, "grai-170", 170, 112, true),
  GIAI_96(0x34, EpcScheme.GIAI, "giai-96", 96, 0, false),
  GIAI_202(0x38, EpcScheme.GIAI, "giai-202", 202, 0, true),
  GSRN_96(0x2D, EpcScheme.GSRN, "gsrn-96", 96, 0, false),
  GSRNP_96(0x2E, EpcScheme.GSRNP, "gsrnp-96", 96, 0, false),
  GDTI_96(0x2C, EpcScheme.GDTI, "gdti-96", 96, 41, false),
  GDTI_174(0x3E, EpcScheme.GDTI, "gdti-174", 174, 119, true),
  SGTIN_PLUS(0xF7, EpcScheme.SGTIN, "sgtin+", 14),
  SSCC_PLUS(0xF9, EpcScheme.SSCC, "sscc+", 18),
  SGLN_PLUS(0xF2, EpcScheme.SGLN, "sgln+", 13),
  GRAI_PLUS(0xF1, EpcScheme.GRAI, "grai+", 14),
  GIAI_PLUS(0xFA, EpcScheme.GIAI, "giai+", 0),
  GSRN_PLUS(0xF4, EpcScheme.GSRN, "gsrn+", 18),
  GSRNP_PLUS(0xF5, EpcScheme.GSRNP, "gsrnp+", 18),
  GDTI_PLUS(0xF6, EpcScheme.GDTI, "gdti+", 13);

  private final int header;
  private final EpcScheme scheme;
  private final String tagName;
  private final boolean plus;
  private final int bits;
  private final int serialBits;
  private final boolean characters;
  private final int keyDigits;

  EpcCoding(
      int header, EpcScheme scheme, String tagName, int bits, int serialBits, boolean characters) {
    this.header = header;
    this.scheme = scheme;
    this.tagName = tagName;
    this.plus = false;
    this.bits = bits;
    this.serialBits = serialBits;
    this.characters = characters;
    this.keyDigits = 0;
  }

  EpcCoding(int header, EpcScheme scheme, String tagName, int keyDigits) {
    this.header = header;
    this.scheme = scheme;
    this.tagName = tagName;
    this.plus = true;
    this.bits = 0;
    this.serialBits = 0;
    this.characters = true;
    this.keyDigits = keyDigits;
  }

  static Optional<EpcCoding> ofHeader(int header) {
    for (EpcCoding coding : values()) {
      if (coding.header == header) {
        return Optional.of(coding);
      }
    }
    return Optional.empty();
  }

  /** As in {@code urn:epc:tag:NAME:}. */
  public static Optional<EpcCoding> ofTagName(String name) {
    for (EpcCoding coding : values()) {
      if (coding.tagName.equals(name)) {
        return Optional.of(coding);
      }
    }
    return Optional.empty();
  }

  /** The 96-bit coding of a scheme. */
  static EpcCoding compact(EpcScheme scheme) {
    return switch (scheme) {
      case SGTIN -> SGTIN_96;
      case SSCC -> SSCC_96;
      case SGLN -> SGLN_96;
      case GRAI -> GRAI_96;
      case GIAI -> GIAI_96;
      case GSRN -> GSRN_96;
      case GSRNP -> GSRNP_96;
      case GDTI -> GDTI_96;
    };
  }

  /** The coding that takes serials of any characters; the 96-bit one where there is no other. */
  static EpcCoding wide(EpcScheme scheme) {
    return switch (scheme) {
      case SGTIN -> SGTIN_198;
      case SGLN -> SGLN_195;
      case GRAI -> GRAI_170;
      case GIAI -> GIAI_202;
      case GDTI -> GDTI_174;
      case SSCC -> SSCC_96;
      case GSRN -> GSRN_96;
      case GSRNP -> GSRNP_96;
    };
  }

  static EpcCoding plus(EpcScheme scheme) {
    return switch (scheme) {
      case SGTIN -> SGTIN_PLUS;
      case SSCC -> SSCC_PLUS;
      case SGLN -> SGLN_PLUS;
      case GRAI -> GRAI_PLUS;
      case GIAI -> GIAI_PLUS;
      case GSRN -> GSRN_PLUS;
      case GSRNP -> GSRNP_PLUS;
      case GDTI -> GDTI_PLUS;
    };
  }

  public EpcScheme scheme() {
    return scheme;
  }

  public String tagName() {
    return tagName;
  }

  /** One of the codings of TDS 2.0 that need no company prefix. */
  public boolean isPlus() {
    return plus;
  }

  int header() {
    return header;
  }

  /** Length of a classic coding; 0 for a plus coding, whose length depends on the key. */
  int bits() {
    return bits;
  }

  int serialBits() {
    return serialBits;
  }

  /** The serial (of a GIAI the reference) is written in 7-bit characters, not as a number. */
  boolean inCharacters() {
    return characters;
  }

  /** Digits of the key in a plus coding; 0 for the GIAI, which has no fixed length. */
  int keyDigits() {
    return keyDigits;
  }
}
