package dev.aisle.hmi.live.device;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read cycles: when they begin and end, and what was seen in them. Returns at once. */
public interface CyclePort {

  List<CycleView> cycles();

  /** The reports that are kept, newest first, bounded; empty when there is no such cycle. */
  Optional<List<CycleReportView>> reports(String cycle);

  /** Begins one now; does nothing while one runs. False when there is no such cycle. */
  boolean begin(String cycle);

  /** Ends the one that runs. False when there is no such cycle. */
  boolean end(String cycle);

  /**
   * A read cycle of the site.
   *
   * @param readPoints whose antennas it hears
   * @param start and {@code stop}: what begins and ends it, as the site file says it
   * @param running one is open now
   */
  @Schema(name = "ReadCycle")
  record CycleView(
      String id,
      List<String> readPoints,
      List<CycleTrigger> start,
      List<CycleTrigger> stop,
      boolean running,
      @Nullable CycleReportView last) {
    public CycleView {
      readPoints = List.copyOf(readPoints);
      start = List.copyOf(start);
      stop = List.copyOf(stop);
    }
  }

  /**
   * @param kind {@code point}, {@code every}, {@code command}, {@code after}, {@code stable},
   *     {@code first-tag} or {@code longest}
   * @param point which point of a controller, and the value it takes
   * @param millis how long
   */
  @Schema(name = "CycleTrigger")
  record CycleTrigger(
      String kind, @Nullable String point, @Nullable Boolean becomes, @Nullable Long millis) {}

  /**
   * One cycle that ended.
   *
   * @param began {@code trigger}, {@code repeat-period} or {@code command}
   * @param ended {@code duration}, {@code trigger}, {@code stable-set}, {@code data-available},
   *     {@code command} or {@code longest}
   * @param dropped tags that found no room
   */
  @Schema(name = "CycleReport")
  record CycleReportView(
      String cycle,
      long number,
      Instant at,
      long millis,
      String began,
      String ended,
      List<CycleTags> reports,
      long dropped) {
    public CycleReportView {
      reports = List.copyOf(reports);
    }
  }

  /**
   * @param set {@code current}, {@code additions} or {@code deletions}
   */
  @Schema(name = "CycleTags")
  record CycleTags(String set, List<String> epcs) {
    public CycleTags {
      epcs = List.copyOf(epcs);
    }
  }
}
