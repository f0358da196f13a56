package dev.aisle.sim.world;

import java.util.OptionalInt;
import java.util.Set;

/**
 * Antennas over the floor that hear what vehicles carry past.
 *
 * @param reader the UHF reader that they hang on
 * @param antennas their numbers
 * @param xM where they hang, in metres on the site's map
 */
public record GateSpec(String reader, Set<Integer> antennas, double xM, double yM) {
  /** Further off nothing is heard, in metres. */
  private static final double REACH_M = 2.0;

  private static final int PEAK_RSSI_DBM = -46;
  private static final int EDGE_RSSI_DBM = -68;

  public GateSpec {
    antennas = Set.copyOf(antennas);
  }

  /** How strongly a tag is heard at a place, in dBm; empty where it is not. */
  public OptionalInt heardDbm(double tagXM, double tagYM) {
    double offM = Math.hypot(tagXM - xM, tagYM - yM);
    return offM > REACH_M
        ? OptionalInt.empty()
        : OptionalInt.of(
            (int) Math.round(PEAK_RSSI_DBM + offM / REACH_M * (EDGE_RSSI_DBM - PEAK_RSSI_DBM)));
  }
}
