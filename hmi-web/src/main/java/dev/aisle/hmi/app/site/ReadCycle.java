package dev.aisle.hmi.app.site;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An event cycle (ALE 1.1, ECSpec): from a start to a stop, and then one report.
 *
 * @param readPoints its logical reader: the antennas of all of these; smoothing is that of the
 *     first
 * @param start any of these begins a cycle, and a person always may
 * @param stop any of these ends it, and so does {@code longest}
 * @param reports at least one
 * @param include and {@code exclude}: beginnings of EPCs, or EPC patterns
 * @param evenIfEmpty a report without tags is told too
 */
public record ReadCycle(
    String id,
    List<String> readPoints,
    Start start,
    Stop stop,
    List<ReportSet> reports,
    List<String> include,
    List<String> exclude,
    boolean evenIfEmpty,
    Duration longest,
    int mostTags) {
  public ReadCycle {
    readPoints = List.copyOf(readPoints);
    reports = List.copyOf(reports);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** A point of a controller takes a value, such as a photo-eye that gets dark. */
  public record PointBecomes(String point, boolean value) {}

  /** Nothing in it: only a person begins a cycle. */
  public record Start(Optional<PointBecomes> point, Optional<Duration> every) {}

  /**
   * @param stableFor no new tag for so long
   * @param firstTag the first tag that would be reported
   */
  public record Stop(
      Optional<Duration> after,
      Optional<Duration> stableFor,
      Optional<PointBecomes> point,
      boolean firstTag) {}

  /** Which tags a report names. */
  public enum ReportSet {
    CURRENT,
    ADDITIONS,
    DELETIONS
  }
}
