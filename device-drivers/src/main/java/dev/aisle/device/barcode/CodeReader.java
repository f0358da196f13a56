package dev.aisle.device.barcode;

import dev.aisle.device.gs1.CheckDigit;
import dev.aisle.device.gs1.DigitalLink;
import dev.aisle.device.gs1.Gs1Parser;
import dev.aisle.device.gs1.Gs1Result;
import dev.aisle.device.gs1.Refusal;
import java.util.Optional;
import java.util.Set;

/** From what a scanner sends for one code to what that means. Pure; never throws. */
public final class CodeReader {
  private static final int GTIN_DIGITS = 14;
  private static final int IDENTIFIER = 3;
  private static final Set<Integer> ITEM_NUMBERS = Set.of(8, 12, 13, 14);
  private static final char GS = 0x1D;

  private CodeReader() {}

  /** The kind of barcode, when the scanner says it. */
  public static Optional<Symbology> symbology(String scanned) {
    return Symbology.of(scanned);
  }

  /**
   * With or without symbology identifier. Without one, data are taken for GS1 data only when all of
   * it fits and begins with a key (00, 01, 02) or holds a separator.
   */
  public static ScannedCode read(String scanned) {
    Optional<Symbology> symbology = Symbology.of(scanned);
    if (symbology.isEmpty()) {
      return guess(scanned);
    }
    String data = scanned.substring(IDENTIFIER);
    if (symbology.get().isGs1()) {
      return result(data, Gs1Parser.parse(data));
    }
    return switch (symbology.get()) {
      case EAN_13, EAN_8, ITF_14 -> itemNumber(data);
      case GS1_128, GS1_DATAMATRIX, GS1_QR, GS1_DATABAR, GS1_DOTCODE ->
          result(data, Gs1Parser.parse(data));
      case INTERLEAVED, CODE_128, DATAMATRIX, QR, CODE_39, PDF_417, AZTEC, OTHER ->
          linkOrText(data);
    };
  }

  private static ScannedCode guess(String text) {
    if (ITEM_NUMBERS.contains(text.length()) && CheckDigit.isRight(text)) {
      return itemNumber(text);
    }
    boolean key = text.startsWith("00") || text.startsWith("01") || text.startsWith("02");
    if ((key || text.indexOf(GS) >= 0)
        && Gs1Parser.parse(text) instanceof Gs1Result.Data(var data)) {
      return new ScannedCode.Gs1(data);
    }
    return linkOrText(text);
  }

  private static ScannedCode linkOrText(String text) {
    if (DigitalLink.looksLikeOne(text)
        && DigitalLink.parse(text) instanceof Gs1Result.Data(var data)) {
      return new ScannedCode.Gs1(data);
    }
    if (text.startsWith("(") && Gs1Parser.parseReadable(text) instanceof Gs1Result.Data(var data)) {
      return new ScannedCode.Gs1(data);
    }
    return new ScannedCode.Plain(text);
  }

  private static ScannedCode itemNumber(String digits) {
    if (!ITEM_NUMBERS.contains(digits.length())) {
      return refused(digits, Refusal.Why.WRONG_LENGTH);
    }
    if (!CheckDigit.isRight(digits)) {
      return refused(digits, Refusal.Why.CHECK_DIGIT);
    }
    return new ScannedCode.ItemNumber("0".repeat(GTIN_DIGITS - digits.length()) + digits, digits);
  }

  private static ScannedCode refused(String text, Refusal.Why why) {
    return new ScannedCode.Refused(text, new Refusal("", why));
  }

  private static ScannedCode result(String text, Gs1Result result) {
    return switch (result) {
      case Gs1Result.Data(var data) -> new ScannedCode.Gs1(data);
      case Gs1Result.Refused(var refusal) -> new ScannedCode.Refused(text, refusal);
    };
  }
}
