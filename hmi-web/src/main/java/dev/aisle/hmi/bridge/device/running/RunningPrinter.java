package dev.aisle.hmi.bridge.device.running;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.printer.LabelPrinter;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.device.printer.PrinterStatus;
import dev.aisle.hmi.app.site.StationDevice;
import dev.aisle.hmi.bridge.device.print.PrintQueue;
import dev.aisle.hmi.bridge.device.telegram.TelegramLog;
import dev.aisle.hmi.live.device.DeviceDetails;
import dev.aisle.hmi.live.device.DeviceStatus.DeviceKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A label printer with its queue. */
public final class RunningPrinter implements RunningDevice {
  private final StationDevice.Printer entry;
  private final LabelPrinter printer;
  private final PrintQueue queue;
  private final TelegramLog telegrams;
  private final AtomicLong printed = new AtomicLong();
  private final AtomicLong held = new AtomicLong();

  public RunningPrinter(
      StationDevice.Printer entry,
      LabelPrinter printer,
      PrintQueue queue,
      TelegramLog telegrams,
      StationListener listener) {
    this.entry = entry;
    this.printer = printer;
    this.queue = queue;
    this.telegrams = telegrams;
    printer.onOutcome(
        outcome -> {
          queue.heard(outcome);
          (outcome.result() == PrintOutcome.Result.PRINTED ? printed : held).incrementAndGet();
          listener.printed(entry, outcome);
        });
  }

  @Override
  public StationDevice.Printer entry() {
    return entry;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PRINTER;
  }

  @Override
  public void open() {
    printer.open();
  }

  @Override
  public DeviceHealth health() {
    return printer.health();
  }

  public PrintQueue queue() {
    return queue;
  }

  /** What it says that keeps it from printing, as words such as {@code paper-out}. */
  public List<String> troubles() {
    return printer.health().link() == LinkState.UP
        ? printer.status().stream()
            .flatMap(status -> status.troubles().stream().sorted())
            .map(RunningPrinter::word)
            .toList()
        : List.of();
  }

  /** {@code ready}, {@code printing}, {@code offline}, or the first of its troubles. */
  public String status() {
    if (printer.health().link() != LinkState.UP) {
      return "offline";
    }
    Optional<String> trouble = troubles().stream().findFirst();
    boolean busy = queue.jobs().stream().anyMatch(job -> job.state() == PrintJob.State.SENT);
    return trouble.orElse(busy ? "printing" : "ready");
  }

  private static String word(PrinterStatus.Trouble trouble) {
    return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public DeviceDetails.Special special(Instant now) {
    List<PrintJob> jobs = queue.jobs();
    return DeviceDetails.Special.ofQueue(
        new DeviceDetails.PrintQueue(
            jobs.size(),
            printed.get(),
            held.get(),
            status(),
            jobs.stream().findFirst().flatMap(job -> queue.since(job.id())).orElse(null)));
  }

  @Override
  public TelegramLog telegrams() {
    return telegrams;
  }

  @Override
  public Map<String, Object> found() {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("status", status());
    found.put("waiting", queue.jobs().size());
    return found;
  }

  @Override
  public void close() {
    printer.close();
  }
}
