package dev.aisle.wms.masterdata;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Builds a CSV file (RFC 4180). */
final class CsvText {
  private final StringBuilder text = new StringBuilder();

  CsvText(String... columns) {
    row(columns);
  }

  void row(String... fields) {
    text.append(Arrays.stream(fields).map(CsvText::field).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String field(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == ';');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
