package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Work on one tag, antenna by antenna, and on the lines of the module. */
final class TmAccess {
  private static final Duration ANSWER = Duration.ofMillis(500);

  /** How long the module itself looks for the tag. */
  private static final int SEARCH_MS = 500;

  private static final Duration ACCESS = Duration.ofMillis(SEARCH_MS + 1000);
  private static final int MOST_WORDS = 64;

  private final Conversation<TmFrame> with;

  TmAccess(Conversation<TmFrame> with) {
    this.with = with;
  }

  AccessAnswer access(TagCommand command, List<Integer> antennas)
      throws IOException, InterruptedException {
    int words =
        switch (command) {
          case TagCommand.Read read -> read.words();
          case TagCommand.Write write -> write.dataHex().length() / 4;
          case TagCommand.Lock lock -> 1;
        };
    if (words < 1 || words > MOST_WORDS) {
      return new AccessAnswer.NotSupported("1 to %d words at once".formatted(MOST_WORDS));
    }
    AccessAnswer answer = new AccessAnswer.NoTag();
    for (int antenna : antennas.stream().distinct().toList()) {
      new TmSetup(with).set(TmCommands.antenna(antenna));
      answer = ask(frame(command), ACCESS);
      if (!(answer instanceof AccessAnswer.NoTag)) {
        break;
      }
    }
    return answer;
  }

  private static TmFrame frame(TagCommand command) {
    return switch (command) {
      case TagCommand.Read read ->
          TmCommands.read(
              SEARCH_MS,
              read.bank(),
              read.wordAddress(),
              read.words(),
              read.password(),
              read.target());
      case TagCommand.Write write ->
          TmCommands.write(
              SEARCH_MS,
              write.bank(),
              write.wordAddress(),
              write.dataHex(),
              write.password(),
              write.target());
      case TagCommand.Lock lock ->
          TmCommands.lock(SEARCH_MS, lock.field(), lock.action(), lock.password(), lock.target());
    };
  }

  AccessAnswer gpio(GpioCommand command) throws IOException, InterruptedException {
    return switch (command) {
      case GpioCommand.Set set -> ask(TmCommands.setGpio(set.line(), set.high()), ANSWER);
      case GpioCommand.Get get -> {
        TmFrame question = TmCommands.getGpio();
        if (!(with.ask(question, TmDialect.isAnswerTo(question), ANSWER)
            instanceof Answered.With<TmFrame>(TmFrame frame))) {
          yield new AccessAnswer.NoAnswer();
        }
        if (!(TmReply.parse(frame) instanceof TmReply.Lines lines)) {
          yield refused(frame.status());
        }
        Boolean high = lines.levels().get(get.line());
        yield high == null
            ? new AccessAnswer.NotSupported("lines are " + lines.levels().keySet())
            : new AccessAnswer.Done(high ? "01" : "00");
      }
    };
  }

  /** Once, for a write must not be sent twice. */
  private AccessAnswer ask(TmFrame question, Duration atMost)
      throws IOException, InterruptedException {
    if (!(with.ask(question, TmDialect.isAnswerTo(question), atMost)
        instanceof Answered.With<TmFrame>(TmFrame frame))) {
      return new AccessAnswer.NoAnswer();
    }
    return switch (TmReply.parse(frame)) {
      case TmReply.Memory memory -> new AccessAnswer.Done(memory.dataHex());
      case TmReply.NoTag none -> new AccessAnswer.NoTag();
      case TmReply.Refused refused -> refused(refused.status());
      case TmReply.Done done -> new AccessAnswer.Done("");
      default -> new AccessAnswer.NoAnswer();
    };
  }

  private static AccessAnswer.Refused refused(int status) {
    return new AccessAnswer.Refused(status, TmErrors.meaning(status), TmErrors.concern(status));
  }
}
