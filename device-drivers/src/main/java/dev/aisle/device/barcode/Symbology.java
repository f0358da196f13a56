package dev.aisle.device.barcode;

import java.util.Optional;

/**
 * What kind of barcode was scanned, by the identifier scanners put before its data when told to
 * (ISO/IEC 15424): {@code ]}, a letter for the kind, a digit for its variant.
 */
public enum Symbology {
  GS1_128("]C1"),
  GS1_DATAMATRIX("]d2"),
  GS1_QR("]Q3"),
  GS1_DATABAR("]e0"),
  GS1_DOTCODE("]J1"),
  EAN_13("]E0"),
  EAN_8("]E4"),
  ITF_14("]I1"),
  INTERLEAVED("]I0"),
  CODE_128("]C0"),
  DATAMATRIX("]d1"),
  QR("]Q1"),
  CODE_39("]A"),
  PDF_417("]L"),
  AZTEC("]z"),
  /** An identifier that is none of these. */
  OTHER("]");

  private final String identifier;

  Symbology(String identifier) {
    this.identifier = identifier;
  }

  /** As it stands before the data; for the last ones without the digit. */
  public String identifier() {
    return identifier;
  }

  /** Whether its data are Application Identifiers (GS1 General Specifications, 5.1.2). */
  public boolean isGs1() {
    return switch (this) {
      case GS1_128, GS1_DATAMATRIX, GS1_QR, GS1_DATABAR, GS1_DOTCODE -> true;
      default -> false;
    };
  }

  /** Empty when the text does not begin with an identifier. */
  static Optional<Symbology> of(String text) {
    if (text.length() < 3
        || text.charAt(0) != ']'
        || !isLetter(text.charAt(1))
        || !isVariant(text.charAt(2))) {
      return Optional.empty();
    }
    for (Symbology symbology : values()) {
      if (symbology != OTHER && text.startsWith(symbology.identifier)) {
        return Optional.of(symbology);
      }
    }
    return Optional.of(
        switch (text.charAt(1)) {
          case 'E' -> EAN_13;
          case 'I' -> INTERLEAVED;
          case 'C' -> CODE_128;
          case 'd' -> DATAMATRIX;
          case 'Q' -> QR;
          default -> OTHER;
        });
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isVariant(char c) {
    return (c >= '0' && c <= '9') || isLetter(c);
  }
}
