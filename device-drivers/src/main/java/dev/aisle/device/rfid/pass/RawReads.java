package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.record.RawRead;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.smoothing.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The first and the latest reads of a visit, eight each; in one array, near each other in memory.
 */
final class RawReads {
  private static final int HALF = 8;

  /** Time, then strength and antenna, of each read. */
  private final long[] reads = new long[4 * HALF];

  private int added;

  public void add(int antennaIndex, long time, float strength) {
    int i = added < HALF ? added : HALF + (added - HALF) % HALF;
    reads[2 * i] = time;
    reads[2 * i + 1] = ((long) Float.floatToRawIntBits(strength) << Integer.SIZE) | antennaIndex;
    added = added == Integer.MAX_VALUE ? 2 * HALF : added + 1;
  }

  public List<RawRead> list(List<AntennaRef> antennas) {
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
    long packed = reads[2 * i + 1];
    float dbm = Float.intBitsToFloat((int) (packed >>> Integer.SIZE));
    return new RawRead(
        antennas.get((int) packed),
        Nanos.instant(reads[2 * i]),
        Float.isNaN(dbm) ? OptionalDouble.empty() : OptionalDouble.of(dbm));
  }
}
