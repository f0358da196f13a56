package dev.aisle.sim.portal;

import java.util.List;

/**
 * How strongly a tag answers an antenna. Backscatter falls by 40 dB per decade of distance, an
 * antenna hears 12 dB less behind it, and whatever stands in the way takes its share. The numbers
 * are those of a 30 dBm reader with 9 dBi antennas over a dock door.
 */
final class Radio {
  /** A patch antenna, looking across the door. */
  record Antenna(int number, boolean outer, double x, double y, double looksTo) {}

  static final double DOOR_PITCH_M = 4.5;
  static final double LINES_APART_M = 3.0;
  static final double SENSITIVITY_DBM = -70;
  private static final double AT_ONE_METRE_DBM = -38;
  private static final double DB_PER_DECADE = 40;
  private static final double BEHIND_DB = 12;
  private static final double NEAREST_M = 0.7;
  private static final double HALF_WIDTH_M = 1.6;

  private Radio() {}

  /** Four antennas of the portal whose middle is at {@code y}: a pair outside, a pair inside. */
  static List<Antenna> antennas(double y) {
    return List.of(
        new Antenna(1, true, 0, y - HALF_WIDTH_M, 1),
        new Antenna(2, true, 0, y + HALF_WIDTH_M, -1),
        new Antenna(3, false, LINES_APART_M, y - HALF_WIDTH_M, 1),
        new Antenna(4, false, LINES_APART_M, y + HALF_WIDTH_M, -1));
  }

  /** Mean strength in dBm of a tag at a place. */
  static double dbm(Antenna antenna, double x, double y) {
    double dx = x - antenna.x();
    double dy = (y - antenna.y()) * antenna.looksTo();
    double distance = Math.max(NEAREST_M, Math.sqrt(dx * dx + dy * dy));
    double straight = dy / distance;
    double offAxis = BEHIND_DB * (1 - straight) / 2;
    return AT_ONE_METRE_DBM - DB_PER_DECADE * Math.log10(distance) - 2 * offAxis;
  }
}
