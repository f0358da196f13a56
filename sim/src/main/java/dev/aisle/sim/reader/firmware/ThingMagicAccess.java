package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.thingmagic.TmAnswers;
import dev.aisle.device.rfid.thingmagic.TmCommands;
import dev.aisle.device.rfid.thingmagic.TmErrors;
import dev.aisle.device.rfid.thingmagic.TmFrame;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.sim.reader.tag.AirField.Echo;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.EmulatedTag.Outcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Work on one tag: the first that hears the selection inside of the command. */
final class ThingMagicAccess {
  private static final int SELECT_BITS = 0x07;
  private static final int ON_EPC = 1;
  private static final int PASSWORD_ONLY = 5;
  private static final int LONG_MASK = 0x20;
  private static final int METADATA = 0x10;
  private static final int PC_WORD = 1;
  private static final int PC_FLAGS = 0x07FF;
  private static final Bank[] BANKS = {Bank.RESERVED, Bank.EPC, Bank.TID, Bank.USER};
  private static final Lock.Field[] FIELDS = {
    Lock.Field.USER,
    Lock.Field.TID,
    Lock.Field.EPC,
    Lock.Field.ACCESS_PASSWORD,
    Lock.Field.KILL_PASSWORD
  };

  /** The command without its selection. */
  private record Work(int password, Optional<String> target, Act act) {}

  /** What is done with the tag. */
  private interface Act {
    Outcome on(EmulatedTag tag, int password);
  }

  TmFrame answer(TmFrame frame, List<Echo> heard) {
    Optional<Work> work;
    try {
      work = work(frame);
    } catch (BufferUnderflowException e) {
      return TmAnswers.status(frame.opcode(), TmErrors.WRONG_LENGTH);
    }
    if (work.isEmpty()) {
      return TmAnswers.status(frame.opcode(), TmErrors.WRONG_PARAMETER);
    }
    Optional<String> target = work.get().target();
    return heard.stream()
        .map(Echo::tag)
        .filter(tag -> target.isEmpty() || target.get().equals(tag.epcHex()))
        .findFirst()
        .map(tag -> told(frame, work.get().act().on(tag, work.get().password())))
        .orElseGet(() -> TmAnswers.status(frame.opcode(), TmErrors.NO_TAG));
  }

  private static Optional<Work> work(TmFrame frame) {
    ByteBuffer in = ByteBuffer.wrap(frame.data());
    in.getShort(); // how long it looks for the tag
    int option = in.get() & 0xFF;
    return switch (frame.opcode()) {
      case TmCommands.READ -> {
        if ((option & METADATA) != 0) {
          in.getShort();
        }
        int bank = in.get() & 0xFF;
        int address = in.getInt();
        int words = in.get() & 0xFF;
        yield selected(
            in,
            option,
            true,
            bank < BANKS.length,
            (tag, password) -> tag.read(BANKS[bank], address, words, password));
      }
      case TmCommands.WRITE -> {
        int address = in.getInt();
        int bank = in.get() & 0xFF;
        yield selected(
            in,
            option,
            true,
            bank < BANKS.length,
            (tag, password) -> tag.write(BANKS[bank], address, rest(in), password));
      }
      case TmCommands.WRITE_EPC -> {
        if (option == 0) {
          in.get();
        }
        yield selected(
            in, option, true, true, (tag, password) -> writeEpc(tag, rest(in), password));
      }
      case TmCommands.LOCK -> {
        int password = in.getInt();
        int mask = in.getShort() & 0x3FF;
        int action = in.getShort() & 0x3FF;
        yield selected(
            in, option, false, mask != 0, (tag, none) -> lock(tag, mask, action, password));
      }
      default -> {
        int password = in.getInt();
        yield selected(in, option, false, true, (tag, none) -> tag.kill(password));
      }
    };
  }

  private static Optional<Work> selected(
      ByteBuffer in, int option, boolean hasPassword, boolean plausible, Act act) {
    int kind = option & SELECT_BITS;
    if (!plausible || (kind != 0 && kind != ON_EPC && kind != PASSWORD_ONLY)) {
      return Optional.empty();
    }
    int password = kind != 0 && hasPassword ? in.getInt() : 0;
    Optional<String> target = Optional.empty();
    if (kind == ON_EPC) {
      int bits = (option & LONG_MASK) != 0 ? in.getShort() & 0xFFFF : in.get() & 0xFF;
      byte[] epc = new byte[(bits + 7) / 8];
      in.get(epc);
      target = Optional.of(Hex.of(epc));
    }
    return Optional.of(new Work(password, target, act));
  }

  private static byte[] rest(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.duplicate().get(bytes);
    return bytes;
  }

  /** The length in the PC follows the new EPC. */
  private static Outcome writeEpc(EmulatedTag tag, byte[] epc, int password) {
    int pc = (epc.length / 2) << 11 | (tag.pc() & PC_FLAGS);
    byte[] words = ByteBuffer.allocate(2 + epc.length).putShort((short) pc).put(epc).array();
    return tag.write(Bank.EPC, PC_WORD, words, password);
  }

  private static Outcome lock(EmulatedTag tag, int mask, int action, int password) {
    Outcome outcome = Outcome.Refused.OTHER;
    for (int i = 0; i < FIELDS.length; i++) {
      int meant = (mask >> (2 * i)) & 3;
      if (meant == 0) {
        continue;
      }
      int bits = (action >> (2 * i)) & meant;
      outcome = tag.lock(FIELDS[i], action(bits), password);
      if (!(outcome instanceof Outcome.Done)) {
        return outcome;
      }
    }
    return outcome;
  }

  private static Lock.Action action(int bits) {
    return switch (bits) {
      case 0 -> Lock.Action.UNLOCK;
      case 1 -> Lock.Action.UNLOCK_FOR_EVER;
      case 2 -> Lock.Action.LOCK;
      default -> Lock.Action.LOCK_FOR_EVER;
    };
  }

  private static TmFrame told(TmFrame frame, Outcome outcome) {
    int opcode = frame.opcode();
    return switch (outcome) {
      case Outcome.Done done when opcode == TmCommands.READ -> TmAnswers.memory(done.dataHex());
      case Outcome.Done done -> TmAnswers.done(opcode);
      case Outcome.WrongPassword wrong ->
          TmAnswers.status(
              opcode, opcode == TmCommands.KILL ? TmErrors.KILL_PASSWORD : TmErrors.GEN2_OTHER);
      case Outcome.Refused refused ->
          TmAnswers.status(
              opcode,
              switch (refused) {
                case MEMORY_OVERRUN -> TmErrors.MEMORY_OVERRUN;
                case MEMORY_LOCKED -> TmErrors.MEMORY_LOCKED;
                case LOW_POWER -> TmErrors.LOW_POWER;
                case NON_SPECIFIC -> TmErrors.NON_SPECIFIC;
                case OTHER -> TmErrors.GEN2_OTHER;
              });
    };
  }
}
