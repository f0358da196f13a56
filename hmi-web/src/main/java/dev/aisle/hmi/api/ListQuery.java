package dev.aisle.hmi.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, and in what order.
 *
 * @param page from 0
 * @param size most items wanted, at most {@value #MOST}
 * @param sort {@code field,asc} or {@code field,desc}; the field is one of the answer's
 * @param q free text
 */
public record ListQuery(
    @Parameter(description = "Part of the list, from 0")
        @Schema(defaultValue = "0")
        @Min(0)
        @Max(1_000_000)
        @Nullable Integer page,
    @Parameter(description = "Most items in the answer")
        @Schema(defaultValue = "50")
        @Min(1)
        @Max(MOST)
        @Nullable Integer size,
    @Parameter(description = "field,asc or field,desc", example = "id,asc")
        @Pattern(regexp = "[A-Za-z]{1,40}(,(asc|desc))?")
        @Nullable String sort,
    @Parameter(description = "Free text to look for") @Size(max = 100) @Nullable String q) {

  /** The longest part of a list that is handed out at once. */
  public static final int MOST = 500;

  private static final int USUAL = 50;

  /** Part wanted, from 0. */
  public int pageNumber() {
    return page == null ? 0 : page;
  }

  /** Most items wanted. */
  public int pageSize() {
    return size == null ? USUAL : size;
  }

  /** What to sort by, if anything was said. */
  public Optional<Order> order() {
    if (sort == null) {
      return Optional.empty();
    }
    int comma = sort.indexOf(',');
    return Optional.of(
        comma < 0
            ? new Order(sort, true)
            : new Order(sort.substring(0, comma), sort.endsWith(",asc")));
  }

  /** Free text to look for, if any, without blanks around it. */
  public Optional<String> text() {
    return Optional.ofNullable(q).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The same question about another part. */
  public ListQuery part(int page, int size) {
    return new ListQuery(page, size, sort, q);
  }

  /**
   * @param field name of one of the answer's fields
   */
  public record Order(String field, boolean ascending) {}
}
