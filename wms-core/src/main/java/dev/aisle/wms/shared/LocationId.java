package dev.aisle.wms.shared;

/** The id painted on the floor, or the id of a vehicle. */
public record LocationId(String value) implements Comparable<LocationId> {
  public LocationId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid location id: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(LocationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
