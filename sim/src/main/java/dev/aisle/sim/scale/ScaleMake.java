package dev.aisle.sim.scale;

import dev.aisle.sim.scale.LoadCell.Shown;
import java.math.BigDecimal;
import java.util.Locale;

/** How a played scale writes; grams with two decimals. */
public enum ScaleMake {
  /** Mettler-Toledo SICS; writes by itself once it was asked with SIR. */
  SICS {
    @Override
    String line(Shown shown) {
      if (shown.overload()) {
        return "S +\r\n";
      }
      return String.format(
          Locale.ROOT, "S %s %10s g\r\n", shown.stable() ? "S" : "D", grams(shown));
    }
  },
  /** A&D stream. */
  AND {
    @Override
    String line(Shown shown) {
      if (shown.overload()) {
        return "OL,+9999999E+19\r\n";
      }
      String digits = grams(shown).abs().toPlainString();
      return "%s,%s%s  g\r\n"
          .formatted(
              shown.stable() ? "ST" : "US",
              shown.milligrams() < 0 ? "-" : "+",
              "0".repeat(Math.max(0, 8 - digits.length())) + digits);
    }
  },
  /** Toledo continuous output, with a checksum character. */
  TOLEDO {
    @Override
    String line(Shown shown) {
      int b = 0x20 | (shown.milligrams() < 0 ? 2 : 0) | (shown.overload() ? 4 : 0);
      b |= shown.stable() ? 0 : 8;
      String digits = "%06d".formatted(Math.min(999_999, Math.abs(shown.milligrams()) / 10));
      String frame = "\2" + (char) 0x24 + (char) b + (char) 0x21 + digits + "000000\r";
      int sum = frame.chars().sum();
      return frame + (char) (-sum & 0x7F);
    }
  };

  abstract String line(Shown shown);

  private static BigDecimal grams(Shown shown) {
    return BigDecimal.valueOf(shown.milligrams() / 10, 2);
  }
}
