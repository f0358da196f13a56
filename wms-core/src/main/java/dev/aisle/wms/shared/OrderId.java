package dev.aisle.wms.shared;

/** The number of a customer's order, such as {@code SO-000123}. */
public record OrderId(String value) implements Comparable<OrderId> {
  public OrderId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid order id: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
