package dev.aisle.hmi.app.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What decides that a tag was at a read point. What is not written is as the preset has it.
 *
 * @param neighbours read points that may hear the same tags
 * @param mostTags tags kept at once
 */
public record ReadRules(
    Smoothing smoothing,
    Eyes eyes,
    Lines lines,
    Strength strength,
    Tags tags,
    List<String> neighbours,
    OptionalInt mostTags) {
  public ReadRules {
    neighbours = List.copyOf(neighbours);
  }

  /** What is usual at a kind of place. */
  public enum Preset {
    PORTAL,
    CONVEYOR,
    SHELF,
    HEAD
  }

  /**
   * How single reads become one presence (ALE 1.1, tag smoothing).
   *
   * @param glimpsedFor a tag read too rarely is forgotten after this time
   * @param observedReads and {@code observedTime}: what makes it observed
   * @param lostAfter an observed tag is gone after this time without a read
   */
  public record Smoothing(
      Preset preset,
      Optional<Duration> glimpsedFor,
      OptionalInt observedReads,
      Optional<Duration> observedTime,
      Optional<Duration> lostAfter) {}

  /**
   * @param passWithin longest time between the two eyes
   * @param slack a read so long before or after still belongs to the pass
   * @param standingAfter a tag heard for longer before the first eye was standing there
   */
  public record Eyes(
      Optional<Duration> passWithin, Optional<Duration> slack, Optional<Duration> standingAfter) {}

  /**
   * @param must a tag counts only when both lines heard it in the order of its direction
   */
  public record Lines(OptionalInt leastReads, Optional<Duration> leastTime, boolean must) {}

  /**
   * @param leastRssiDbm weaker tags are strays
   * @param leastReads fewer are strays
   * @param marginDb by so much a tag must be stronger here than at a neighbour
   * @param sureDbm from here on a tag is not awaited at the neighbours
   * @param riseDb a tag that stood there is moved when it becomes stronger by so much
   */
  public record Strength(
      OptionalInt leastRssiDbm,
      OptionalInt leastReads,
      OptionalDouble marginDb,
      OptionalDouble sureDbm,
      OptionalDouble riseDb) {}

  /**
   * @param alwaysThere tags that belong to the place, upper-case hex
   * @param staticAfterPasses a tag heard in so many passes without being carried belongs to it too
   * @param include and {@code exclude}: beginnings of EPCs, or EPC patterns
   * @param doubtfulReads needed of an EPC of no known scheme that nobody expects
   * @param onlyExpected nothing counts but what is announced, while there is such a list
   * @param notAgainWithin a tag that was told is not told in the same direction again
   */
  public record Tags(
      List<String> alwaysThere,
      OptionalInt staticAfterPasses,
      List<String> include,
      List<String> exclude,
      OptionalInt doubtfulReads,
      boolean onlyExpected,
      Optional<Duration> notAgainWithin) {
    public Tags {
      alwaysThere = List.copyOf(alwaysThere);
      include = List.copyOf(include);
      exclude = List.copyOf(exclude);
    }
  }
}
