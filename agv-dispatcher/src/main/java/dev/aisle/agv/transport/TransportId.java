package dev.aisle.agv.transport;

/** Name of a transport, chosen by who asks for it; the same on every retry. */
public record TransportId(String value) implements Comparable<TransportId> {
  public TransportId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a transport needs an id");
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
