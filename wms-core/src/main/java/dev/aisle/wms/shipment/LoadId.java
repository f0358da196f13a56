package dev.aisle.wms.shipment;

/** The number of a load, counted from 1. */
public record LoadId(long value) {
  public LoadId {
    if (value < 1) {
      throw new IllegalArgumentException("loads are counted from 1, not %d".formatted(value));
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
