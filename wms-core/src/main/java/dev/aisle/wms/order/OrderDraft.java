package dev.aisle.wms.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order as somebody typed or sent it; nothing in it is trusted yet.
 *
 * @param externalRef the customer's own number; the same customer and number again is the same
 *     order
 */
public record OrderDraft(
    String customer,
    Optional<LocalDate> requestedFor,
    Optional<String> externalRef,
    List<Line> lines) {
  public OrderDraft {
    lines = List.copyOf(lines);
  }

  /** Quantity in base units. */
  public record Line(String item, long quantity) {}
}
