package dev.aisle.device.rfid.pass;

import dev.aisle.device.rfid.readpoint.AntennaLine;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How strongly a tag was heard over the last twelve seconds, in slices of an eighth of a second for
 * each antenna line. Fixed size; one read costs one slice.
 */
public final class Signal {
  public static final long SLICE = 125_000_000L;
  static final int SLICES = 96;
  public static final double SILENT = Double.NEGATIVE_INFINITY;
  private static final int LINES = AntennaLine.values().length;
  private static final int COUNT_SHIFT = 16;
  private static final int MOST_COUNTED = Short.MAX_VALUE;
  private static final short NO_DBM = Short.MIN_VALUE;
  private static final double CENTI = 100;
  private static final double FLOOR_DBM = -90;
  private static final double DB_PER_DECADE_OF_AMPLITUDE = 20;

  /**
   * Of each slice and line the reads (high half) and the peak in hundredths of a dBm (low half).
   */
  private final int[] cells = new int[SLICES * LINES];

  private long newest = Long.MIN_VALUE;

  /** {@code dbm} is NaN where the reader does not tell. */
  public void add(AntennaLine line, long at, float dbm) {
    long slice = Math.floorDiv(at, SLICE);
    if (newest == Long.MIN_VALUE) {
      newest = slice;
    } else if (slice > newest) {
      clearUpTo(slice);
    } else if (slice <= newest - SLICES) {
      return;
    }
    int i = Math.floorMod(slice, SLICES) * LINES + place(line);
    int cell = cells[i];
    int count = cell >>> COUNT_SHIFT;
    short peak = (short) cell;
    short heard = Float.isNaN(dbm) ? NO_DBM : (short) Math.round(dbm * (float) CENTI);
    if (count == 0 || heard > peak) {
      peak = heard;
    }
    cells[i] = (Math.min(count + 1, MOST_COUNTED) << COUNT_SHIFT) | (peak & 0xFFFF);
  }

  private void clearUpTo(long slice) {
    if (slice - newest >= SLICES) {
      Arrays.fill(cells, 0);
    } else {
      for (long s = newest + 1; s <= slice; s++) {
        int from = Math.floorMod(s, SLICES) * LINES;
        Arrays.fill(cells, from, from + LINES, 0);
      }
    }
    newest = slice;
  }

  /** Reads between two times, to the slice. */
  public int count(long from, long to) {
    int sum = 0;
    for (long s = oldest(from); s <= newest && s * SLICE <= to; s++) {
      int i = Math.floorMod(s, SLICES) * LINES;
      for (int line = 0; line < LINES; line++) {
        sum += cells[i + line] >>> COUNT_SHIFT;
      }
    }
    return sum;
  }

  /**
   * The strength in dBm that three slices between two times reached, or as many as there were;
   * {@link #SILENT} without reads, NaN without dBm.
   */
  public double strength(long from, long to) {
    return strength(0, LINES, from, to);
  }

  /** The same, of one line alone. */
  public double strength(AntennaLine line, long from, long to) {
    return strength(place(line), place(line) + 1, from, to);
  }

  private double strength(int firstLine, int endLine, long from, long to) {
    double a = SILENT;
    double b = SILENT;
    double c = SILENT;
    boolean heard = false;
    for (long s = oldest(from); s <= newest && s * SLICE <= to; s++) {
      int i = Math.floorMod(s, SLICES) * LINES;
      for (int line = firstLine; line < endLine; line++) {
        if (cells[i + line] == 0) {
          continue;
        }
        heard = true;
        double dbm = peak(cells[i + line]);
        if (dbm > a) {
          c = b;
          b = a;
          a = dbm;
        } else if (dbm > b) {
          c = b;
          b = dbm;
        } else if (dbm > c) {
          c = dbm;
        }
      }
    }
    if (a == SILENT) {
      return heard ? Double.NaN : SILENT;
    }
    return c != SILENT ? c : b != SILENT ? b : a;
  }

  /** When one line heard the tag, weighted by strength, and over how long; null without reads. */
  @Nullable Profile profile(AntennaLine line, long from, long to) {
    long origin = (newest - SLICES) * SLICE;
    double weights = 0;
    double moments = 0;
    double squares = 0;
    for (long s = oldest(from); s <= newest && s * SLICE <= to; s++) {
      int i = Math.floorMod(s, SLICES) * LINES + place(line);
      if (cells[i] == 0) {
        continue;
      }
      double weight = weight(peak(cells[i]));
      double time = s * SLICE + SLICE / 2 - origin;
      weights += weight;
      moments += weight * time;
      squares += weight * time * time;
    }
    if (weights == 0) {
      return null;
    }
    double middle = moments / weights;
    return new Profile(middle, Math.sqrt(Math.max(0, squares / weights - middle * middle)));
  }

  /**
   * Nanoseconds.
   *
   * @param middle since some moment that is the same for all lines
   * @param spread standard deviation
   */
  public record Profile(double middle, double spread) {}

  public int count(AntennaLine line, long from, long to) {
    int sum = 0;
    for (long s = oldest(from); s <= newest && s * SLICE <= to; s++) {
      sum += cells[Math.floorMod(s, SLICES) * LINES + place(line)] >>> COUNT_SHIFT;
    }
    return sum;
  }

  private static double peak(int cell) {
    short centi = (short) cell;
    return centi == NO_DBM ? Double.NaN : centi / CENTI;
  }

  private static int place(AntennaLine line) {
    return switch (line) {
      case OUTER -> 0;
      case INNER -> 1;
      case NONE -> 2;
    };
  }

  /** Power counts, so that the long weak tails on both sides do not hide the peak. */
  private static double weight(double dbm) {
    return Double.isNaN(dbm)
        ? 1
        : Math.pow(10, 2 * (Math.max(dbm, FLOOR_DBM) - FLOOR_DBM) / DB_PER_DECADE_OF_AMPLITUDE);
  }

  private long oldest(long from) {
    return newest == Long.MIN_VALUE
        ? Long.MAX_VALUE
        : Math.max(Math.floorDiv(from, SLICE), newest - SLICES + 1);
  }
}
