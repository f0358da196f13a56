package dev.aisle.wms.masterdata.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into records (RFC 4180). The separator is the one the header uses most of comma,
 * semicolon and tabulator. A quote that is never closed spoils its own line only, not the rest of
 * the file.
 */
final class CsvLines {
  /** A quoted field may go over this many lines. */
  static final int MOST_LINES_A_RECORD = 20;

  static final int LONGEST_RECORD = 65_536;

  private final BufferedReader in;

  /** Lines read ahead and given back; at most {@link #MOST_LINES_A_RECORD}. */
  private final Deque<String> ahead = new ArrayDeque<>();

  private char separator = ',';
  private int columns;
  private long line;

  CsvLines(BufferedReader in) {
    this.in = in;
  }

  /**
   * @param line where it begins, from 1
   * @param fault why the fields are not to be trusted
   */
  record CsvRecord(long line, List<String> fields, Optional<String> fault) {}

  private record Split(List<String> fields, boolean open) {}

  Optional<CsvRecord> header() throws IOException {
    String first = read();
    if (first == null) {
      return Optional.empty();
    }
    String text = first.startsWith("\uFEFF") ? first.substring(1) : first;
    for (char candidate : new char[] {';', '\t'}) {
      if (count(text, candidate) > count(text, separator)) {
        separator = candidate;
      }
    }
    List<String> names = split(text).fields();
    columns = names.size();
    return Optional.of(new CsvRecord(1, names, Optional.empty()));
  }

  /** The next record that is not an empty line. */
  Optional<CsvRecord> next() throws IOException {
    String text = read();
    while (text != null && text.isBlank()) {
      text = read();
    }
    if (text == null) {
      return Optional.empty();
    }
    long begin = line;
    if (text.length() > LONGEST_RECORD) {
      return Optional.of(new CsvRecord(begin, List.of(), Optional.of("too-long")));
    }
    Split split = split(text);
    List<String> more = new ArrayList<>();
    StringBuilder whole = new StringBuilder(text);
    while (split.open()) {
      String next = more.size() < MOST_LINES_A_RECORD ? read() : null;
      if (next == null || whole.length() + next.length() > LONGEST_RECORD) {
        if (next != null) {
          more.add(next);
        }
        giveBack(more);
        return Optional.of(new CsvRecord(begin, List.of(), Optional.of("quote-not-closed")));
      }
      more.add(next);
      whole.append('\n').append(next);
      split = split(whole.toString());
    }
    if (!more.isEmpty() && split.fields().size() != columns) {
      // A quote opened here was closed by the first quote of a later line, which is a good one.
      giveBack(more);
      return Optional.of(new CsvRecord(begin, List.of(), Optional.of("quote-not-closed")));
    }
    return Optional.of(new CsvRecord(begin, split.fields(), Optional.empty()));
  }

  private @Nullable String read() throws IOException {
    String next = ahead.isEmpty() ? in.readLine() : ahead.pollFirst();
    if (next != null) {
      line++;
    }
    return next;
  }

  private void giveBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      ahead.addFirst(lines.get(i));
      line--;
    }
  }

  private Split split(String text) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == separator) {
        fields.add(field.toString());
        field.setLength(0);
        start = true;
        continue;
      } else if (c == '"' && start) {
        quoted = true;
      } else {
        field.append(c);
      }
      start = false;
    }
    fields.add(field.toString());
    return new Split(fields, quoted);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
