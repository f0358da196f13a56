package dev.aisle.device.scale;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Toledo standard continuous output: STX, status words A, B and C, six digits of weight, six of
 * tare. A: bits 0 to 2 place the decimal point. B: bit 1 negative, 2 out of range, 3 in motion, 4
 * kilograms. C: bits 0 to 2 another unit. Bit 5 of each is always 1.
 */
final class ToledoFormat extends ScaleFormat {
  private static final int LENGTH = 15;

  /** Bits 0 to 2 of A: 2 is no decimals, each step one more or one less. */
  private static final int NO_DECIMALS = 2;

  @Override
  Optional<ScaleSays> parse(String line) {
    if (line.length() < LENGTH) {
      return Optional.empty();
    }
    int a = line.charAt(0);
    int b = line.charAt(1);
    int c = line.charAt(2);
    String digits = line.substring(3, 9).strip();
    if ((a & b & c & 0x20) == 0 || !line.substring(9, LENGTH).strip().matches("[0-9]{0,6}")) {
      return Optional.empty();
    }
    if ((b & 4) != 0) {
      return Optional.of((b & 2) != 0 ? new ScaleSays.Underload() : new ScaleSays.Overload());
    }
    Optional<WeightUnit> unit = unit(b, c);
    if (!digits.matches("[0-9]{1,6}") || unit.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(digits).scaleByPowerOfTen(NO_DECIMALS - (a & 7));
    return unit.get()
        .toMilligrams((b & 2) != 0 ? size.negate() : size)
        .map(milligrams -> new ScaleSays.Weight(milligrams, (b & 8) == 0));
  }

  @Override
  boolean framed() {
    return true;
  }

  private static Optional<WeightUnit> unit(int b, int c) {
    return switch (c & 7) {
      case 0 -> Optional.of((b & 16) != 0 ? WeightUnit.KG : WeightUnit.LB);
      case 1 -> Optional.of(WeightUnit.G);
      case 2 -> Optional.of(WeightUnit.T);
      case 3 -> Optional.of(WeightUnit.OZ);
      default -> Optional.empty();
    };
  }
}
