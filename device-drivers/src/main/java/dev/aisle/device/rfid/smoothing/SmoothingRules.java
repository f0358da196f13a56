package dev.aisle.device.rfid.smoothing;

import java.time.Duration;

/**
 * When a tag counts as seen and as gone: the four tag smoothing properties of a logical reader (ALE
 * 1.1, part I, tag smoothing).
 *
 * @param glimpsedTimeout a tag read too rarely is forgotten after this time without a read
 * @param observedCount reads that make it observed
 * @param observedTime time between first and latest read that makes it observed; both are needed
 * @param lostTimeout an observed tag is gone after this time without a read
 */
public record SmoothingRules(
    Duration glimpsedTimeout, int observedCount, Duration observedTime, Duration lostTimeout) {

  public SmoothingRules {
    if (observedCount < 1) {
      throw new IllegalArgumentException("a tag is observed after one read at the earliest");
    }
    if (glimpsedTimeout.isNegative() || observedTime.isNegative() || lostTimeout.isNegative()) {
      throw new IllegalArgumentException("times of the smoothing cannot be negative");
    }
  }

  /** A door that loads are driven through. */
  public static SmoothingRules dockPortal() {
    return new SmoothingRules(Duration.ofMillis(500), 2, Duration.ZERO, Duration.ofSeconds(3));
  }

  /** Single parcels in quick succession; a tag is in the field for half a second. */
  public static SmoothingRules conveyor() {
    return new SmoothingRules(Duration.ofMillis(200), 1, Duration.ZERO, Duration.ofMillis(700));
  }

  /** A shelf or bin, where things stay and a missed round means nothing. */
  public static SmoothingRules shelf() {
    return new SmoothingRules(Duration.ofSeconds(10), 2, Duration.ZERO, Duration.ofSeconds(60));
  }

  /** A head that already says only what lies still before it. */
  public static SmoothingRules head() {
    return new SmoothingRules(Duration.ofSeconds(3), 1, Duration.ZERO, Duration.ofSeconds(3));
  }

  /**
   * A head that is asked again and again: present after two equal answers, lost after three misses.
   */
  public static SmoothingRules polledHead(Duration poll) {
    return new SmoothingRules(poll.multipliedBy(2), 2, Duration.ZERO, poll.multipliedBy(3));
  }
}
