package dev.aisle.device.rfid.smoothing;

import java.time.Duration;

/**
 * When a tag counts as seen and as gone (the tag smoothing properties of ALE 1.1), and how eyes and
 * reads belong together.
 *
 * @param glimpsedTimeout a tag read too rarely is forgotten after this time without a read
 * @param observedCount reads that make it observed
 * @param observedTime time between first and last read that makes it observed
 * @param lostTimeout an observed tag is gone after this time without a read
 * @param eyes true where two photo-eyes tell the direction
 * @param passTime longest time between the two eyes
 * @param slack a read this long before the first or after the second eye still belongs to the pass
 * @param waiting a tag first read longer than this before the first eye was standing there and does
 *     not belong to the pass
 * @param mostTags most tags kept at once
 */
public record SmoothingRules(
    Duration glimpsedTimeout,
    int observedCount,
    Duration observedTime,
    Duration lostTimeout,
    boolean eyes,
    Duration passTime,
    Duration slack,
    Duration waiting,
    int mostTags) {

  public SmoothingRules {
    if (observedCount < 1 || mostTags < 1) {
      throw new IllegalArgumentException("counts start at 1");
    }
  }

  /** A dock portal with two eyes. */
  public static SmoothingRules dockPortal() {
    return new SmoothingRules(
        Duration.ofMillis(500),
        2,
        Duration.ZERO,
        Duration.ofSeconds(3),
        true,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        1_000);
  }

  /** A head that already says only what lies still before it. */
  public static SmoothingRules head() {
    return new SmoothingRules(
        Duration.ofSeconds(3),
        1,
        Duration.ZERO,
        Duration.ofSeconds(3),
        false,
        Duration.ofSeconds(1),
        Duration.ZERO,
        Duration.ZERO,
        100);
  }
}
