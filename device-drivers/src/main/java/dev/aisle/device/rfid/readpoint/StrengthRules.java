package dev.aisle.device.rfid.readpoint;

import java.util.OptionalDouble;

/**
 * How strong a tag must be heard. Strength is what three of its reads reached, since a single one
 * may be an echo or a ghost. A cut by strength alone cannot work, because each forklift bends the
 * field anew; so all rules hold together, over the whole pass.
 *
 * @param leastDbm weaker tags are strays; empty where the reader gives no dBm
 * @param leastCount reads in the pass; fewer are strays
 * @param marginDb by so much a tag must be stronger here than at any neighbour
 * @param sureDbm from here on a tag need not be awaited at the neighbours before it is told
 * @param riseDb a tag that stood there before is moved when it becomes stronger by so much
 */
public record StrengthRules(
    OptionalDouble leastDbm, int leastCount, double marginDb, double sureDbm, double riseDb) {

  public StrengthRules {
    if (leastCount < 1 || marginDb < 0 || riseDb < 0) {
      throw new IllegalArgumentException("counts start at 1, margins at 0 dB");
    }
  }

  /** Counts anything heard, and keeps 6 dB to the neighbours. */
  public static StrengthRules usual() {
    return new StrengthRules(OptionalDouble.empty(), 1, 6, -55, 10);
  }
}
