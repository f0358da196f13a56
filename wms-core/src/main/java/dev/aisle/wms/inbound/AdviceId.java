package dev.aisle.wms.inbound;

/** Number of a dispatch advice, such as {@code ASN-000001}, or the supplier's own. */
public record AdviceId(String value) implements Comparable<AdviceId> {
  public AdviceId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
      throw new IllegalArgumentException("not a valid advice number: '%s'".formatted(value));
    }
  }

  @Override
  public int compareTo(AdviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
