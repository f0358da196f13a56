package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.pass.record.Passage;
import dev.aisle.device.rfid.pass.record.Verdict;
import dev.aisle.device.rfid.readpoint.AntennaLine;
import dev.aisle.device.rfid.smoothing.SmoothedTag;
import org.jspecify.annotations.Nullable;

/** One tag at one read point, from its first read until it is gone, with what it was heard by. */
public final class Visit extends SmoothedTag {
  public final PointState point;
  public final @Nullable Signal signal;
  private final @Nullable Tally[] tallies;
  private final @Nullable RawReads raw;
  private final double[] strongest = {Signal.SILENT, Signal.SILENT, Signal.SILENT};

  /** The next visit of the same tag at another read point. */
  @Nullable Visit next;

  /** Place in the list of all visits; -1 when it is no longer there. */
  public int index = -1;

  /** When it was last judged without a verdict. */
  public long askedAt;

  public boolean ended;

  /** Set once decided. */
  @Nullable Verdict verdict;

  public long number;
  public long decidedAt;
  @Nullable Passage passage;

  /** True once a passage went by while it stood here. */
  boolean stoodInPassage;

  /** What one antenna heard. */
  public static final class Tally {
    int count;
    long first;
    long last;
    float peak = Float.NaN;
    long peakAt;
  }

  public Visit(String epcHex, PointState point, int antenna, AntennaLine line, long at, float dbm) {
    super(epcHex, at, point.times);
    this.point = point;
    this.signal = point.looksAtTime ? new Signal() : null;
    this.tallies = new @Nullable Tally[point.antennas.size()];
    this.raw = point.keepsEvidence ? new RawReads() : null;
    heard(antenna, line, at, dbm);
  }

  public void heard(int antenna, AntennaLine line, long at, float dbm) {
    Signal over = signal;
    if (over != null) {
      over.add(line, at, dbm);
    }
    if (raw != null) {
      raw.add(antenna, at, dbm);
    }
    Tally tally = tallies[antenna];
    if (tally == null) {
      tally = new Tally();
      tally.first = at;
      tallies[antenna] = tally;
    }
    tally.count++;
    tally.last = at;
    if (!(dbm <= tally.peak)) {
      tally.peak = dbm;
      tally.peakAt = at;
    }
    if (dbm > strongest[2]) {
      sortIn(dbm);
    }
  }

  private void sortIn(float dbm) {
    if (dbm > strongest[0]) {
      strongest[2] = strongest[1];
      strongest[1] = strongest[0];
      strongest[0] = dbm;
    } else if (dbm > strongest[1]) {
      strongest[2] = strongest[1];
      strongest[1] = dbm;
    } else {
      strongest[2] = dbm;
    }
  }

  /**
   * The strength in dBm that three reads reached, or as many as there were; NaN where the reader
   * tells none.
   */
  public double strength() {
    if (strongest[0] == Signal.SILENT) {
      return Double.NaN;
    }
    if (strongest[2] != Signal.SILENT) {
      return strongest[2];
    }
    return strongest[1] == Signal.SILENT ? strongest[0] : strongest[1];
  }

  /** NaN where the reader tells none. */
  double peak() {
    return strongest[0] == Signal.SILENT ? Double.NaN : strongest[0];
  }

  @Nullable Tally tally(int antenna) {
    return tallies[antenna];
  }

  @Nullable RawReads raw() {
    return raw;
  }
}
