package dev.aisle.hmi.app.site.text;

import java.util.regex.Pattern;

/** What an address of a device may look like. */
public final class Addresses {
  private static final Pattern HOST_PORT =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+]):([0-9]{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  private Addresses() {}

  public static boolean isHostPort(String text) {
    var matcher = HOST_PORT.matcher(text);
    return matcher.matches() && Integer.parseInt(matcher.group(2)) <= HIGHEST_PORT;
  }

  /** A device file, or a COM port of Windows. */
  public static boolean isSerialPath(String text) {
    return text.startsWith("/") || text.matches("COM[0-9]{1,3}");
  }
}
