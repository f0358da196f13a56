package dev.aisle.wms.masterdata;

import java.util.ArrayList;
import java.util.List;

/**
 * One INSERT line of an HSQLDB script: {@code INSERT INTO "store" VALUES(1,'O''Hara',NULL)}. A
 * quote inside text is doubled and other than ASCII characters are written as a backslash, u and
 * four hex digits (HSQLDB User Guide, "script file").
 */
final class HsqlInsert {
  static final String START = "INSERT INTO \"";

  private static final String VALUES = " VALUES(";

  private HsqlInsert() {}

  static String table(String line) {
    return line.substring(START.length(), line.indexOf('"', START.length()));
  }

  /** NULL becomes empty text. */
  static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    int end = line.lastIndexOf(')');
    for (int i = line.indexOf(VALUES) + VALUES.length(); i < end; i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        if (quoted && i + 1 < end && line.charAt(i + 1) == '\'') {
          value.append('\'');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        values.add(plain(value));
        value.setLength(0);
      } else if (c == '\\' && quoted && line.startsWith("\\u", i) && i + 5 < end) {
        value.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        value.append(c);
      }
    }
    values.add(plain(value));
    return values;
  }

  private static String plain(StringBuilder value) {
    return "NULL".contentEquals(value) ? "" : value.toString();
  }
}
