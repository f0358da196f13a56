package dev.aisle.hmi.encoding;

import dev.aisle.hmi.encoding.RunState.InField;
import dev.aisle.hmi.encoding.RunState.Phase;
import dev.aisle.hmi.encoding.RunState.Result;
import dev.aisle.hmi.encoding.RunState.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a run shows, and what people tell it. Thread-safe; every change is told to the screens. */
final class RunBoard {
  private static final int RESULTS = 50;

  private final TagOrder order;
  private final String reader;
  private final int antenna;
  private final String by;
  private final Instant startedAt;
  private final Clock clock;
  private final Runnable changed;
  private final Deque<Result> results = new ArrayDeque<>();
  private int done;
  private Phase phase = Phase.CONNECTING;
  private Optional<Trouble> trouble = Optional.empty();
  private List<Detail> details = List.of();
  private List<InField> field = List.of();
  private Optional<TagNumber> next = Optional.empty();
  private String askedEpc = "";
  private String confirmedEpc = "";
  private boolean stopped;

  /**
   * @param changed called after every change, on the thread that made it
   */
  RunBoard(TagOrder order, String reader, int antenna, String by, Clock clock, Runnable changed) {
    this.order = order;
    this.reader = reader;
    this.antenna = antenna;
    this.by = by;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.changed = changed;
  }

  TagOrder order() {
    return order;
  }

  String reader() {
    return reader;
  }

  int antenna() {
    return antenna;
  }

  String by() {
    return by;
  }

  synchronized RunState state() {
    return new RunState(
        order,
        reader,
        antenna,
        by,
        startedAt,
        done,
        phase,
        trouble,
        details,
        field,
        next,
        List.copyOf(results));
  }

  synchronized int done() {
    return done;
  }

  void phase(Phase now) {
    set(now, Optional.empty(), List.of());
  }

  void refuse(Trouble why, List<Detail> told) {
    set(Phase.REFUSED, Optional.of(why), told);
  }

  /** The same tag still lies there: what was said of it stays, unless something else was said. */
  void stillRefused() {
    synchronized (this) {
      if (phase == Phase.REFUSED || phase == Phase.CONFIRM) {
        return;
      }
    }
    refuse(Trouble.REFUSED, List.of());
  }

  /** The tag carries a key already. */
  void ask(String epc, String tid) {
    synchronized (this) {
      askedEpc = epc;
    }
    set(Phase.CONFIRM, Optional.of(Trouble.IN_USE), List.of(Detail.tag(tid, epc)));
  }

  void over(Phase end, Optional<Trouble> why, List<Detail> told) {
    set(end, why, told);
  }

  private void set(Phase now, Optional<Trouble> why, List<Detail> told) {
    synchronized (this) {
      if (phase == now && trouble.equals(why) && details.equals(told)) {
        return;
      }
      phase = now;
      trouble = why;
      details = told;
    }
    changed.run();
  }

  void field(List<InField> seen) {
    boolean others;
    synchronized (this) {
      others = !epcs(field).equals(epcs(seen));
      field = seen;
    }
    if (others) {
      changed.run();
    }
  }

  private static List<String> epcs(List<InField> tags) {
    return tags.stream().map(tag -> tag.identity().epcHex()).toList();
  }

  synchronized void next(TagNumber number) {
    next = Optional.of(number);
  }

  void written(WrittenTag tag) {
    synchronized (this) {
      done++;
      next = Optional.empty();
      confirmedEpc = "";
      add(
          new Result(
              tag.at(),
              Optional.of(tag),
              Optional.empty(),
              tag.number().epcHex(),
              tag.tid(),
              tag.notes()));
    }
    phase(Phase.TAKE_AWAY);
  }

  synchronized void result(Trouble why, String epc, String tid, List<Detail> told) {
    add(new Result(clock.instant(), Optional.empty(), Optional.of(why), epc, tid, told));
  }

  private void add(Result result) {
    results.addFirst(result);
    if (results.size() > RESULTS) {
      results.removeLast();
    }
  }

  /** This key may be overwritten; false when the run does not ask about it. */
  synchronized boolean confirm(String epc) {
    if (phase != Phase.CONFIRM || !askedEpc.equals(epc)) {
      return confirmedEpc.equals(epc);
    }
    confirmedEpc = epc;
    return true;
  }

  synchronized boolean isConfirmed(String epc) {
    return confirmedEpc.equals(epc);
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /** Waits so long, but no longer than until somebody stops the run; true when somebody did. */
  synchronized boolean isStoppedWithin(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); !stopped && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return stopped;
  }
}
