package dev.aisle.device.scale;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Units a scale shows, each an exact number of milligrams. */
public enum WeightUnit {
  MG("1"),
  G("1000"),
  KG("1000000"),
  T("1000000000"),
  /** International avoirdupois pound, 0.45359237 kg exactly (agreement of 1 July 1959). */
  LB("453592.37"),
  /** A sixteenth of a pound. */
  OZ("28349.523125");

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final BigDecimal milligrams;

  WeightUnit(String milligrams) {
    this.milligrams = new BigDecimal(milligrams);
  }

  /** As scales write it, in any case; {@code lbs} too. */
  public static Optional<WeightUnit> of(String written) {
    return switch (written.strip().toLowerCase(Locale.ROOT)) {
      case "mg" -> Optional.of(MG);
      case "g" -> Optional.of(G);
      case "kg" -> Optional.of(KG);
      case "t" -> Optional.of(T);
      case "lb", "lbs" -> Optional.of(LB);
      case "oz" -> Optional.of(OZ);
      default -> Optional.empty();
    };
  }

  /**
   * Exact for metric units down to the milligram; what is finer is rounded half up. Empty for more
   * than nine thousand million tonnes, which is no weight.
   */
  public Optional<Long> toMilligrams(BigDecimal value) {
    BigDecimal exact = value.multiply(milligrams).setScale(0, RoundingMode.HALF_UP);
    return exact.abs().compareTo(MOST) > 0 ? Optional.empty() : Optional.of(exact.longValueExact());
  }
}
