package dev.aisle.wms.transport;

/** Number of a transport, such as {@code T-000001}. */
public record TransportId(String value) implements Comparable<TransportId> {
  public TransportId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid transport id: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(TransportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
