package dev.aisle.wms.outbound.internal;

import dev.aisle.wms.party.Party;
import dev.aisle.wms.shared.Epc;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A logistic label of 100 mm x 150 mm for a 203 dpi printer (8 dots a mm): ship-to, order, contents
 * and the SSCC as GS1-128, and the tag's EPC for printers that write tags (ZPL II Programming
 * Guide: CI28 UTF-8, BC subset with FNC1 as {@code >;>8}, FH hex escapes, RFW,H).
 */
final class ZplLabel {
  private ZplLabel() {}

  static String of(Sscc sscc, Epc tag, OrderId order, Party shipTo, int lines, long weightG) {
    String town =
        Stream.of(shipTo.postalCode(), shipTo.city(), shipTo.region(), shipTo.country())
            .filter(Objects::nonNull)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    return String.join(
        "\n",
        List.of(
            "^XA",
            "^CI28",
            "^PW800",
            "^LL1200",
            "^RFW,H^FD" + tag.hex() + "^FS",
            text(40, 40, 28, "SHIP TO 收货方"),
            text(40, 80, 48, shipTo.name()),
            text(40, 140, 32, shipTo.street()),
            text(40, 180, 32, town),
            "^FO40,240^GB720,3,3^FS",
            text(40, 270, 28, "ORDER 订单"),
            text(40, 310, 60, order.value()),
            text(
                40,
                390,
                32,
                String.format(Locale.ROOT, "%d lines  %.1f kg", lines, weightG / 1000.0)),
            "^FO40,450^GB720,3,3^FS",
            text(40, 480, 28, "SSCC"),
            text(40, 520, 48, sscc.digits()),
            "^FO60,620^BY3^BCN,400,N,N,N,N^FD>;>800" + sscc.digits() + "^FS",
            text(140, 1050, 40, "(00) " + sscc.digits()),
            "^PQ1",
            "^XZ",
            ""));
  }

  private static String text(int x, int y, int height, String words) {
    return "^FO%d,%d^A0N,%d,%d^FH_^FD%s^FS".formatted(x, y, height, height, escaped(words));
  }

  /** Characters that the printer would take for commands go as hex. */
  private static String escaped(String words) {
    var out = new StringBuilder();
    words
        .codePoints()
        .forEach(
            c -> {
              if (c == '^' || c == '~' || c == '_' || c < 0x20) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append("_%02X".formatted(b));
                }
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
