package dev.aisle.device.rfid;

import java.util.HexFormat;

/** Upper-case hex without spaces, the form in which tags travel through the program. */
public final class Hex {
  private static final HexFormat UPPER = HexFormat.of().withUpperCase();

  private Hex() {}

  public static String of(byte[] bytes) {
    return UPPER.formatHex(bytes);
  }

  public static String of(byte[] bytes, int from, int to) {
    return UPPER.formatHex(bytes, from, to);
  }

  /** Accepts upper and lower case and any spaces. */
  public static byte[] bytes(String hex) {
    return UPPER.parseHex(hex.replaceAll("\\s", ""));
  }
}
