package dev.aisle.hmi.encoding;

import dev.aisle.device.rfid.encoding.EncodingOutcome;
import dev.aisle.device.rfid.encoding.EncodingRequest;
import dev.aisle.device.rfid.encoding.EncodingStation;
import dev.aisle.device.rfid.encoding.Hitch;
import dev.aisle.device.rfid.encoding.UnfinishedWrites;
import dev.aisle.device.rfid.uhf.Inventory;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import dev.aisle.hmi.encoding.RunState.InField;
import dev.aisle.hmi.encoding.RunState.Phase;
import dev.aisle.hmi.encoding.RunState.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One row of tags at one reader: looks until one tag lies there, writes it, waits until it is taken
 * away. One thread runs it; others look at its board, stop it, or answer its question.
 */
final class EncodingRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(EncodingRun.class);
  private static final Duration LOOK = Duration.ofMillis(150);
  private static final Duration COMES_UP = Duration.ofSeconds(10);
  private static final Duration NOBODY_COMES = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Weaker than this a tag is read, but has too little power to be written reliably. */
  private static final double WEAKEST_DBM = -62;

  /** A tag may be missed in one look. */
  private static final int EMPTY_LOOKS = 2;

  private static final int TRIES = 3;
  private static final int TID_WORDS = 6;
  private static final int PROVEN_WORDS = 4;

  private final RunBoard board;
  private final TagWriters.Loan loan;
  private final TagNumbers numbers;
  private final TagRecords records;
  private final StoredUnfinished unfinished;
  private final Clock clock;
  private final EncodingStation station;
  private final Set<String> writtenEpcs = new HashSet<>();
  private String refusedEpc = "";
  private int emptyLooks;
  private int triesWithThis;
  private Instant lastTag;

  EncodingRun(
      RunBoard board,
      TagWriters.Loan loan,
      TagNumbers numbers,
      TagRecords records,
      StoredUnfinished unfinished,
      Clock clock) {
    this.board = board;
    this.loan = loan;
    this.numbers = numbers;
    this.records = records;
    this.unfinished = unfinished;
    this.clock = clock;
    this.lastTag = clock.instant();
    this.station = new EncodingStation(loan.field(), this::mustNotBeLost, unfinished);
  }

  /** A key of somebody's is overwritten only when a person said so of this very one. */
  private boolean mustNotBeLost(String epc) {
    return TagNumber.of(epc).isIdentity() && !board.isConfirmed(epc);
  }

  /** How a row ended. */
  private record End(Phase phase, Optional<Trouble> trouble, List<Detail> details) {
    static final End BY_HAND = new End(Phase.STOPPED, Optional.empty(), List.of());
  }

  /** The end is shown when the reader is back at its usual work. */
  @Override
  public void run() {
    TagOrder order = board.order();
    End end;
    try (loan) {
      loan.hide(order.password(), order.newPassword().orElse(0));
      Optional<End> early = comesUp();
      end = early.isPresent() ? early.get() : writeAll(order);
    } catch (InterruptedException e) {
      end = End.BY_HAND;
    } catch (RuntimeException e) {
      LOG.error("Writing tags at {} broke off", board.reader(), e);
      end = new End(Phase.STOPPED, Optional.of(Trouble.NOT_RECORDED), List.of());
    }
    board.over(end.phase(), end.trouble(), end.details());
  }

  private Optional<End> comesUp() throws InterruptedException {
    Instant giveUp = clock.instant().plus(COMES_UP);
    while (!loan.isReady()) {
      if (clock.instant().isAfter(giveUp)) {
        return Optional.of(
            new End(
                Phase.STOPPED,
                Optional.of(Trouble.READER),
                loan.trouble().map(Detail::of).stream().toList()));
      }
      if (board.isStoppedWithin(PAUSE)) {
        return Optional.of(End.BY_HAND);
      }
    }
    return Optional.empty();
  }

  private End writeAll(TagOrder order) throws InterruptedException {
    if (board.isStopped()) {
      return End.BY_HAND;
    }
    while (board.done() < order.count()) {
      if (lastTag.plus(NOBODY_COMES).isBefore(clock.instant())) {
        return new End(Phase.STOPPED, Optional.of(Trouble.NOBODY_CAME), List.of());
      }
      switch (loan.field().inventory(LOOK)) {
        case Inventory.Seen seen -> looked(order, tags(seen));
        case Inventory.NotDone notDone -> {
          LOG.debug("no look at {}: {}", board.reader(), notDone.why());
          Optional<End> early = comesUp();
          if (early.isPresent()) {
            return early.get();
          }
        }
      }
      if (board.done() < order.count() && board.isStoppedWithin(PAUSE)) {
        return End.BY_HAND;
      }
    }
    return new End(Phase.FINISHED, Optional.empty(), List.of());
  }

  /** The strongest that was heard of each. */
  private static Map<String, OptionalDouble> tags(Inventory.Seen seen) {
    Map<String, OptionalDouble> tags = new LinkedHashMap<>();
    for (TagSeen tag : seen.tags()) {
      tags.merge(tag.epcHex(), tag.rssiDbm(), (a, b) -> a.orElse(-200) >= b.orElse(-200) ? a : b);
    }
    return tags;
  }

  private void looked(TagOrder order, Map<String, OptionalDouble> tags) {
    board.field(
        tags.entrySet().stream()
            .map(tag -> new InField(TagNumber.of(tag.getKey()), tag.getValue()))
            .toList());
    if (tags.isEmpty()) {
      emptyLooks++;
      if (emptyLooks >= EMPTY_LOOKS) {
        refusedEpc = "";
        triesWithThis = 0;
        board.phase(Phase.LAY_TAG);
      }
      return;
    }
    emptyLooks = 0;
    lastTag = clock.instant();
    String epc = tags.keySet().iterator().next();
    if (tags.size() > 1) {
      board.refuse(Trouble.SEVERAL_TAGS, List.of());
    } else if (writtenEpcs.contains(epc)) {
      board.phase(Phase.TAKE_AWAY);
    } else if (refusedEpc.equals(epc) && !board.isConfirmed(epc)) {
      board.stillRefused();
    } else if (tags.getOrDefault(epc, OptionalDouble.empty()).orElse(0) < WEAKEST_DBM) {
      board.refuse(Trouble.WEAK, List.of());
    } else {
      write(order, epc);
    }
  }

  private void write(TagOrder order, String epc) {
    board.phase(Phase.WRITING);
    Optional<String> tid = tid(epc);
    Optional<UnfinishedWrites.Begun> begun = tid.flatMap(unfinished::of);
    TagNumber number =
        begun.map(b -> TagNumber.of(b.wanted())).orElseGet(() -> numbers.current(order));
    board.next(number);
    EncodingRequest request =
        new EncodingRequest(
            number.epcHex(), order.password(), order.newPassword(), order.lock(), false);
    EncodingOutcome outcome = station.encode(request);
    switch (outcome) {
      case EncodingOutcome.Encoded done ->
          keep(number, done.evidence(), done.remarks(), begun.isPresent());
      case EncodingOutcome.NotLocked done -> {
        keep(number, done.evidence(), List.of(done.why()), begun.isPresent());
        board.result(Trouble.NOT_LOCKED, epc, done.evidence().tid(), told(done.why()));
      }
      case EncodingOutcome.Unfinished half -> {
        // Its number stays with this chip, so that no other ever carries it.
        numbers.taken(number);
        again(half, epc);
      }
      default -> {
        tid.ifPresent(unfinished::forgetUntouched);
        if (outcome instanceof EncodingOutcome.AnotherTag
            || tid.flatMap(unfinished::of).isPresent()) {
          numbers.taken(number);
        }
        refuse(outcome, epc);
      }
    }
  }

  private void again(EncodingOutcome.Unfinished half, String epc) {
    triesWithThis++;
    if (half.found().isEmpty() || triesWithThis >= TRIES) {
      refusedEpc = half.found();
      board.result(Trouble.LOST, epc, half.tid(), told(half.why()));
      board.refuse(Trouble.LOST, told(half.why()));
    }
  }

  private void refuse(EncodingOutcome outcome, String epc) {
    switch (outcome) {
      case EncodingOutcome.NoTag none -> board.phase(Phase.LAY_TAG);
      case EncodingOutcome.SeveralTags several -> board.refuse(Trouble.SEVERAL_TAGS, List.of());
      case EncodingOutcome.Twins twins -> {
        refusedEpc = epc;
        board.refuse(Trouble.SEVERAL_TAGS, List.of(Detail.twins(twins.tids())));
      }
      case EncodingOutcome.InUse used -> {
        refusedEpc = epc;
        board.ask(used.epc(), used.tid());
      }
      case EncodingOutcome.NoSerial bare -> refused(Trouble.NO_SERIAL, epc, bare.tid(), List.of());
      case EncodingOutcome.Refused no -> {
        LOG.info("{}: {}: {}", board.reader(), no.step(), no.meaning());
        refused(troubleOf(no), epc, no.tid(), List.of(Detail.refused(no.code())));
      }
      case EncodingOutcome.AnotherTag other ->
          refused(Trouble.ANOTHER_TAG, epc, other.writtenTid(), List.of());
      case EncodingOutcome.ReaderFailed failed -> {
        LOG.warn("{}: {}: {}", board.reader(), failed.step(), failed.why().detail());
        board.refuse(Trouble.READER, told(failed.why()));
      }
      case EncodingOutcome.Encoded done -> throw new IllegalStateException("not refused: " + done);
      case EncodingOutcome.NotLocked done ->
          throw new IllegalStateException("not refused: " + done);
      case EncodingOutcome.Unfinished half ->
          throw new IllegalStateException("not refused: " + half);
    }
  }

  private void refused(Trouble why, String epc, String tid, List<Detail> details) {
    refusedEpc = epc;
    board.result(why, epc, tid, details);
    board.refuse(why, details);
  }

  private static List<Detail> told(Hitch hitch) {
    return List.of(Detail.of(hitch));
  }

  private static Trouble troubleOf(EncodingOutcome.Refused no) {
    return switch (no.concern()) {
      case LOCKED -> Trouble.LOCKED;
      case WEAK -> Trouble.WEAK;
      case TAG, COMMAND, ANTENNA, LIMITS, READER -> Trouble.REFUSED;
    };
  }

  private void keep(
      TagNumber number,
      EncodingOutcome.Evidence evidence,
      List<Hitch> noticed,
      boolean begunBefore) {
    WrittenTag tag =
        new WrittenTag(
            0,
            clock.instant(),
            board.by(),
            board.reader(),
            board.antenna(),
            evidence.tid(),
            evidence.before(),
            number,
            evidence.pc(),
            evidence.writes(),
            true,
            evidence.locked(),
            noticed.stream().map(Detail::of).toList());
    boolean named = records.keep(tag);
    unfinished.recorded(evidence.tid());
    if (!begunBefore) {
      numbers.taken(number);
    }
    LOG.info(
        "{} wrote {} at {} into chip {}", board.by(), number.readable(), board.reader(), tag.tid());
    writtenEpcs.add(number.epcHex());
    triesWithThis = 0;
    board.written(named ? tag : tag.withNote(Detail.NAMED_TWICE));
  }

  /** To know a tag that was begun before. The station proves the identity by itself. */
  private Optional<String> tid(String epc) {
    for (int words : new int[] {TID_WORDS, PROVEN_WORDS}) {
      AccessAnswer answer =
          loan.field().access(new TagCommand.Read(Optional.of(epc), 0, Bank.TID, 0, words));
      if (answer instanceof AccessAnswer.Done done) {
        return Optional.of(done.dataHex());
      }
    }
    return Optional.empty();
  }
}
