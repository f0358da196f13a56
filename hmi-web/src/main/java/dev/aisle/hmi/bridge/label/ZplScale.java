package dev.aisle.hmi.bridge.label;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes a label that was laid out for 203 dots an inch as large on a finer printer. Pure. */
final class ZplScale {
  private static final double LAID_OUT_FOR = 203;

  /** Commands whose numbers are dots; data cannot hold one, it has no caret. */
  private static final Pattern DOTS =
      Pattern.compile("\\^(PW|LL|FO|BY|GB|A0N,|BCN,)([0-9]+(?:,[0-9]+)*)");

  private ZplScale() {}

  public static String to(int dpi, String zpl) {
    double factor = dpi / LAID_OUT_FOR;
    return dpi == (int) LAID_OUT_FOR
        ? zpl
        : DOTS.matcher(zpl).replaceAll(match -> scaled(match, factor));
  }

  private static String scaled(MatchResult match, double factor) {
    StringBuilder out = new StringBuilder("^").append(match.group(1));
    String comma = "";
    for (String number : match.group(2).split(",", -1)) {
      out.append(comma).append(Math.max(1, Math.round(Integer.parseInt(number) * factor)));
      comma = ",";
    }
    return java.util.regex.Matcher.quoteReplacement(out.toString());
  }
}
