package dev.aisle.hmi.bridge;

import dev.aisle.device.printer.HeldLabel;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.hmi.bridge.device.Devices;
import dev.aisle.hmi.bridge.device.print.PrintQueue;
import dev.aisle.hmi.bridge.device.running.RunningPrinter;
import dev.aisle.hmi.bridge.label.UnitLabels;
import dev.aisle.hmi.live.device.FileTrouble;
import dev.aisle.hmi.live.device.PrintPort;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import dev.aisle.wms.shared.Sscc;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts labels into the queues of the printers, and lets people decide about those that are held.
 */
@Component
final class PrintDesk implements PrintPort {
  private static final Logger LOG = LoggerFactory.getLogger(PrintDesk.class);
  private static final int MOST_DONE = 100;
  private static final int SSCC_DIGITS = 18;

  private final Bridge bridge;
  private final UnitLabels labels;
  private final LiveChanges screens;

  PrintDesk(Bridge bridge, UnitLabels labels, LiveChanges screens) {
    this.bridge = bridge;
    this.labels = labels;
    this.screens = screens;
  }

  private Optional<RunningPrinter> printer(String name) {
    return bridge.running().flatMap(devices -> devices.printer(name));
  }

  @Override
  public Optional<List<Job>> jobs(String printer) {
    return printer(printer).map(known -> jobs(known.queue()));
  }

  private static List<Job> jobs(PrintQueue queue) {
    List<Job> jobs = new ArrayList<>();
    for (PrintJob job : queue.jobs()) {
      jobs.add(
          new Job(
              job.id(),
              sscc(job.id()),
              State.valueOf(job.state().name()),
              job.epcHex().orElse(null),
              job.tries(),
              job.held().map(held -> held.why().word()).orElse(null),
              job.held().map(HeldLabel::values).orElse(Map.of()),
              queue.since(job.id()).orElse(null)));
    }
    queue.done().stream()
        .limit(MOST_DONE)
        .forEach(
            done ->
                jobs.add(
                    new Job(
                        done.job(),
                        sscc(done.job()),
                        State.valueOf(done.end().name()),
                        null,
                        0,
                        null,
                        Map.of(),
                        done.at())));
    return jobs;
  }

  /** Jobs are named by what they are a label of. */
  private static @org.jspecify.annotations.Nullable String sscc(String job) {
    return job.matches("[0-9]{18}(-.*)?") ? job.substring(0, SSCC_DIGITS) : null;
  }

  /** The label of a unit that was just packed; one wish a unit, however often it is asked. */
  Optional<Answer> printFor(String station, Sscc unit) {
    return bridge
        .running()
        .flatMap(devices -> devices.printerAt(station))
        .map(printer -> put(printer, unit, unit.digits()));
  }

  @Override
  public Answer print(String printer, String sscc, String copy, String by) {
    Optional<RunningPrinter> known = printer(printer);
    if (known.isEmpty()) {
      return new Answer.NoPrinter();
    }
    Sscc unit;
    try {
      unit = new Sscc(sscc);
    } catch (IllegalArgumentException e) {
      return new Answer.NoLabel();
    }
    Answer answer = put(known.get(), unit, sscc + "-" + copy);
    if (answer instanceof Answer.Done(String job, boolean changed) && changed) {
      LOG.info("{} wants the label {} on {}", by, job, printer);
    }
    return answer;
  }

  private Answer put(RunningPrinter printer, Sscc unit, String id) {
    Optional<PrintJob> job = labels.job(id, unit, printer.entry());
    if (job.isEmpty()) {
      return new Answer.NoLabel();
    }
    try {
      return answer(id, printer.queue().add(job.get()), printer);
    } catch (IOException e) {
      return notKept(id, printer, e);
    }
  }

  @Override
  public Answer again(String printer, String job, String by) {
    return decide(printer, job, by, PrintQueue::again);
  }

  @Override
  public Answer cancel(String printer, String job, String by) {
    return decide(printer, job, by, PrintQueue::cancel);
  }

  private interface Decision {
    PrintQueue.Answer on(PrintQueue queue, String job) throws IOException;
  }

  private Answer decide(String name, String job, String by, Decision decision) {
    Optional<RunningPrinter> printer = printer(name);
    if (printer.isEmpty()) {
      return new Answer.NoPrinter();
    }
    try {
      Answer answer = answer(job, decision.on(printer.get().queue(), job), printer.get());
      LOG.info("{} decided about {} of {}: {}", by, job, name, answer);
      return answer;
    } catch (IOException e) {
      return notKept(job, printer.get(), e);
    }
  }

  private static Answer notKept(String job, RunningPrinter printer, IOException why) {
    LOG.warn(
        "{}: the label {} could not be put into the queue in {}: {}",
        printer.entry().name(),
        job,
        printer.queue().folder(),
        why.getMessage());
    return new Answer.NotKept(FileTrouble.of(why, printer.queue().folder()));
  }

  private Answer answer(String job, PrintQueue.Answer answer, RunningPrinter printer) {
    screens.changed(LiveTopic.DEVICES);
    return switch (answer) {
      case DONE -> new Answer.Done(job, true);
      case KNOWN -> new Answer.Done(job, false);
      case FULL -> new Answer.QueueFull(printer.queue().jobs().size());
      case UNKNOWN -> new Answer.NoJob();
      case WITH_PRINTER -> new Answer.WithPrinter();
    };
  }

  /** Whether the label of a unit came out of the station's printer; true where there is none. */
  public boolean isLabelled(String station, Sscc unit) {
    Optional<RunningPrinter> printer =
        bridge.running().flatMap((Devices devices) -> devices.printerAt(station));
    return printer.isEmpty() || printer.get().queue().wasPrinted(unit.digits());
  }
}
