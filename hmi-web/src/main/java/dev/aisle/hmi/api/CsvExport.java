package dev.aisle.hmi.api;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A list as a CSV file (RFC 4180, UTF-8 with a byte order mark so that Excel shows Chinese). One
 * column per field of the list's rows; fields that are lists or objects are left out.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvExport {

  /** Rows in one file at most. */
  static final int MOST_ROWS = 50_000;

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private CsvExport() {}

  /**
   * @param name of the file, without its ending
   * @param list gives one part of the list
   */
  public static <R extends Record> ResponseEntity<byte[]> of(
      String name, Class<R> row, ListQuery query, Function<ListQuery, Page<R>> list) {
    StringBuilder out = new StringBuilder("\uFEFF");
    List<RecordComponent> columns = columns(row);
    out.append(columns.stream().map(RecordComponent::getName).collect(Collectors.joining(",")))
        .append("\r\n");
    long written = 0;
    for (int part = 0; written < MOST_ROWS; part++) {
      Page<R> page = list.apply(query.part(part, ListQuery.MOST));
      for (R item : page.items()) {
        out.append(
                columns.stream()
                    .map(column -> cell(value(column, item)))
                    .collect(Collectors.joining(",")))
            .append("\r\n");
      }
      written += page.items().size();
      if (page.items().isEmpty() || written >= page.total()) {
        break;
      }
    }
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(CSV);
    headers.setContentDisposition(ContentDisposition.attachment().filename(name + ".csv").build());
    return ResponseEntity.ok()
        .headers(headers)
        .body(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<RecordComponent> columns(Class<? extends Record> row) {
    return Arrays.stream(row.getRecordComponents())
        .filter(column -> !column.getType().isRecord())
        .filter(column -> !Collection.class.isAssignableFrom(column.getType()))
        .filter(column -> !Map.class.isAssignableFrom(column.getType()))
        .toList();
  }

  private static @Nullable Object value(RecordComponent column, Record row) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + column, e);
    }
  }

  /** One cell, quoted where needed and never a formula. Numbers stay numbers. */
  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof Enum<?> word ? Words.of(word) : value.toString();
    if (!(value instanceof Number)
        && !text.isEmpty()
        && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
