package dev.aisle.device.rfid.smoothing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of one logical reader, smoothed. Knows no clock: time is what the reads and {@link
 * #expire} say. Not for use by several threads.
 *
 * <p>Overflow: when as many tags are known as may be, the tag glimpsed longest ago makes room; with
 * none only glimpsed, the new tag is not taken up and counted in {@link #dropped()}.
 */
public final class TagSmoother {
  private final SmoothingTimes times;
  private final int mostTags;
  private final Map<String, SmoothedTag> glimpsed = new LinkedHashMap<>();
  private final Map<String, SmoothedTag> observed = new LinkedHashMap<>();
  private long dropped;

  /** What one read changed. */
  public enum Change {
    /** Nothing that is reported: glimpsed, or observed already. */
    NONE,
    OBSERVED,
    /** Lost unnoticed since the last {@link #expire}, and observed again by this read. */
    LOST_AND_OBSERVED,
    /** Lost unnoticed since the last {@link #expire}, and only glimpsed by this read. */
    LOST
  }

  public TagSmoother(SmoothingRules rules, int mostTags) {
    if (mostTags < 1) {
      throw new IllegalArgumentException("room for one tag at least");
    }
    this.times = new SmoothingTimes(rules);
    this.mostTags = mostTags;
  }

  public Change read(String epcHex, Instant at) {
    long now = Nanos.of(at);
    SmoothedTag known = observed.get(epcHex);
    if (known != null) {
      if (!known.isOver(now)) {
        known.readAgain(now);
        return Change.NONE;
      }
      observed.remove(epcHex);
      return begin(epcHex, now) ? Change.LOST_AND_OBSERVED : Change.LOST;
    }
    known = glimpsed.get(epcHex);
    if (known == null || known.isOver(now)) {
      glimpsed.remove(epcHex);
      return begin(epcHex, now) ? Change.OBSERVED : Change.NONE;
    }
    if (!known.readAgain(now)) {
      return Change.NONE;
    }
    glimpsed.remove(epcHex);
    observed.put(epcHex, known);
    return Change.OBSERVED;
  }

  private boolean begin(String epcHex, long now) {
    if (glimpsed.size() + observed.size() >= mostTags && !forgetOldestGlimpse()) {
      dropped++;
      return false;
    }
    SmoothedTag tag = new SmoothedTag(epcHex, now, times);
    (tag.observed() ? observed : glimpsed).put(epcHex, tag);
    return tag.observed();
  }

  private boolean forgetOldestGlimpse() {
    Iterator<String> oldest = glimpsed.keySet().iterator();
    if (!oldest.hasNext()) {
      return false;
    }
    oldest.next();
    oldest.remove();
    dropped++;
    return true;
  }

  /** Lets time pass; gives the observed tags that are lost by now. */
  public List<SmoothedTag> expire(Instant time) {
    long now = Nanos.of(time);
    glimpsed.values().removeIf(tag -> tag.isOver(now));
    List<SmoothedTag> lost = new ArrayList<>();
    observed
        .values()
        .removeIf(
            tag -> {
              boolean over = tag.isOver(now);
              if (over) {
                lost.add(tag);
              }
              return over;
            });
    return lost;
  }

  public TagState state(String epcHex) {
    if (observed.containsKey(epcHex)) {
      return TagState.OBSERVED;
    }
    return glimpsed.containsKey(epcHex) ? TagState.GLIMPSED : TagState.UNKNOWN;
  }

  /** The tags observed now, longest known first. */
  public Collection<SmoothedTag> observed() {
    return List.copyOf(observed.values());
  }

  /** Tags that were not taken up, or forgotten early, for want of room. */
  public long dropped() {
    return dropped;
  }
}
