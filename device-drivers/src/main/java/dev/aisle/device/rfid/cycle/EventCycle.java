package dev.aisle.device.rfid.cycle;

import dev.aisle.device.rfid.TagRead;
import dev.aisle.device.rfid.cycle.CycleReport.Began;
import dev.aisle.device.rfid.cycle.CycleReport.Ended;
import dev.aisle.device.rfid.cycle.CycleReport.Report;
import dev.aisle.device.rfid.cycle.CycleSpec.ReportSet;
import dev.aisle.device.rfid.cycle.CycleSpec.ReportSpec;
import dev.aisle.device.rfid.readpoint.AntennaRef;
import dev.aisle.device.rfid.smoothing.SmoothedTag;
import dev.aisle.device.rfid.smoothing.TagSmoother;
import dev.aisle.device.rfid.smoothing.TagSmoother.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One specification at work. Smoothing goes on between the cycles, so that a tag observed before a
 * cycle began and not lost since is in it. Knows no clock: time is that of the events, and of
 * {@link #advance}. For one thread.
 */
public final class EventCycle {
  private static final int MOST_REPORTS = 1_000;

  private final CycleSpec spec;
  private final TagSmoother smoother;
  private final Deque<CycleReport> done = new ArrayDeque<>();
  private Set<String> before = Set.of();
  private @Nullable Running running;
  private @Nullable Instant lastBegan;
  private long number;
  private long droppedBefore;

  /** The cycle that is open. */
  private static final class Running {
    final Instant began;
    final Began why;
    final Set<String> tags = new LinkedHashSet<>();
    Instant newest;

    Running(Instant began, Began why) {
      this.began = began;
      this.why = why;
      this.newest = began;
    }
  }

  public EventCycle(CycleSpec spec) {
    this.spec = spec;
    this.smoother = new TagSmoother(spec.smoothing(), spec.mostTags());
  }

  public void read(TagRead read) {
    if (!spec.antennas().contains(new AntennaRef(read.reader(), Math.max(1, read.antenna())))) {
      return;
    }
    passTime(read.at());
    Change change = smoother.read(read.epcHex(), read.at());
    if (change == Change.OBSERVED || change == Change.LOST_AND_OBSERVED) {
      observed(read.epcHex(), read.at());
    }
  }

  private void observed(String epcHex, Instant at) {
    Running now = running;
    if (now == null || now.tags.size() >= spec.mostTags() || !now.tags.add(epcHex)) {
      return;
    }
    now.newest = at;
    if (has(StopTrigger.DataAvailable.class) && anyReportNames(epcHex)) {
      end(at, Ended.DATA_AVAILABLE);
    }
  }

  private boolean has(Class<? extends StopTrigger> kind) {
    return spec.stop().stream().anyMatch(kind::isInstance);
  }

  private boolean anyReportNames(String epcHex) {
    return spec.reports().stream()
        .anyMatch(
            report ->
                report.filter().lets(epcHex)
                    && (report.set() == ReportSet.CURRENT
                        || (report.set() == ReportSet.ADDITIONS && !before.contains(epcHex))));
  }

  /** A named point, such as an eye or a button, has this value now. */
  public void point(String name, boolean value, Instant at) {
    passTime(at);
    if (running != null && spec.stop().contains(new StopTrigger.PointBecomes(name, value))) {
      end(at, Ended.TRIGGER);
    } else if (running == null
        && spec.start().contains(new StartTrigger.PointBecomes(name, value))) {
      begin(at, Began.TRIGGER);
    }
  }

  /** Does nothing while a cycle runs. */
  public void begin(Instant at) {
    passTime(at);
    if (running == null) {
      begin(at, Began.COMMAND);
    }
  }

  /** Does nothing while no cycle runs. */
  public void end(Instant at) {
    passTime(at);
    if (running != null) {
      end(at, Ended.COMMAND);
    }
  }

  /** Lets time pass, also when nothing came in; to be called several times a second. */
  public void advance(Instant now) {
    passTime(now);
  }

  /** The reports of the cycles that ended since this was last asked, the latest thousand. */
  public List<CycleReport> take() {
    List<CycleReport> taken = List.copyOf(done);
    done.clear();
    return taken;
  }

  public boolean isRunning() {
    return running != null;
  }

  private void passTime(Instant now) {
    Running open = running;
    if (open != null) {
      Due due = due(open);
      if (!due.at().isAfter(now)) {
        smoother.expire(due.at());
        end(due.at(), due.why());
      }
    }
    smoother.expire(now);
    if (running == null) {
      repeat(now);
    }
  }

  private record Due(Instant at, Ended why) {}

  /** The earliest moment at which time alone ends the cycle. */
  private Due due(Running open) {
    Due earliest = new Due(open.began.plus(spec.longest()), Ended.LONGEST);
    for (StopTrigger trigger : spec.stop()) {
      Due one =
          switch (trigger) {
            case StopTrigger.After after ->
                new Due(open.began.plus(after.duration()), Ended.DURATION);
            case StopTrigger.StableSet stable ->
                new Due(open.newest.plus(stable.interval()), Ended.STABLE_SET);
            case StopTrigger.PointBecomes ignored -> earliest;
            case StopTrigger.DataAvailable ignored -> earliest;
          };
      earliest = one.at().isBefore(earliest.at()) ? one : earliest;
    }
    return earliest;
  }

  private void repeat(Instant now) {
    for (StartTrigger trigger : spec.start()) {
      if (trigger instanceof StartTrigger.Every(Duration period)) {
        Instant last = lastBegan;
        if (last == null || !last.plus(period).isAfter(now)) {
          begin(now, last == null ? Began.TRIGGER : Began.REPEAT_PERIOD);
          return;
        }
      }
    }
  }

  private void begin(Instant at, Began why) {
    Running now = new Running(at, why);
    running = now;
    lastBegan = at;
    number++;
    droppedBefore = smoother.dropped();
    for (SmoothedTag tag : smoother.observed()) {
      observed(tag.epcHex(), at);
      if (running != now) {
        return;
      }
    }
  }

  private void end(Instant at, Ended why) {
    Running ending = running;
    if (ending == null) {
      return;
    }
    running = null;
    List<Report> reports = new ArrayList<>();
    for (ReportSpec report : spec.reports()) {
      List<String> epcs = epcs(report, ending.tags);
      if (!epcs.isEmpty() || report.evenIfEmpty()) {
        reports.add(new Report(report.name(), report.set(), epcs));
      }
    }
    before = ending.tags;
    if (done.size() == MOST_REPORTS) {
      done.removeFirst();
    }
    done.add(
        new CycleReport(
            spec.name(),
            number,
            at,
            Duration.between(ending.began, at),
            ending.why,
            why,
            reports,
            smoother.dropped() - droppedBefore));
  }

  private List<String> epcs(ReportSpec report, Set<String> now) {
    Set<String> from = report.set() == ReportSet.DELETIONS ? before : now;
    Set<String> without =
        switch (report.set()) {
          case CURRENT -> Set.of();
          case ADDITIONS -> before;
          case DELETIONS -> now;
        };
    return from.stream()
        .filter(epc -> !without.contains(epc) && report.filter().lets(epc))
        .toList();
  }
}
