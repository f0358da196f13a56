package dev.aisle.device.printer;

import dev.aisle.device.gs1.Gs1Data;

/** What stands on a label. Places are millimetres from its left upper corner. */
public sealed interface LabelElement {
  double xMm();

  double yMm();

  /**
   * One line of text in any language.
   *
   * @param heightMm of a capital letter's cell
   */
  record Text(double xMm, double yMm, double heightMm, String text) implements LabelElement {}

  /**
   * Code 128 with any ASCII text.
   *
   * @param moduleMm width of the narrowest bar
   */
  record Code128(double xMm, double yMm, double heightMm, double moduleMm, String data)
      implements LabelElement {}

  /** GS1-128: Application Identifiers in Code 128. */
  record Gs1128(double xMm, double yMm, double heightMm, double moduleMm, Gs1Data data)
      implements LabelElement {}

  /** DataMatrix (ECC 200) with any ASCII text. */
  record DataMatrix(double xMm, double yMm, double moduleMm, String data) implements LabelElement {}

  /** GS1 DataMatrix: Application Identifiers. */
  record Gs1DataMatrix(double xMm, double yMm, double moduleMm, Gs1Data data)
      implements LabelElement {}

  /** QR code, error correction M, any text. */
  record Qr(double xMm, double yMm, double moduleMm, String data) implements LabelElement {}

  /** A frame; a line when it is as thin as its border. */
  record Box(double xMm, double yMm, double widthMm, double heightMm, double borderMm)
      implements LabelElement {}
}
