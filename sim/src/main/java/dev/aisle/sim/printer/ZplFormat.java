package dev.aisle.sim.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One format, from {@code ^XA} to {@code ^XZ}, read command by command. */
final class ZplFormat {
  private static final char GS = 0x1D;

  private final List<String> texts = new ArrayList<>();
  private final List<String> barcodes = new ArrayList<>();
  private int copies = 1;
  private @Nullable String tagData;
  private @Nullable String reportHeader;
  private String reportEnd = "";
  private String kind = "";
  private char hexMark;
  private char matrixMark;
  private String data = "";

  void take(String command) {
    String name = command.length() < 3 ? command : command.substring(0, 3);
    String rest = command.substring(name.length());
    switch (name) {
      case "^A0", "^A@" -> kind = "text";
      case "^BC" -> kind = "]C";
      case "^BQ" -> kind = "]Q";
      case "^BX" -> {
        kind = "]d";
        String[] parts = rest.split(",", -1);
        matrixMark = parts.length > 6 && !parts[6].isEmpty() ? parts[6].charAt(0) : 0;
      }
      case "^FH" -> hexMark = rest.isEmpty() ? '_' : rest.charAt(0);
      case "^FD" -> data = decoded(rest);
      case "^RF" -> kind = rest.startsWith("W") ? "write" : "read";
      case "^HV" -> setReport(rest);
      case "^PQ" -> copies = number(rest.split(",", -1)[0]);
      case "^FS" -> endField();
      default -> {
        // Places, sizes and setup change nothing of what is told here.
      }
    }
  }

  private void setReport(String rest) {
    String[] parts = rest.split(",", -1);
    if (parts.length >= 4) {
      reportHeader = decoded(parts[2]);
      reportEnd = decoded(parts[3]);
    }
  }

  private void endField() {
    switch (kind) {
      case "text" -> texts.add(data);
      case "write" -> tagData = data;
      case "]C" -> barcodes.add(code128(data));
      case "]Q" -> barcodes.add("]Q1" + data.substring(Math.min(3, data.length())));
      case "]d" -> barcodes.add(matrix(data));
      default -> {
        // A field without anything to print.
      }
    }
    kind = "";
    hexMark = 0;
    data = "";
  }

  int copies() {
    return copies;
  }

  /** PC word and EPC that are to be written, in hex. */
  Optional<String> tagData() {
    return Optional.ofNullable(tagData);
  }

  /** What is to be told of the tag, around its hex. */
  Optional<String> report(String epcHex) {
    return Optional.ofNullable(reportHeader).map(header -> header + epcHex + reportEnd);
  }

  PrintedLabel printed(Optional<String> epcHex, boolean voided) {
    return new PrintedLabel(texts, barcodes, epcHex, voided);
  }

  private String decoded(String raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (hexMark != 0 && c == hexMark && i + 2 < raw.length()) {
        out.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Mode N: the host has chosen the code sets. */
  private static String code128(String data) {
    StringBuilder out = new StringBuilder();
    boolean gs1 = false;
    boolean code = false;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (!code && c == '>' && i + 1 < data.length()) {
        code = true;
        continue;
      }
      if (!code) {
        out.append(c);
        continue;
      }
      code = false;
      switch (c) {
        case '0' -> out.append('>');
        case '=' -> out.append('~');
        case '8' -> {
          if (out.isEmpty()) {
            gs1 = true;
          } else {
            out.append(GS);
          }
        }
        default -> {
          // A change of the code set.
        }
      }
    }
    return (gs1 ? "]C1" : "]C0") + out;
  }

  private String matrix(String raw) {
    String fnc1 = matrixMark + "1";
    if (matrixMark == 0 || !raw.startsWith(fnc1)) {
      return "]d1" + raw;
    }
    return "]d2" + raw.substring(fnc1.length()).replace(fnc1, String.valueOf(GS));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
