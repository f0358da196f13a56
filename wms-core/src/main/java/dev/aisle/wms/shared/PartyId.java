package dev.aisle.wms.shared;

/** What people call a supplier, shop, owner or carrier. */
public record PartyId(String value) implements Comparable<PartyId> {
  public PartyId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid party id: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(PartyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
