package dev.aisle.wms.shared;

/** What people call an item, such as {@code 84406B}. */
public record ItemId(String value) implements Comparable<ItemId> {
  public ItemId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")) {
      throw new IllegalArgumentException("not a valid item id: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(ItemId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
