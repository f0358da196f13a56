package dev.aisle.device.rfid.cycle;

import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.readpoint.EpcFilter;
import dev.aisle.device.rfid.smoothing.SmoothingRules;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What to look at, when, and what to say about it (the ECSpec of ALE 1.1).
 *
 * @param antennas the logical reader: any antennas of any readers
 * @param start any of these begins a cycle
 * @param stop any of these ends it; none of them would let it run for ever, so {@code longest} does
 *     too
 * @param reports at least one
 * @param longest a cycle ends after this time whatever its triggers say
 * @param mostTags most tags in one cycle
 */
public record CycleSpec(
    String name,
    Set<AntennaRef> antennas,
    SmoothingRules smoothing,
    List<StartTrigger> start,
    List<StopTrigger> stop,
    List<ReportSpec> reports,
    Duration longest,
    int mostTags) {

  /** Which tags a report names. */
  public enum ReportSet {
    /** All tags of this cycle. */
    CURRENT,
    /** Tags of this cycle that were not in the last one. */
    ADDITIONS,
    /** Tags of the last cycle that are not in this one. */
    DELETIONS
  }

  /**
   * @param evenIfEmpty false when a report without tags is left out
   */
  public record ReportSpec(String name, ReportSet set, EpcFilter filter, boolean evenIfEmpty) {}

  public CycleSpec {
    antennas = Set.copyOf(antennas);
    start = List.copyOf(start);
    stop = List.copyOf(stop);
    reports = List.copyOf(reports);
    if (antennas.isEmpty() || start.isEmpty() || reports.isEmpty() || mostTags < 1) {
      throw new IllegalArgumentException(
          "cycle %s needs an antenna, a start, a report and room for a tag".formatted(name));
    }
    if (!longest.isPositive()) {
      throw new IllegalArgumentException("cycle %s could never end".formatted(name));
    }
  }
}
