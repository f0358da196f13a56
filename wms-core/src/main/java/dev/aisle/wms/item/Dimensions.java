package dev.aisle.wms.item;

/** Outer size in millimetres. */
public record Dimensions(int lengthMm, int widthMm, int heightMm) {
  public Dimensions {
    if (lengthMm < 1 || widthMm < 1 || heightMm < 1) {
      throw new IllegalArgumentException(
          "dimensions must be at least 1 mm: %d x %d x %d".formatted(lengthMm, widthMm, heightMm));
    }
  }
}
