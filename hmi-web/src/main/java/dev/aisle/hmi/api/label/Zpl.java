package dev.aisle.hmi.api.label;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads ZPL II commands as far as our labels use them. Knows no picture. */
final class Zpl {

  private static final int USUAL_WIDTH_DOTS = 800;
  private static final int USUAL_HEIGHT_DOTS = 1_200;

  /** In dots from the upper left corner. */
  sealed interface Field {}

  record Text(int x, int y, int height, String words) implements Field {}

  record Box(int x, int y, int width, int height, int thickness) implements Field {}

  /**
   * @param moduleDots width of the narrowest bar
   * @param content for GS1 with its application identifiers in square brackets
   */
  record BarCode(int x, int y, int height, int moduleDots, boolean gs1, String content)
      implements Field {}

  record Label(int widthDots, int heightDots, List<Field> fields) {}

  private int width = USUAL_WIDTH_DOTS;
  private int height = USUAL_HEIGHT_DOTS;
  private int x;
  private int y;
  private int textHeight = 30;
  private int moduleDots = 2;
  private int barHeight = -1;
  private boolean hexEscapes;
  private boolean radio;
  private final List<Field> fields = new ArrayList<>();

  private Zpl() {}

  static Label read(String zpl) {
    Zpl reader = new Zpl();
    for (String command : zpl.replaceAll("[\\r\\n]", "").split("\\^")) {
      if (command.length() >= 2) {
        reader.take(command.substring(0, 2), command.substring(2));
      }
    }
    return new Label(reader.width, reader.height, List.copyOf(reader.fields));
  }

  private void take(String name, String rest) {
    switch (name) {
      case "PW" -> width = number(rest, 0, width);
      case "LL" -> height = number(rest, 0, height);
      case "FO" -> {
        x = number(rest, 0, 0);
        y = number(rest, 1, 0);
      }
      case "A0" -> textHeight = number(rest, 1, textHeight);
      case "BY" -> moduleDots = number(rest, 0, moduleDots);
      case "BC" -> barHeight = number(rest, 1, 100);
      case "FH" -> hexEscapes = true;
      case "RF" -> radio = true;
      case "GB" -> {
        int thickness = number(rest, 2, 1);
        fields.add(
            new Box(
                x,
                y,
                Math.max(thickness, number(rest, 0, thickness)),
                Math.max(thickness, number(rest, 1, thickness)),
                thickness));
      }
      case "FD" -> data(hexEscapes ? unescaped(rest) : rest);
      case "FS" -> {
        hexEscapes = false;
        radio = false;
        barHeight = -1;
      }
      default -> {
        // no mark on the paper
      }
    }
  }

  private void data(String data) {
    if (radio) {
      return;
    }
    if (barHeight > 0) {
      String plain = data.replaceAll(">[;:89]", "");
      boolean gs1 = data.contains(">8") && plain.startsWith("00") && plain.length() == 20;
      fields.add(
          new BarCode(x, y, barHeight, moduleDots, gs1, gs1 ? "[00]" + plain.substring(2) : plain));
    } else {
      fields.add(new Text(x, y, textHeight, data));
    }
  }

  /** {@code _5E} stands for the byte 5E. */
  private static String unescaped(String data) {
    byte[] in = data.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '_' && i + 2 < in.length && hex(in[i + 1]) >= 0 && hex(in[i + 2]) >= 0) {
        out.write(hex(in[i + 1]) * 16 + hex(in[i + 2]));
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }

  /** The parameter at this place, or what is usual. */
  private static int number(String parameters, int place, int usual) {
    String[] all = parameters.split(",", -1);
    if (place >= all.length || !all[place].matches("[0-9]{1,5}")) {
      return usual;
    }
    return Integer.parseInt(all[place]);
  }
}
