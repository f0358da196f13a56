package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Work on the memory of one tag. The module keeps what it was told to select until told otherwise,
 * or until it loses its power, so it is told before every command.
 */
final class BbAccess {
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration WORK = Duration.ofSeconds(1);
  private static final int MOST_WORDS_WRITTEN = 32;

  /** The answer holds up to 64 bytes of PC and EPC and must fit into one frame. */
  private static final int MOST_WORDS_READ = 90;

  /** The mask is counted in bits by one byte. */
  private static final int MOST_EPC_BYTES = 30;

  private static final int SELECT_FOR_ALL_BUT_INVENTORY = 2;
  private static final int NEVER_SELECT = 1;

  private BbAccess() {}

  static AccessAnswer work(Conversation<BbFrame> with, TagCommand command)
      throws IOException, InterruptedException {
    Optional<AccessAnswer> impossible = impossible(command);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    Optional<AccessAnswer> unselected = select(with, command.target());
    if (unselected.isPresent()) {
      return unselected.get();
    }
    BbFrame frame = frame(command);
    Answered<BbFrame> answer = with.ask(frame, answers(frame, command.target()), WORK);
    if (answer instanceof Answered.With<BbFrame>(BbFrame good)) {
      return BbReply.parse(good) instanceof BbReply.Memory memory
          ? new AccessAnswer.Done(memory.dataHex())
          : done(good);
    }
    return failed(answer);
  }

  private static AccessAnswer done(BbFrame frame) {
    return BbReply.parse(frame) instanceof BbReply.NoTag
        ? new AccessAnswer.NoTag()
        : new AccessAnswer.Done("");
  }

  static AccessAnswer failed(Answered<BbFrame> answer) {
    return switch (answer) {
      case Answered.Refused<BbFrame>(Heard.Refused why) ->
          BbErrors.isNoTag(why.code())
              ? new AccessAnswer.NoTag()
              : new AccessAnswer.Refused(why.code(), why.meaning(), why.concern());
      case Answered.Silent<BbFrame> silent -> new AccessAnswer.NoAnswer();
      case Answered.With<BbFrame> strange -> new AccessAnswer.NoAnswer();
    };
  }

  private static Optional<AccessAnswer> impossible(TagCommand command) {
    if (command.target().isPresent() && command.target().get().length() / 2 > MOST_EPC_BYTES) {
      return Optional.of(
          new AccessAnswer.NotSupported(
              "the module cannot select an EPC of more than %d bytes".formatted(MOST_EPC_BYTES)));
    }
    return switch (command) {
      case TagCommand.Read read when read.words() < 1 || read.words() > MOST_WORDS_READ ->
          notSupported("reads 1 to %d words at once".formatted(MOST_WORDS_READ));
      case TagCommand.Write write
          when write.dataHex().isEmpty()
              || write.dataHex().length() % 4 != 0
              || write.dataHex().length() / 4 > MOST_WORDS_WRITTEN ->
          notSupported("writes 1 to %d whole words at once".formatted(MOST_WORDS_WRITTEN));
      default -> Optional.empty();
    };
  }

  private static Optional<AccessAnswer> notSupported(String what) {
    return Optional.of(new AccessAnswer.NotSupported("the module " + what));
  }

  /** Empty when the right tag, or any, will answer from now on. */
  private static Optional<AccessAnswer> select(Conversation<BbFrame> with, Optional<String> target)
      throws IOException, InterruptedException {
    if (target.isEmpty()) {
      return mode(with, NEVER_SELECT);
    }
    Answered<BbFrame> set =
        with.ask(BbCommands.select(target.get()), BbDialect.isDone(BbCommands.SET_SELECT), ANSWER);
    if (!(set instanceof Answered.With<BbFrame>)) {
      return Optional.of(notSent(set));
    }
    return mode(with, SELECT_FOR_ALL_BUT_INVENTORY);
  }

  /** The vendor prints the answer under the command of "set select", modules give their own. */
  private static Optional<AccessAnswer> mode(Conversation<BbFrame> with, int mode)
      throws IOException, InterruptedException {
    Predicate<BbFrame> either =
        BbDialect.isDone(BbCommands.SELECT_MODE).or(BbDialect.isDone(BbCommands.SET_SELECT));
    Answered<BbFrame> set = with.ask(BbCommands.selectMode(mode), either, ANSWER);
    return set instanceof Answered.With<BbFrame> ? Optional.empty() : Optional.of(notSent(set));
  }

  /** The tag was not touched: the module did not even take the selection. */
  private static AccessAnswer notSent(Answered<BbFrame> answer) {
    return answer instanceof Answered.Refused<BbFrame>(Heard.Refused why)
        ? new AccessAnswer.Refused(why.code(), why.meaning(), why.concern())
        : new AccessAnswer.NotReady("the module did not take the selection of the tag");
  }

  private static BbFrame frame(TagCommand command) {
    return switch (command) {
      case TagCommand.Read read ->
          BbCommands.read(read.password(), read.bank(), read.wordAddress(), read.words());
      case TagCommand.Write write ->
          BbCommands.write(write.password(), write.bank(), write.wordAddress(), write.dataHex());
      case TagCommand.Lock lock ->
          BbCommands.lock(lock.password(), BbLock.payload(lock.field(), lock.action()));
    };
  }

  /**
   * Answers name their tag: one of another tag belongs to another question. After a write into the
   * EPC bank modules name the tag by its old EPC or by its new one.
   */
  private static Predicate<BbFrame> answers(BbFrame asked, Optional<String> target) {
    return frame ->
        switch (BbReply.parse(frame)) {
          case BbReply.Memory memory ->
              asked.command() == BbCommands.READ
                  && target.map(epc -> epc.equalsIgnoreCase(memory.epcHex())).orElse(true);
          case BbReply.TagChanged changed -> changed.command() == asked.command();
          case BbReply.NoTag noTag -> true;
          default -> false;
        };
  }
}
