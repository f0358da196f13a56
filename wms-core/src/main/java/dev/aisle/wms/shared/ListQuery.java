package dev.aisle.wms.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of a list to show.
 *
 * @param page counted from 0
 * @param size rows a page, 1 to {@value #MAX_SIZE}
 * @param sort name of the field to sort by; each list knows its own fields
 * @param text what must occur in one of the list's searched fields
 * @param filters field name to exact value; each list knows its own
 */
public record ListQuery(
    int page,
    int size,
    Optional<String> sort,
    boolean descending,
    Optional<String> text,
    Map<String, String> filters) {
  public static final int MAX_SIZE = 5000;

  public ListQuery {
    if (page < 0 || size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("no page %d of size %d".formatted(page, size));
    }
    filters = Map.copyOf(filters);
  }

  public static ListQuery first(int size) {
    return new ListQuery(0, size, Optional.empty(), false, Optional.empty(), Map.of());
  }

  public ListQuery filtered(String field, String value) {
    var more = new HashMap<>(filters);
    more.put(field, value);
    return new ListQuery(page, size, sort, descending, text, more);
  }

  public Optional<String> filter(String field) {
    return Optional.ofNullable(filters.get(field)).filter(value -> !value.isBlank());
  }

  public long offset() {
    return (long) page * size;
  }

  /** The text as a pattern for {@code ilike}; empty when nothing is searched for. */
  public Optional<String> pattern() {
    return text.filter(value -> !value.isBlank())
        .map(value -> "%" + value.replaceAll("([%_\\\\])", "\\\\$1") + "%");
  }

  /**
   * An {@code order by ... limit ... offset} clause made only of the columns given here, so that a
   * field name typed by a caller never reaches the database.
   *
   * @param columns field name to column expression
   * @param fallback the column that makes the order unique
   */
  public String orderAndLimit(Map<String, String> columns, String fallback) {
    String direction = descending ? " desc" : " asc";
    String first =
        sort.map(columns::get).map(column -> column + direction + " nulls last, ").orElse("");
    String tie = first.isEmpty() ? fallback + direction : fallback;
    return " order by " + first + tie + " limit " + size + " offset " + offset();
  }
}
