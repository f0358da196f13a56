package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.a0.A0Commands;
import dev.aisle.device.rfid.a0.A0Errors;
import dev.aisle.device.rfid.a0.A0Frame;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.sim.reader.tag.AirField;
import dev.aisle.sim.reader.tag.AirField.Echo;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.EmulatedTag.Outcome;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which tags an A0 reader works on, and what they say: one frame for each. */
final class A0TagAccess {
  private static final int READ_FAILED = 0x32;
  private static final int WRITE_FAILED = 0x33;
  private static final int LOCK_FAILED = 0x34;
  private static final int KILL_FAILED = 0x35;
  private static final int WORD_COUNT = 0x42;
  private static final int BANK = 0x43;
  private static final int LOCK_AREA = 0x44;
  private static final int LOCK_ACTION = 0x45;
  private static final int MATCH_LENGTH = 0x4D;
  private static final int MATCH_MODE = 0x4E;

  private static final Lock.Field[] AREAS = {
    Lock.Field.USER,
    Lock.Field.TID,
    Lock.Field.EPC,
    Lock.Field.ACCESS_PASSWORD,
    Lock.Field.KILL_PASSWORD
  };
  private static final Lock.Action[] ACTIONS = {
    Lock.Action.UNLOCK, Lock.Action.LOCK, Lock.Action.UNLOCK_FOR_EVER, Lock.Action.LOCK_FOR_EVER
  };
  private static final Bank[] BANKS = {Bank.RESERVED, Bank.EPC, Bank.TID, Bank.USER};

  private final A0Firmware reader;
  private Optional<String> match = Optional.empty();

  A0TagAccess(A0Firmware reader) {
    this.reader = reader;
  }

  Optional<String> matched() {
    return match;
  }

  /** The code of the answer. */
  int match(A0Frame frame) {
    if (frame.at(0) == 1) {
      match = Optional.empty();
      return A0Errors.OK;
    }
    if (frame.at(0) != 0) {
      return MATCH_MODE;
    }
    if (frame.length() < 3 || frame.at(1) != frame.length() - 2) {
      return MATCH_LENGTH;
    }
    match = Optional.of(frame.hex(2, frame.length()));
    return A0Errors.OK;
  }

  List<A0Frame> answer(A0Frame frame, AirField field) {
    int wrong = wrong(frame);
    if (wrong != A0Errors.OK) {
      return List.of(reader.code(frame, wrong));
    }
    int antenna = reader.workAntenna();
    if (!field.isConnected(antenna)) {
      return List.of(reader.code(frame, A0Errors.ANTENNA_MISSING));
    }
    List<Echo> meant =
        field.inventory(antenna).stream()
            .filter(echo -> match.isEmpty() || match.get().equals(echo.tag().epcHex()))
            .toList();
    if (meant.isEmpty()) {
      return List.of(reader.code(frame, A0Errors.NO_TAG));
    }
    List<A0Frame> out = new ArrayList<>();
    for (Echo echo : meant) {
      out.add(answer(frame, echo, antenna, meant.size()));
    }
    return out;
  }

  /** What is wrong with the command itself. */
  private static int wrong(A0Frame frame) {
    int length = frame.length();
    return switch (frame.command()) {
      case A0Commands.READ -> {
        if (length != 7) {
          yield A0Errors.PARAMETER;
        }
        yield frame.at(0) >= BANKS.length ? BANK : frame.at(2) == 0 ? WORD_COUNT : A0Errors.OK;
      }
      case A0Commands.WRITE, A0Commands.BLOCK_WRITE -> {
        if (length < 9) {
          yield A0Errors.PARAMETER;
        }
        yield frame.at(4) >= BANKS.length
            ? BANK
            : length != 7 + 2 * frame.at(6) ? WORD_COUNT : A0Errors.OK;
      }
      case A0Commands.LOCK -> {
        if (length != 6) {
          yield A0Errors.PARAMETER;
        }
        yield frame.at(4) < 1 || frame.at(4) > AREAS.length
            ? LOCK_AREA
            : frame.at(5) >= ACTIONS.length ? LOCK_ACTION : A0Errors.OK;
      }
      default -> length == 4 ? A0Errors.OK : A0Errors.PARAMETER;
    };
  }

  private A0Frame answer(A0Frame frame, Echo echo, int antenna, int of) {
    EmulatedTag tag = echo.tag();
    String epcBefore = tag.epcHex();
    int pcBefore = tag.pc();
    Outcome outcome = work(frame, tag);
    if (outcome instanceof Outcome.Done done && frame.command() == A0Commands.READ) {
      return reader
          .say()
          .memory(of, pcBefore, epcBefore, done.dataHex(), reader.index(echo), antenna);
    }
    int code = code(frame.command(), outcome);
    return frame.command() == A0Commands.READ
        ? reader.code(frame, code)
        : reader
            .say()
            .accessed(frame.command(), of, pcBefore, epcBefore, code, reader.index(echo), antenna);
  }

  private static Outcome work(A0Frame frame, EmulatedTag tag) {
    ByteBuffer data = ByteBuffer.wrap(frame.data());
    return switch (frame.command()) {
      case A0Commands.READ ->
          tag.read(BANKS[frame.at(0)], frame.at(1), frame.at(2), data.getInt(3));
      case A0Commands.WRITE, A0Commands.BLOCK_WRITE ->
          tag.write(
              BANKS[frame.at(4)],
              frame.at(5),
              Hex.bytes(frame.hex(7, frame.length())),
              data.getInt());
      case A0Commands.LOCK -> tag.lock(AREAS[frame.at(4) - 1], ACTIONS[frame.at(5)], data.getInt());
      default -> tag.kill(data.getInt());
    };
  }

  private static int code(int command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> A0Errors.OK;
      case Outcome.WrongPassword wrong -> A0Errors.PASSWORD;
      case Outcome.Refused refused when refused == Outcome.Refused.MEMORY_LOCKED ->
          A0Errors.PASSWORD;
      case Outcome.Refused refused ->
          switch (command) {
            case A0Commands.READ -> READ_FAILED;
            case A0Commands.LOCK -> LOCK_FAILED;
            case A0Commands.KILL -> KILL_FAILED;
            default -> WRITE_FAILED;
          };
    };
  }
}
