package dev.aisle.device.printer;

import dev.aisle.device.gs1.Gs1Data;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Labels in ZPL II (Zebra Programming Guide P1099958). Text is UTF-8 ({@code ^CI28}); characters
 * with a meaning in ZPL are written in hex ({@code ^FH}).
 */
public final class Zpl {
  /** Begins the line with which an RFID printer reports what it read from a tag. */
  static final String TAG_REPORT = "AISLE-TAG ";

  private static final char HEX_MARK = '_';

  /** Escape character of DataMatrix data; no GS1 character. */
  private static final char MATRIX_MARK = '|';

  private static final int TAG_FIELD = 1;
  private static final int EPC_FROM_PC_WORD = 1;

  private Zpl() {}

  /** One label, without a tag report. */
  public static String of(Label label, PrinterModel printer) {
    return of(label, printer, 1, "");
  }

  /**
   * @param copies 1 to 999; each label with a tag is one of its own, so 1 for those
   * @param job what the tag report is to name; empty for no report
   */
  static String of(Label label, PrinterModel printer, int copies, String job) {
    StringBuilder out = new StringBuilder(512);
    out.append("^XA^CI28^LH0,0");
    out.append("^PW").append(printer.dots(label.widthMm()));
    out.append("^LL").append(printer.dots(label.heightMm()));
    label.epcHex().ifPresent(epc -> tag(epc, job, out));
    for (LabelElement element : label.elements()) {
      add(element, printer, out);
    }
    out.append("^PQ").append(copies).append(",0,1,N^XZ");
    return out.toString();
  }

  /** The label with commands that write and report its tag, in the place of those it has. */
  static String withTag(String zpl, String epc, String job) {
    StringBuilder tag = new StringBuilder("^XA");
    tag(epc, job, tag);
    String paper = zpl.replaceAll("\\^RF[RW][^\\^]*\\^FD[^\\^]*\\^FS", "");
    return paper.replaceFirst("\\^XA", Matcher.quoteReplacement(tag.toString()));
  }

  /**
   * Gen 2 tag; three labels are tried, then the printer stops with an error. The PC word is written
   * too, so that the tag says how long its EPC is; then the tag is read and reported.
   */
  private static void tag(String epc, String job, StringBuilder out) {
    int words = epc.length() / 4;
    out.append("^RS8,,,3,E");
    out.append("^WVY");
    out.append("^RFW,H,%d,%d,1".formatted(EPC_FROM_PC_WORD, 2 * (words + 1)));
    out.append("^FD%04X%s^FS".formatted(words << 11, epc));
    if (!job.isEmpty()) {
      out.append("^FN%d^RFR,H,2,%d,1^FS".formatted(TAG_FIELD, 2 * words));
      out.append("^FH%c^HV%d,%d,".formatted(HEX_MARK, TAG_FIELD, epc.length()));
      out.append(escape(TAG_REPORT + job + " ")).append(",_0D_0A,L^FS");
    }
  }

  private static void add(LabelElement element, PrinterModel printer, StringBuilder out) {
    out.append("^FO%d,%d".formatted(printer.dots(element.xMm()), printer.dots(element.yMm())));
    switch (element) {
      case LabelElement.Text text -> {
        int height = printer.dotsAtLeastOne(text.heightMm());
        boolean plain = text.text().chars().allMatch(c -> c < 128);
        if (plain || printer.font().isEmpty()) {
          out.append("^A0N,%d,%d".formatted(height, height));
        } else {
          out.append("^A@N,%d,%d,%s".formatted(height, height, printer.font().get()));
        }
        data(text.text(), out);
      }
      case LabelElement.Code128 code ->
          code128(code.data(), code.heightMm(), code.moduleMm(), printer, out);
      case LabelElement.Gs1128 code ->
          code128(
              Code128Data.FNC1 + code.data().elementString(),
              code.heightMm(),
              code.moduleMm(),
              printer,
              out);
      case LabelElement.DataMatrix matrix -> {
        out.append("^BXN,%d,200".formatted(printer.dotsAtLeastOne(matrix.moduleMm())));
        data(matrix.data(), out);
      }
      case LabelElement.Gs1DataMatrix matrix -> {
        int module = printer.dotsAtLeastOne(matrix.moduleMm());
        out.append("^BXN,%d,200,,,,%c,1".formatted(module, MATRIX_MARK));
        data(matrixData(matrix.data()), out);
      }
      case LabelElement.Qr qr -> {
        int module = Math.clamp(printer.dotsAtLeastOne(qr.moduleMm()), 1, 10);
        out.append("^BQN,2,%d".formatted(module));
        data("MA," + qr.data(), out);
      }
      case LabelElement.Box box ->
          out.append(
              "^GB%d,%d,%d^FS"
                  .formatted(
                      printer.dotsAtLeastOne(box.widthMm()),
                      printer.dotsAtLeastOne(box.heightMm()),
                      printer.dotsAtLeastOne(box.borderMm())));
    }
  }

  private static void code128(
      String data, double heightMm, double moduleMm, PrinterModel printer, StringBuilder out) {
    int module = Math.clamp(printer.dotsAtLeastOne(moduleMm), 1, 10);
    out.append("^BY%d".formatted(module));
    out.append("^BCN,%d,N,N,N,N".formatted(printer.dotsAtLeastOne(heightMm)));
    data(Code128Data.of(data), out);
  }

  /** FNC1 first and where a separator is needed. */
  private static String matrixData(Gs1Data data) {
    String fnc1 = MATRIX_MARK + "1";
    return fnc1 + data.elementString().replace(String.valueOf(Code128Data.FNC1), fnc1);
  }

  private static void data(String text, StringBuilder out) {
    out.append("^FH").append(HEX_MARK).append("^FD").append(escape(text)).append("^FS");
  }

  /** What ZPL would take for a command or the hex mark, and control characters, in hex. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '^' || c == '~' || c == HEX_MARK || c == '\\' || c == ',' || c < ' ' || c == 127) {
        out.append(HEX_MARK).append(String.format(Locale.ROOT, "%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
