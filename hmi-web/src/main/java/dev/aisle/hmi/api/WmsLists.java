package dev.aisle.hmi.api;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between the lists of the REST interface and those of the warehouse. */
public final class WmsLists {

  private WmsLists() {}

  /** The same question in the warehouse's words. */
  public static dev.aisle.wms.shared.ListQuery query(ListQuery query) {
    return new dev.aisle.wms.shared.ListQuery(
        query.pageNumber(),
        query.pageSize(),
        query.order().map(ListQuery.Order::field),
        query.order().map(order -> !order.ascending()).orElse(false),
        query.text(),
        java.util.Map.of());
  }

  /** The newest first, unless another order is asked for. */
  public static dev.aisle.wms.shared.ListQuery query(ListQuery query, String newestBy) {
    return query.order().isPresent()
        ? query(query)
        : query(new ListQuery(query.page(), query.size(), newestBy + ",desc", query.q()));
  }

  /** With a condition, if it is one. */
  public static dev.aisle.wms.shared.ListQuery where(
      dev.aisle.wms.shared.ListQuery query, String field, @Nullable String value) {
    return value == null || value.isBlank() ? query : query.filtered(field, value);
  }

  /** The warehouse's answer, row by row. */
  public static <A, B> Page<B> page(
      dev.aisle.wms.shared.Page<A> page, Function<? super A, ? extends B> row) {
    return new Page<>(
        page.items().stream().<B>map(row).toList(), page.total(), page.page(), page.size());
  }

  /**
   * An id as it was typed.
   *
   * @param make throws when it cannot be one; then there is no such thing either
   */
  public static <I> I id(String what, String typed, Function<String, I> make) {
    try {
      return make.apply(typed);
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound(what, typed);
    }
  }

  /** As {@link Optional#map}, for values that may be missing. */
  public static <A, B> @Nullable B orNull(Optional<A> value, Function<A, B> change) {
    return value.isPresent() ? change.apply(value.get()) : null;
  }
}
