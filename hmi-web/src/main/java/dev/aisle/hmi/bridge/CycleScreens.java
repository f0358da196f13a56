package dev.aisle.hmi.bridge;

import dev.aisle.device.rfid.cycle.CycleReport;
import dev.aisle.hmi.app.site.ReadCycle;
import dev.aisle.hmi.bridge.readpoint.ReadCycles;
import dev.aisle.hmi.bridge.readpoint.ReadPointWatch;
import dev.aisle.hmi.live.device.CyclePort;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Read cycles in the words of the screens. */
@Component
final class CycleScreens implements CyclePort {
  private final Bridge bridge;
  private final Clock clock;

  CycleScreens(Bridge bridge, Clock clock) {
    this.bridge = bridge;
    this.clock = clock;
  }

  private Optional<ReadCycles> cyclesNow() {
    return bridge.readPoints().map(ReadPointWatch::cycles);
  }

  @Override
  public List<CycleView> cycles() {
    return bridge.site().readCycles().stream().map(this::view).toList();
  }

  private CycleView view(ReadCycle cycle) {
    Optional<ReadCycles> now = cyclesNow();
    return new CycleView(
        cycle.id(),
        cycle.readPoints(),
        start(cycle),
        stop(cycle),
        now.map(cycles -> cycles.isRunning(cycle.id())).orElse(false),
        now.flatMap(cycles -> cycles.newestFirst(cycle.id()).stream().findFirst())
            .map(CycleScreens::report)
            .orElse(null));
  }

  private static List<CycleTrigger> start(ReadCycle cycle) {
    List<CycleTrigger> all = new ArrayList<>();
    cycle.start().point().ifPresent(point -> all.add(trigger(point)));
    cycle.start().every().ifPresent(every -> all.add(trigger("every", every)));
    all.add(new CycleTrigger("command", null, null, null));
    return all;
  }

  private static List<CycleTrigger> stop(ReadCycle cycle) {
    List<CycleTrigger> all = new ArrayList<>();
    cycle.stop().after().ifPresent(time -> all.add(trigger("after", time)));
    cycle.stop().stableFor().ifPresent(time -> all.add(trigger("stable", time)));
    cycle.stop().point().ifPresent(point -> all.add(trigger(point)));
    if (cycle.stop().firstTag()) {
      all.add(new CycleTrigger("first-tag", null, null, null));
    }
    all.add(trigger("longest", cycle.longest()));
    return all;
  }

  private static CycleTrigger trigger(ReadCycle.PointBecomes point) {
    return new CycleTrigger("point", point.point(), point.value(), null);
  }

  private static CycleTrigger trigger(String kind, Duration time) {
    return new CycleTrigger(kind, null, null, time.toMillis());
  }

  private static CycleReportView report(CycleReport report) {
    return new CycleReportView(
        report.cycle(),
        report.number(),
        report.at(),
        report.length().toMillis(),
        word(report.began()),
        word(report.ended()),
        report.reports().stream().map(one -> new CycleTags(word(one.set()), one.epcs())).toList(),
        report.dropped());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private boolean known(String cycle) {
    return bridge.site().readCycles().stream().anyMatch(one -> one.id().equals(cycle));
  }

  @Override
  public Optional<List<CycleReportView>> reports(String cycle) {
    return known(cycle)
        ? Optional.of(
            cyclesNow().map(now -> now.newestFirst(cycle)).orElse(List.of()).stream()
                .map(CycleScreens::report)
                .toList())
        : Optional.empty();
  }

  @Override
  public boolean begin(String cycle) {
    return cyclesNow().map(now -> now.begin(cycle, clock.instant())).orElse(false);
  }

  @Override
  public boolean end(String cycle) {
    return cyclesNow().map(now -> now.end(cycle, clock.instant())).orElse(false);
  }
}
