package dev.aisle.device.rfid.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one event cycle saw (the ECReports of ALE 1.1).
 *
 * @param number of the cycle, from 1
 * @param began why it began, and {@code ended} why it ended
 * @param dropped tags that found no room in this cycle
 */
public record CycleReport(
    String cycle,
    long number,
    Instant at,
    Duration length,
    Began began,
    Ended ended,
    List<Report> reports,
    long dropped) {

  public CycleReport {
    reports = List.copyOf(reports);
  }

  /** Why a cycle began. */
  public enum Began {
    TRIGGER,
    REPEAT_PERIOD,
    COMMAND
  }

  /** Why a cycle ended. */
  public enum Ended {
    DURATION,
    TRIGGER,
    STABLE_SET,
    DATA_AVAILABLE,
    COMMAND,
    /** It ran as long as any cycle may. */
    LONGEST
  }

  /** EPCs in upper-case hex, in the order in which they were observed. */
  public record Report(String name, CycleSpec.ReportSet set, List<String> epcs) {
    public Report {
      epcs = List.copyOf(epcs);
    }
  }
}
