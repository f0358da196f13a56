package dev.aisle.hmi.bridge;

import dev.aisle.device.printer.PrintJob;
import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.bridge.alarm.Watch;
import dev.aisle.hmi.bridge.device.Devices;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.work.Rounds;
import dev.aisle.hmi.live.device.StationPort.StationWeight;
import dev.aisle.hmi.live.event.LiveMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells the screens what the scales show whenever that changed, and calls somebody when a printer
 * needs a hand or a label waits for a decision.
 */
@Component
public final class StationWatch extends Watch {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int PRINTERS_EVERY = 3;

  /** The word of a printer's state and whom it calls. */
  static final Map<String, AlarmType> CALLS =
      Map.of(
          "paper-out", AlarmType.PRINTER_PAPER_OUT,
          "ribbon-out", AlarmType.PRINTER_RIBBON_OUT,
          "head-open", AlarmType.PRINTER_HEAD_OPEN,
          "paused", AlarmType.PRINTER_PAUSED);

  private final Site site;
  private final Bridge bridge;
  private final LiveMessages messages;
  private final Alarms alarms;
  private final Map<String, StationWeight> told = new HashMap<>();
  private Set<String> watched = Set.of();
  private int looks;

  public StationWatch(Site site, Bridge bridge, LiveMessages messages, Alarms alarms) {
    this.site = site;
    this.bridge = bridge;
    this.messages = messages;
    this.alarms = alarms;
  }

  @Override
  public Rounds rounds() {
    return new Rounds("stations", PAUSE, () -> bridge.running().ifPresent(this::look));
  }

  private void look(Devices devices) {
    for (Site.Station station : site.stations()) {
      devices
          .scaleAt(station.id())
          .map(scale -> StationTables.weight(station.id(), scale))
          .ifPresent(this::tell);
    }
    if (looks++ % PRINTERS_EVERY == 0) {
      List<RunningPrinter> printers = devices.printers();
      printers.forEach(this::look);
      forgetRemoved(printers);
    }
  }

  /** A weight that is only read again is no news. */
  private void tell(StationWeight now) {
    StationWeight without =
        new StationWeight(
            now.station(),
            now.scale(),
            now.connected(),
            now.shownG(),
            now.stableG(),
            now.overload(),
            now.tolerancePercent(),
            now.toleranceG(),
            null);
    if (!without.equals(told.put(now.station(), without))) {
      messages.send(StationWeight.EVENT, now);
    }
  }

  private void look(RunningPrinter printer) {
    List<String> troubles = printer.troubles();
    Map<String, String> params = Map.of("device", printer.name());
    CALLS.forEach(
        (word, type) -> alarms.set(type, printer.name(), troubles.contains(word), params));
    Optional<PrintJob> held =
        printer.queue().jobs().stream()
            .filter(job -> job.state() == PrintJob.State.HELD)
            .findFirst();
    alarms.set(
        AlarmType.LABEL_HELD,
        printer.name(),
        held.isPresent(),
        Map.of(
            "device",
            printer.name(),
            "job",
            held.map(PrintJob::id).orElse(""),
            "why",
            held.flatMap(PrintJob::held).map(label -> label.why().word()).orElse("")));
  }

  private void forgetRemoved(List<RunningPrinter> printers) {
    Set<String> names = new HashSet<>();
    printers.forEach(printer -> names.add(printer.name()));
    for (String gone : watched) {
      if (!names.contains(gone)) {
        CALLS.values().forEach(type -> alarms.clear(type, gone));
        alarms.clear(AlarmType.LABEL_HELD, gone);
      }
    }
    watched = names;
  }
}
