package dev.aisle.device.scale;

/** One telegram of a scale. */
public sealed interface ScaleSays {
  /**
   * A weight, moving or still.
   *
   * @param zero nothing lies on it
   */
  record Weight(long milligrams, boolean stable, boolean zero) implements ScaleSays {
    public Weight(long milligrams, boolean stable) {
      this(milligrams, stable, milligrams == 0);
    }
  }

  /** More than it can carry. */
  record Overload() implements ScaleSays {}

  /** Less than nothing: the pan is off, or it was switched on with a load. */
  record Underload() implements ScaleSays {}

  /** It has no weight just now, for example during adjustment. */
  record NotNow(String why) implements ScaleSays {}
}
