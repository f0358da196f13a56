package dev.aisle.hmi.bridge.device.print;

import dev.aisle.device.printer.FilePrintSpool;
import dev.aisle.device.printer.PrintJob;
import dev.aisle.device.printer.PrintOutcome;
import dev.aisle.device.printer.PrintSpool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of one printer in a folder of its own, and what became of the newest that are through. A
 * name that was printed is not taken again, so that whoever asks twice gets one label.
 */
public final class PrintQueue {
  private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
  private static final String DONE = "done.log";

  /** Jobs that are through and still known. */
  public static final int REMEMBERED = 500;

  private final Path folder;
  private final FilePrintSpool spool;
  private final Clock clock;
  private final Deque<Done> done = new ArrayDeque<>();
  private final Map<String, Instant> since = new HashMap<>();
  private int lines;

  /** A job that is through. */
  public record Done(String job, End end, Instant at) {}

  /** How a job ended. */
  public enum End {
    PRINTED,
    CANCELLED
  }

  /** What became of a wish. */
  public enum Answer {
    DONE,
    /** It waits or was printed already; nothing changed. */
    KNOWN,
    FULL,
    UNKNOWN,
    /** The printer has it; what comes of it is not known yet. */
    WITH_PRINTER
  }

  PrintQueue(Path folder, int most, Clock clock) throws IOException {
    this.folder = folder;
    this.spool = new FilePrintSpool(folder, most);
    this.clock = clock;
    Path file = folder.resolve(DONE);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        read(line).ifPresent(this::keep);
        lines++;
      }
    }
  }

  private static Optional<Done> read(String line) {
    String[] words = line.split(" ", -1);
    try {
      return words.length == 3
          ? Optional.of(new Done(words[0], End.valueOf(words[1]), Instant.parse(words[2])))
          : Optional.empty();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  public Path folder() {
    return folder;
  }

  public PrintSpool spool() {
    return spool;
  }

  /** What is on its way, in order. */
  public List<PrintJob> jobs() {
    return spool.all();
  }

  /** What is through, newest first. */
  public synchronized List<Done> done() {
    return new ArrayList<>(done);
  }

  /** When a waiting job was asked for; empty for one from before the last start. */
  public synchronized Optional<Instant> since(String job) {
    return Optional.ofNullable(since.get(job));
  }

  public synchronized boolean wasPrinted(String job) {
    return done.stream().anyMatch(one -> one.job().equals(job) && one.end() == End.PRINTED);
  }

  /** Takes a job for good before it returns. */
  public synchronized Answer add(PrintJob job) throws IOException {
    if (wasPrinted(job.id())) {
      return Answer.KNOWN;
    }
    return switch (spool.add(job)) {
      case TAKEN -> {
        since.put(job.id(), clock.instant());
        yield Answer.DONE;
      }
      case KNOWN -> Answer.KNOWN;
      case FULL -> Answer.FULL;
    };
  }

  /** Prints a held job after all. */
  public Answer again(String job) throws IOException {
    return switch (state(job)) {
      case HELD -> spool.printAgain(job) ? Answer.DONE : Answer.UNKNOWN;
      case WAITING -> Answer.KNOWN;
      case SENT -> Answer.WITH_PRINTER;
      case null -> Answer.UNKNOWN;
    };
  }

  /** Gives up a job that is not with the printer. */
  public Answer cancel(String job) throws IOException {
    return switch (state(job)) {
      case WAITING, HELD -> {
        spool.remove(job);
        end(job, End.CANCELLED);
        yield Answer.DONE;
      }
      case SENT -> Answer.WITH_PRINTER;
      case null -> Answer.UNKNOWN;
    };
  }

  private PrintJob.@org.jspecify.annotations.Nullable State state(String job) {
    return spool.all().stream()
        .filter(one -> one.id().equals(job))
        .findFirst()
        .map(PrintJob::state)
        .orElse(null);
  }

  public void heard(PrintOutcome outcome) {
    if (outcome.result() == PrintOutcome.Result.PRINTED) {
      end(outcome.job(), End.PRINTED);
    }
  }

  private synchronized void end(String job, End end) {
    Done one = new Done(job, end, clock.instant());
    since.remove(job);
    keep(one);
    try {
      if (++lines > 2 * REMEMBERED) {
        rewrite();
      } else {
        Files.writeString(
            folder.resolve(DONE),
            line(one),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.DSYNC);
      }
    } catch (IOException e) {
      LOG.warn("{} of {} is not remembered over a restart: {}", end, job, e.getMessage());
    }
  }

  private void keep(Done one) {
    done.addFirst(one);
    if (done.size() > REMEMBERED) {
      done.removeLast();
    }
  }

  private void rewrite() throws IOException {
    StringBuilder all = new StringBuilder();
    done.descendingIterator().forEachRemaining(one -> all.append(line(one)));
    Path beside = folder.resolve(DONE + ".tmp");
    Files.writeString(beside, all);
    Files.move(
        beside,
        folder.resolve(DONE),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    lines = done.size();
  }

  private static String line(Done one) {
    return "%s %s %s%n".formatted(one.job(), one.end(), one.at());
  }
}
