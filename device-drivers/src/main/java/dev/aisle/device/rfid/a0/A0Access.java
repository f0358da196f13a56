package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Answered;
import dev.aisle.device.rfid.uhf.protocol.Conversation;
import dev.aisle.device.rfid.uhf.protocol.GpioCommand;
import dev.aisle.device.rfid.uhf.protocol.Heard;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Work on one tag at the work antenna, and on the lines of the reader. */
final class A0Access {
  private static final Duration SETTING = Duration.ofMillis(500);
  private static final Duration ACCESS = Duration.ofSeconds(2);
  private static final Duration MORE = Duration.ofMillis(100);
  private static final int MOST_WORDS = 64;
  private static final int FIRST_OUTPUT = 3;

  private final Conversation<A0Frame> with;
  private final A0Commands commands;

  A0Access(Conversation<A0Frame> with, A0Commands commands) {
    this.with = with;
    this.commands = commands;
  }

  /** What this make cannot do at all. */
  Optional<AccessAnswer> refuseBeforehand(TagCommand command) {
    int address = 0;
    int words = 1;
    switch (command) {
      case TagCommand.Read read -> {
        address = read.wordAddress();
        words = read.words();
      }
      case TagCommand.Write write -> {
        address = write.wordAddress();
        words = write.dataHex().length() / 4;
      }
      case TagCommand.Lock lock -> {
        // No memory address in it.
      }
    }
    if (address < 0 || address > 0xFF) {
      return Optional.of(new AccessAnswer.NotSupported("word addresses go from 0 to 255"));
    }
    return words < 1 || words > MOST_WORDS
        ? Optional.of(new AccessAnswer.NotSupported("1 to %d words at once".formatted(MOST_WORDS)))
        : Optional.empty();
  }

  /** Selects the tag, works on it, and lets go of it again. */
  AccessAnswer run(TagCommand command) throws IOException, InterruptedException {
    Optional<String> target = command.target();
    if (target.isPresent()) {
      switch (ask(commands.match(target.get()), SETTING)) {
        case A0Reply.Done done -> {
          // From here on only that tag is touched.
        }
        case A0Reply.Refused refused -> {
          return refused(refused.code());
        }
        default -> {
          return new AccessAnswer.NotReady("the reader cannot be told which tag is meant");
        }
      }
    }
    AccessAnswer answer = answer(command, ask(frame(command), ACCESS));
    if (target.isPresent()) {
      ask(commands.matchAny(), SETTING);
    }
    return answer;
  }

  private A0Frame frame(TagCommand command) {
    return switch (command) {
      case TagCommand.Read read ->
          commands.read(read.bank(), read.wordAddress(), read.words(), read.password());
      case TagCommand.Write write ->
          commands.write(write.bank(), write.wordAddress(), write.dataHex(), write.password());
      case TagCommand.Lock lock -> commands.lock(lock.field(), lock.action(), lock.password());
    };
  }

  private AccessAnswer answer(TagCommand command, A0Reply reply)
      throws IOException, InterruptedException {
    return switch (reply) {
      case A0Reply.Memory memory -> {
        if (memory.of() > 1) {
          with.listen(MORE); // each tag answers in a frame of its own
        }
        yield isMeant(command, memory.epcHex())
            ? new AccessAnswer.Done(memory.dataHex())
            : new AccessAnswer.Refused(
                A0Errors.ACCESS_FAILED, "another tag answered", Heard.Concern.TAG);
      }
      case A0Reply.Accessed accessed when accessed.code() == A0Errors.OK ->
          new AccessAnswer.Done("");
      case A0Reply.Accessed accessed -> refused(accessed.code());
      case A0Reply.NoTag none -> new AccessAnswer.NoTag();
      case A0Reply.Refused refused -> refused(refused.code());
      default -> new AccessAnswer.NoAnswer();
    };
  }

  private static boolean isMeant(TagCommand command, String epcHex) {
    return command.target().isEmpty()
        || command.target().get().toUpperCase(Locale.ROOT).equals(epcHex);
  }

  AccessAnswer gpio(GpioCommand command) throws IOException, InterruptedException {
    int line = command.line();
    boolean output = command instanceof GpioCommand.Set;
    int first = output ? FIRST_OUTPUT : 1;
    if (line < first || line > first + 1) {
      return new AccessAnswer.NotSupported("lines 1 and 2 are inputs, lines 3 and 4 outputs");
    }
    A0Frame question =
        switch (command) {
          case GpioCommand.Get get -> commands.getGpio();
          case GpioCommand.Set set -> commands.setGpio(line, set.high());
        };
    return switch (ask(question, SETTING)) {
      case A0Reply.Inputs inputs ->
          new AccessAnswer.Done((line == 1 ? inputs.first() : inputs.second()) ? "01" : "00");
      case A0Reply.Done done -> new AccessAnswer.Done("");
      case A0Reply.Refused refused -> refused(refused.code());
      default -> new AccessAnswer.NoAnswer();
    };
  }

  /** Once, for a write must not be sent twice; silence is told as {@link A0Reply.Garbled}. */
  private A0Reply ask(A0Frame question, Duration atMost) throws IOException, InterruptedException {
    return with.ask(question, A0Dialect.isAnswerTo(question), atMost)
            instanceof Answered.With<A0Frame> got
        ? A0Reply.parse(got.frame())
        : new A0Reply.Garbled("no answer");
  }

  private static AccessAnswer.Refused refused(int code) {
    return new AccessAnswer.Refused(code, A0Errors.meaning(code), A0Errors.concern(code));
  }
}
