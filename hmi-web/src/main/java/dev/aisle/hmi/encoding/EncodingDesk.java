package dev.aisle.hmi.encoding;

import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.live.event.LiveChanges;
import dev.aisle.hmi.live.event.LiveTopic;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/** Starts and stops rows of tags, one at a reader, and shows the last of each. */
@Service
public class EncodingDesk implements DisposableBean {
  private final TagWriters writers;
  private final TagRecords records;
  private final StoredUnfinished unfinished;
  private final LiveChanges screens;
  private final KeyCheck keys;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("encoding-", 1).factory());

  /** The last row of each reader; bounded by the readers of the site. */
  private final Map<String, RunBoard> boards = new HashMap<>();

  EncodingDesk(
      TagWriters writers,
      TagRecords records,
      StoredUnfinished unfinished,
      LiveChanges screens,
      Site site,
      Clock clock) {
    this.writers = writers;
    this.records = records;
    this.unfinished = unfinished;
    this.screens = screens;
    this.keys = new KeyCheck(site.companyPrefix());
    this.clock = clock;
  }

  /** What came of a request. */
  public sealed interface Answer {
    record Running(RunState run) implements Answer {}

    record NoSuchReader() implements Answer {}

    record Mistakes(List<Mistake> mistakes) implements Answer {
      public Mistakes {
        mistakes = List.copyOf(mistakes);
      }
    }

    /** Somebody writes there already. */
    record Busy(String by) implements Answer {}

    /** There is nothing to answer. */
    record NotAsked() implements Answer {}
  }

  /**
   * @param code stable word that screens translate
   */
  public record Mistake(String field, String code, String message) {}

  public List<TagWriters.Writer> readers() {
    return writers.writers();
  }

  public Optional<TagWriters.Writer> reader(String name) {
    return readers().stream().filter(writer -> writer.reader().equals(name)).findFirst();
  }

  /** The row that is written at this reader, or was written last. */
  public synchronized Optional<RunState> run(String reader) {
    return Optional.ofNullable(boards.get(reader)).map(RunBoard::state);
  }

  /** The same order again changes nothing. */
  public synchronized Answer start(String reader, int antenna, TagOrder order, String by) {
    Optional<RunState> last = run(reader);
    if (last.isPresent() && last.get().order().id().equals(order.id())) {
      return new Answer.Running(last.get());
    }
    if (last.isPresent() && !last.get().isOver()) {
      return new Answer.Busy(last.get().by());
    }
    Optional<TagWriters.Writer> writer = reader(reader);
    if (writer.isEmpty() || !writer.get().antennas().contains(antenna)) {
      return new Answer.NoSuchReader();
    }
    List<Mistake> mistakes = mistakes(order);
    if (!mistakes.isEmpty()) {
      return new Answer.Mistakes(mistakes);
    }
    Optional<TagWriters.Loan> loan = writers.lend(reader, antenna);
    if (loan.isEmpty()) {
      return new Answer.Busy("");
    }
    RunBoard board =
        new RunBoard(order, reader, antenna, by, clock, () -> screens.changed(LiveTopic.ENCODING));
    boards.put(reader, board);
    threads.execute(
        new EncodingRun(
            board, loan.get(), new TagNumbers(keys, records, order), records, unfinished, clock));
    return new Answer.Running(board.state());
  }

  private List<Mistake> mistakes(TagOrder order) {
    List<KeyCheck.Mistake> wrong = keys.mistakes(order);
    if (wrong.isEmpty() && order.key().isPresent() && order.serial().isPresent()) {
      TagNumber first = keys.number(order, order.key().get(), order.serial().get());
      if (records.isWritten(first.epcHex())) {
        return List.of(
            new Mistake("serial", "already-written", "a tag was written with it already"));
      }
    }
    return wrong.stream()
        .map(mistake -> new Mistake(mistake.field(), mistake.code(), mistake.message()))
        .toList();
  }

  /** Ends after the tag that is being written. */
  public synchronized Answer stop(String reader) {
    RunBoard board = boards.get(reader);
    if (board == null) {
      return new Answer.NotAsked();
    }
    board.stop();
    return new Answer.Running(board.state());
  }

  /** Lets the key be overwritten that the tag before the reader carries. */
  public synchronized Answer confirm(String reader, String epc) {
    RunBoard board = boards.get(reader);
    return board != null && board.confirm(epc)
        ? new Answer.Running(board.state())
        : new Answer.NotAsked();
  }

  /**
   * @param text part of an EPC, a key, a chip identity, a name
   * @param sort field
   */
  public Listed written(
      Optional<String> text, String sort, boolean ascending, int limit, int offset) {
    TagRecords.Part part = records.list(text, sort, ascending, limit, offset);
    return new Listed(part.tags(), part.total());
  }

  public record Listed(List<WrittenTag> tags, long total) {}

  @Override
  public void destroy() {
    synchronized (this) {
      boards.values().forEach(RunBoard::stop);
    }
    threads.shutdownNow();
  }
}
