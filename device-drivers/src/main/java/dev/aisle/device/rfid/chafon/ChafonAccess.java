package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.chafon.ChafonModel.Family;
import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import dev.aisle.device.rfid.uhf.protocol.TagSeen;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Work on the memory of one tag, and on the reader's own lines. */
final class ChafonAccess {
  private static final Duration WORK = Duration.ofMillis(1500);
  private static final Duration ANSWER = Duration.ofMillis(500);
  private static final Duration LOOK_AROUND = Duration.ofMillis(600);
  private static final int MOST_WORDS_READ = 120;
  private static final int MOST_WORDS_WRITTEN = 32;

  /** The length of the EPC is given in words, up to 0F. */
  private static final int MOST_EPC_WORDS = 15;

  private static final int LAST_WORD = 0xFF;
  private static final int FIRST_EPC_WORD = 2;
  private static final int INPUTS = 1;
  private static final int OUTPUTS = 2;
  private static final int FIRST_OUTPUT_BIT = 4;

  private final ChafonDialect dialect;
  private final Conversation<ChafonFrame> with;

  ChafonAccess(ChafonDialect dialect, Conversation<ChafonFrame> with) {
    this.dialect = dialect;
    this.with = with;
  }

  AccessAnswer work(TagCommand command) throws IOException, InterruptedException {
    Optional<String> impossible = impossible(command);
    if (impossible.isPresent()) {
      return new AccessAnswer.NotSupported(impossible.get());
    }
    if (command instanceof TagCommand.Write write && isNewEpcForAny(write)) {
      return writeEpc(write);
    }
    return done(frame(command));
  }

  private Optional<String> impossible(TagCommand command) {
    if (command.target().isPresent() && command.target().get().length() / 4 > MOST_EPC_WORDS) {
      return Optional.of("the reader cannot name a tag with more than 15 words of EPC");
    }
    return switch (command) {
      case TagCommand.Read read when read.words() < 1 || read.words() > MOST_WORDS_READ ->
          Optional.of("the reader reads 1 to %d words at once".formatted(MOST_WORDS_READ));
      case TagCommand.Read read when read.wordAddress() > LAST_WORD -> beyond();
      case TagCommand.Write write when write.wordAddress() > LAST_WORD -> beyond();
      case TagCommand.Write write
          when write.dataHex().isEmpty()
              || write.dataHex().length() % 4 != 0
              || write.dataHex().length() / 4 > MOST_WORDS_WRITTEN ->
          Optional.of("the reader writes 1 to %d whole words".formatted(MOST_WORDS_WRITTEN));
      default -> Optional.empty();
    };
  }

  private static Optional<String> beyond() {
    return Optional.of("the reader reaches the first 256 words of a bank");
  }

  private ChafonFrame frame(TagCommand command) {
    Family family = dialect.family();
    ChafonCommands commands = dialect.commands();
    return switch (command) {
      case TagCommand.Read read ->
          commands.read(
              family,
              read.target(),
              read.bank(),
              read.wordAddress(),
              read.words(),
              read.password());
      case TagCommand.Write write ->
          commands.write(
              family,
              write.target(),
              write.bank(),
              write.wordAddress(),
              write.dataHex(),
              write.password());
      case TagCommand.Lock lock ->
          commands.lock(family, lock.target(), lock.field(), lock.action(), lock.password());
    };
  }

  private static boolean isNewEpcForAny(TagCommand.Write write) {
    return write.target().isEmpty()
        && write.bank() == Bank.EPC
        && write.wordAddress() == FIRST_EPC_WORD
        && write.dataHex().length() / 4 <= MOST_EPC_WORDS;
  }

  /** The reader would write to whichever tag answers: there must be only one. */
  private AccessAnswer writeEpc(TagCommand.Write write) throws IOException, InterruptedException {
    Set<String> there =
        dialect.inventory(with, LOOK_AROUND).stream()
            .map(TagSeen::epcHex)
            .collect(Collectors.toSet());
    return switch (there.size()) {
      case 0 -> new AccessAnswer.NoTag();
      case 1 -> done(dialect.commands().writeEpc(write.dataHex(), write.password()));
      default -> new AccessAnswer.NotReady("%d tags are in the field".formatted(there.size()));
    };
  }

  private AccessAnswer done(ChafonFrame command) throws IOException, InterruptedException {
    Answered<ChafonFrame> answer = with.ask(command, ChafonDialect.done(command.code()), WORK);
    return answer instanceof Answered.With<ChafonFrame>(ChafonFrame good)
        ? new AccessAnswer.Done(good.hex(1, good.length()))
        : failed(answer);
  }

  private static AccessAnswer failed(Answered<ChafonFrame> answer) {
    return answer instanceof Answered.Refused<ChafonFrame>(Heard.Refused why)
        ? refused(why)
        : new AccessAnswer.NoAnswer();
  }

  private static AccessAnswer refused(Heard.Refused why) {
    return why.code() == ChafonStatus.NO_TAG
        ? new AccessAnswer.NoTag()
        : new AccessAnswer.Refused(why.code(), why.meaning(), why.concern());
  }

  /** Line 1 in is bit 0; lines 1 and 2 out are bits 4 and 5 when read, bits 0 and 1 when set. */
  AccessAnswer gpio(GpioCommand command) throws IOException, InterruptedException {
    int most = command instanceof GpioCommand.Get ? INPUTS : OUTPUTS;
    if (command.line() < 1 || command.line() > most) {
      return new AccessAnswer.NotSupported(
          "the reader has %d inputs and %d outputs".formatted(INPUTS, OUTPUTS));
    }
    Answered<ChafonFrame> now =
        with.ask(dialect.commands().gpio(), ChafonDialect.done(ChafonCommands.GET_GPIO), ANSWER);
    if (!(now instanceof Answered.With<ChafonFrame>(ChafonFrame state)) || state.length() < 2) {
      return failed(now);
    }
    int bit = 1 << (command.line() - 1);
    return switch (command) {
      case GpioCommand.Get get -> new AccessAnswer.Done((state.at(1) & bit) != 0 ? "01" : "00");
      case GpioCommand.Set set -> {
        int outputs = state.at(1) >> FIRST_OUTPUT_BIT & 0b11;
        int wanted = set.high() ? outputs | bit : outputs & ~bit;
        yield done(dialect.commands().setGpio(wanted));
      }
    };
  }
}
