package dev.aisle.device.barcode;

import dev.aisle.device.gs1.Gs1Data;
import dev.aisle.device.gs1.Refusal;

/** What a scanned code means. */
public sealed interface ScannedCode {
  /** Application Identifiers, from a GS1 symbol, a Digital Link or their readable form. */
  record Gs1(Gs1Data data) implements ScannedCode {}

  /**
   * An item number alone (EAN, UPC, ITF-14).
   *
   * @param gtin 14 digits
   * @param printed the digits as they were scanned
   */
  record ItemNumber(String gtin, String printed) implements ScannedCode {}

  /** Nothing of GS1: a location, a badge, a text. */
  record Plain(String text) implements ScannedCode {}

  /** It says that it is GS1 data, but is not. */
  record Refused(String text, Refusal refusal) implements ScannedCode {}
}
