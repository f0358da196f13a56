package dev.aisle.device.printer;

import dev.aisle.device.link.BackOff;
import dev.aisle.device.link.DeviceFailure;
import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.DeviceLine;
import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.DeviceWork;
import dev.aisle.device.link.HealthMeter;
import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.printer.PrinterReplies.Reply;
import dev.aisle.device.printer.PrinterStatus.Trouble;
import dev.aisle.device.serial.ByteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A label printer that prints what is in its spool, one job after the other.
 *
 * <p>What is promised. A job in the spool is printed once, through outages of the printer, broken
 * connections and restarts of this program, if the printer counts its labels (variable {@code
 * odometer.total_label_count}) and prints for nobody else: the count is stored before a job is
 * sent, and an interrupted job is sent again only when the count shows that nothing of it came out.
 * For a printer that does not count, or a count that fits neither, the job is held and a person
 * decides; it is never printed twice by itself. A job with a tag is done only when the encoder has
 * read back what was to be written.
 */
public final class LabelPrinter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LabelPrinter.class);
  private static final String ASK_STATUS = "~HS";
  private static final String ASK_ERRORS = "~HQES";
  private static final String ASK_COUNT = "! U1 getvar \"odometer.total_label_count\"\r\n";

  /** Forgets a format that began and did not end, so that the next does not become part of it. */
  private static final String DROP_PARTIAL = "~JX";

  private static final int STATUS_LINES = 3;
  private static final int TRIES = 3;

  /** Answers kept that nobody has asked for yet; the oldest give way. */
  private static final int MOST_ANSWERS = 16;

  private final String name;
  private final ByteLink link;
  private final PrintSpool spool;
  private final PrinterTimes times;
  private final HealthMeter health;
  private final DeviceLine line;
  private final List<Consumer<PrintOutcome>> receivers = new CopyOnWriteArrayList<>();
  private volatile @Nullable PrinterStatus lastStatus;

  public LabelPrinter(String name, ByteLink link, PrintSpool spool, Clock clock) {
    this(name, link, spool, clock, PrinterTimes.STANDARD, BackOff.standard(name.hashCode()));
  }

  public LabelPrinter(
      String name,
      ByteLink link,
      PrintSpool spool,
      Clock clock,
      PrinterTimes times,
      BackOff backOff) {
    this.name = name;
    this.link = link;
    this.spool = spool;
    this.times = times;
    this.health = new HealthMeter(name, clock);
    this.line = new DeviceLine(name, new Work(), health, backOff);
  }

  public String name() {
    return name;
  }

  public String address() {
    return link.address();
  }

  /** Where jobs are put; they are taken from it within a second. */
  public PrintSpool spool() {
    return spool;
  }

  /** What it last said of itself. */
  public Optional<PrinterStatus> status() {
    return Optional.ofNullable(lastStatus);
  }

  /** Receives on the thread of the printer. To be called before {@link #open()}. */
  public void onOutcome(Consumer<PrintOutcome> receiver) {
    receivers.add(receiver);
  }

  public void open() {
    line.open();
  }

  public DeviceHealth health() {
    return health.read();
  }

  @Override
  public void close() {
    line.close();
  }

  private final class Work implements DeviceWork {
    private final ByteBuffer buffer = ByteBuffer.allocate(2048);
    private final PrinterReplies replies = new PrinterReplies();
    private final List<String> frames = new ArrayList<>();
    private final List<Reply.Tag> tags = new ArrayList<>();
    private @Nullable String value;
    private boolean interrupted;
    private boolean opening;
    private boolean counts;
    private long lastAskNanos;
    private long idleSinceNanos;
    private boolean wasIdle;

    @Override
    public void open() throws IOException, InterruptedException {
      link.open();
      replies.forget();
      tags.clear();
      wasIdle = false;
      interrupted = true;
      PrinterStatus status = askStatus();
      opening = true;
      counts = false;
      counts = askCount().isPresent();
      opening = false;
      if (status.partialFormat()) {
        send(DROP_PARTIAL);
      }
      tell(status);
    }

    @Override
    public void round() throws IOException, InterruptedException {
      pump();
      Optional<PrintJob> next = spool.next();
      boolean hurry = next.isPresent();
      Duration every = hurry ? times.whilePrinting() : times.whileIdle();
      if (System.nanoTime() - lastAskNanos < every.toNanos()) {
        return;
      }
      PrinterStatus status = askStatus();
      tell(status);
      if (next.isEmpty()) {
        return;
      }
      PrintJob job = next.get();
      if (job.state() == PrintJob.State.SENT) {
        follow(job, status);
      } else if (status.isReady() && status.isIdle()) {
        print(job);
      }
    }

    @Override
    public void close() {
      link.close();
    }

    private void print(PrintJob job) throws IOException, InterruptedException {
      if (job.tries() >= TRIES) {
        hold(job, HeldLabel.Why.NEVER_PRINTED, Map.of("tries", Integer.toString(TRIES)));
        return;
      }
      OptionalLong count = askCount();
      tags.clear();
      interrupted = false;
      wasIdle = false;
      spool.update(job.sent(count));
      send(job.zpl());
      lastAskNanos = System.nanoTime();
    }

    /** The job is with the printer, or was when the line broke. */
    private void follow(PrintJob job, PrinterStatus status)
        throws IOException, InterruptedException {
      Optional<Reply.Tag> tag =
          tags.stream().filter(read -> read.job().equals(job.id())).findFirst();
      if (job.epcHex().isPresent() && tag.isPresent()) {
        settleTag(job, tag.get());
        return;
      }
      if (!status.isReady() || !status.isIdle()) {
        wasIdle = false;
        if (interrupted && status.partialFormat()) {
          send(DROP_PARTIAL);
        }
        return;
      }
      if (!wasIdle) {
        wasIdle = true;
        idleSinceNanos = System.nanoTime();
      }
      boolean settled = System.nanoTime() - idleSinceNanos > times.settling().toNanos();
      OptionalLong now = askCount();
      if (now.isEmpty() || job.countBefore().isEmpty()) {
        settleUncounted(job, settled);
      } else {
        settleCounted(job, now.getAsLong() - job.countBefore().getAsLong(), settled);
      }
    }

    private void settleTag(PrintJob job, Reply.Tag tag) throws IOException {
      if (tag.epcHex().equalsIgnoreCase(job.epcHex().orElse(""))) {
        done(job);
      } else {
        hold(job, HeldLabel.Why.WRONG_TAG, Map.of("epc", tag.epcHex()));
      }
    }

    private void settleCounted(PrintJob job, long printed, boolean settled) throws IOException {
      if (printed >= job.copies() && job.epcHex().isEmpty()) {
        done(job);
      } else if (!settled) {
        return;
      } else if (printed == 0) {
        LOG.info("{} printed nothing of {}; it is sent again", name, job.id());
        spool.update(job.waiting());
      } else if (job.epcHex().isPresent()) {
        hold(job, HeldLabel.Why.TAG_NOT_READ, Map.of());
      } else {
        hold(
            job,
            HeldLabel.Why.TOO_FEW,
            Map.of("printed", Long.toString(printed), "wanted", Integer.toString(job.copies())));
      }
    }

    private void settleUncounted(PrintJob job, boolean settled) throws IOException {
      if (!settled) {
        return;
      }
      if (interrupted) {
        hold(job, HeldLabel.Why.LINE_BROKE, Map.of());
      } else if (job.epcHex().isPresent()) {
        hold(job, HeldLabel.Why.TAG_NOT_READ, Map.of());
      } else {
        done(job);
      }
    }

    private void done(PrintJob job) throws IOException {
      spool.remove(job.id());
      tellOutcome(new PrintOutcome(name, job.id(), PrintOutcome.Result.PRINTED, Optional.empty()));
    }

    private void hold(PrintJob job, HeldLabel.Why what, Map<String, String> values)
        throws IOException {
      HeldLabel why = new HeldLabel(what, values);
      LOG.warn("{}: {} is held: {}", name, job.id(), why.sentence());
      spool.update(job.held(why));
      health.error();
      tellOutcome(new PrintOutcome(name, job.id(), PrintOutcome.Result.HELD, Optional.of(why)));
    }

    private void tellOutcome(PrintOutcome outcome) {
      receivers.forEach(receiver -> receiver.accept(outcome));
    }

    private void tell(PrinterStatus status) {
      lastStatus = status;
      if (status.isReady()) {
        health.settled();
        return;
      }
      String what =
          status.troubles().stream().sorted().map(Trouble::text).collect(Collectors.joining(", "));
      DeviceTrouble trouble =
          new DeviceTrouble(
              TroubleKind.PRINTER_NEEDS_HAND,
              Map.of(
                  "needs",
                  status.troubles().stream()
                      .sorted()
                      .map(Trouble::word)
                      .collect(Collectors.joining(","))),
              what);
      if (status.troubles().stream().anyMatch(Trouble::isMaintenance)) {
        health.maintenance(trouble);
      } else {
        health.check(trouble);
      }
    }

    /** ~HS, and ~HQES for a printer that is silent to it; that does not tell what is waiting. */
    private PrinterStatus askStatus() throws IOException, InterruptedException {
      lastAskNanos = System.nanoTime();
      frames.clear();
      send(ASK_STATUS);
      if (await(() -> frames.size() >= STATUS_LINES)) {
        Optional<PrinterStatus> status =
            PrinterStatus.ofHostStatus(List.copyOf(frames.subList(0, STATUS_LINES)));
        if (status.isPresent()) {
          health.exchanged();
          return status.get();
        }
      }
      frames.clear();
      send(ASK_ERRORS);
      if (await(() -> frames.stream().anyMatch(text -> text.contains("ERRORS:")))) {
        for (String text : frames) {
          Optional<Set<Trouble>> troubles = PrinterStatus.ofErrors(text);
          if (troubles.isPresent()) {
            health.exchanged();
            Set<Trouble> all = EnumSet.noneOf(Trouble.class);
            all.addAll(troubles.get());
            if (all.isEmpty()) {
              all.add(Trouble.FAULT); // silent to ~HS, so something keeps it from printing
            }
            return new PrinterStatus(all, 0, 0, false);
          }
        }
      }
      health.error();
      throw new DeviceFailure(TroubleKind.NO_ANSWER, "no printer answers at " + link.address());
    }

    private OptionalLong askCount() throws IOException, InterruptedException {
      if (!counts && !opening) {
        return OptionalLong.empty();
      }
      value = null;
      send(ASK_COUNT);
      if (!await(() -> value != null)) {
        if (counts) {
          throw new DeviceFailure(
              TroubleKind.NO_ANSWER, link.address() + " does not tell its count any more");
        }
        return OptionalLong.empty();
      }
      String said = value == null ? "" : value.strip();
      return said.matches("[0-9]{1,15}")
          ? OptionalLong.of(Long.parseLong(said))
          : OptionalLong.empty();
    }

    private boolean await(BooleanSupplier answered) throws IOException, InterruptedException {
      long start = System.nanoTime();
      while (!answered.getAsBoolean()) {
        if (System.nanoTime() - start > times.answer().toNanos()) {
          return false;
        }
        pump();
      }
      return true;
    }

    private void pump() throws IOException, InterruptedException {
      buffer.clear();
      if (link.read(buffer) == 0) {
        return;
      }
      for (Reply reply : replies.take(buffer.flip())) {
        switch (reply) {
          case Reply.Framed framed -> keep(framed.text(), frames);
          case Reply.Value said -> value = said.text();
          case Reply.Tag tag -> keep(tag, tags);
        }
      }
      health.noise(replies.takeNoise());
    }

    private static <T> void keep(T answer, List<T> answers) {
      if (answers.size() >= MOST_ANSWERS) {
        answers.removeFirst();
      }
      answers.add(answer);
    }

    private void send(String zpl) throws IOException {
      link.write(PrinterReplies.bytes(zpl));
    }
  }
}
