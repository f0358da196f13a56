package dev.aisle.sim.vehicle;

/**
 * What keeps a vehicle from going at its own pace.
 *
 * @param pace share of its usual speed, driving and handling loads
 * @param stands something is in its protective field: it brakes and waits
 */
public record Hindrance(double pace, boolean stands) {
  public static final Hindrance NONE = new Hindrance(1, false);

  public Hindrance {
    if (!(pace > 0 && pace <= 1)) {
      throw new IllegalArgumentException("a pace is above 0 and at most 1, not " + pace);
    }
  }
}
