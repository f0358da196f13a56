package dev.aisle.device.rfid.smoothing;

/**
 * One tag from its first read until it is unknown again. Times are nanoseconds since 1970, as of
 * {@link Nanos}. Not for use by several threads.
 */
public class SmoothedTag {
  private final String epcHex;
  private final SmoothingTimes times;
  private long first;
  private long last;
  private int count = 1;
  private boolean observed;

  /** The first read: glimpsed, and observed at once where one read is enough. */
  public SmoothedTag(String epcHex, long at, SmoothingTimes times) {
    this.epcHex = epcHex;
    this.times = times;
    this.first = at;
    this.last = at;
    this.observed = enough();
  }

  /**
   * A further read. The caller asks {@link #isOver} first: a read after the time-out is the first
   * read of another visit. A read that was overtaken on its way may be older than the latest.
   *
   * @return true when this read made the tag observed
   */
  public final boolean readAgain(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    count = count == Integer.MAX_VALUE ? count : count + 1;
    if (observed || !enough()) {
      return false;
    }
    observed = true;
    return true;
  }

  private boolean enough() {
    return count >= times.observedCount && last - first >= times.observedTime;
  }

  public final String epcHex() {
    return epcHex;
  }

  /** Only observed tags are reported; otherwise it is glimpsed. */
  public final boolean observed() {
    return observed;
  }

  public final long first() {
    return first;
  }

  public final long last() {
    return last;
  }

  public final int count() {
    return count;
  }

  /** The moment after which it is unknown again, unless it is read before. */
  public final long endsAt() {
    return last + (observed ? times.lostTimeout : times.glimpsedTimeout);
  }

  public final boolean isOver(long now) {
    return now > endsAt();
  }
}
