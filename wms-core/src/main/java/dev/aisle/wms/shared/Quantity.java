package dev.aisle.wms.shared;

/** Whole base units, never negative. Stock is never a floating-point number. */
public record Quantity(long units) implements Comparable<Quantity> {
  public static final Quantity ZERO = new Quantity(0);

  public Quantity {
    if (units < 0) {
      throw new IllegalArgumentException("a quantity cannot be negative: " + units);
    }
  }

  public static Quantity of(long units) {
    return new Quantity(units);
  }

  public Quantity plus(Quantity other) {
    return new Quantity(Math.addExact(units, other.units));
  }

  /** The difference; the other must not be larger. */
  public Quantity minus(Quantity other) {
    return new Quantity(units - other.units);
  }

  public Quantity min(Quantity other) {
    return units <= other.units ? this : other;
  }

  public boolean none() {
    return units == 0;
  }

  @Override
  public int compareTo(Quantity other) {
    return Long.compare(units, other.units);
  }

  @Override
  public String toString() {
    return Long.toString(units);
  }
}
