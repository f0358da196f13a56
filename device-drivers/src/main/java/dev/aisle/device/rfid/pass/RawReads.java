package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The first and the latest reads of a visit, eight each. */
final class RawReads {
  private static final int HALF = 8;

  private final long[] at = new long[2 * HALF];
  private final float[] dbm = new float[2 * HALF];
  private final byte[] antenna = new byte[2 * HALF];
  private int added;

  void add(int antennaIndex, long time, float strength) {
    int i = added < HALF ? added : HALF + (added - HALF) % HALF;
    at[i] = time;
    dbm[i] = strength;
    antenna[i] = (byte) antennaIndex;
    added = added == Integer.MAX_VALUE ? 2 * HALF : added + 1;
  }

  List<RawRead> list(List<AntennaRef> antennas) {
    List<RawRead> all = new ArrayList<>();
    int from = Math.max(HALF, added - HALF);
    for (int i = 0; i < Math.min(added, HALF); i++) {
      all.add(one(i, antennas));
    }
    for (int i = from; i < added; i++) {
      all.add(one(HALF + (i - HALF) % HALF, antennas));
    }
    return all;
  }

  private RawRead one(int i, List<AntennaRef> antennas) {
    return new RawRead(
        antennas.get(antenna[i]),
        Nanos.instant(at[i]),
        Float.isNaN(dbm[i]) ? OptionalDouble.empty() : OptionalDouble.of(dbm[i]));
  }
}
