package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonCommands;
import dev.aisle.device.rfid.chafon.ChafonFrame;
import dev.aisle.device.rfid.chafon.ChafonStatus;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.sim.reader.tag.AirField.Echo;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.EmulatedTag.Outcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Which tag a Chafon reader works on, and what that tag says. */
final class ChafonTagAccess {
  private static final int BY_MASK = 0xFF;
  private static final int MOST_EPC_WORDS = 15;
  private static final int MOST_WORDS = 120;

  /** A command whose parameters make no sense. */
  private static final class Senseless extends Exception {
    private static final long serialVersionUID = 1;

    Senseless(String why) {
      super(why);
    }
  }

  ChafonFrame answer(ChafonFrame frame, List<Echo> field, int address) {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame.body());
      return frame.code() == ChafonCommands.WRITE_EPC
          ? writeEpc(frame, in, field, address)
          : work(frame, in, field, address);
    } catch (Senseless | BufferUnderflowException e) {
      return ChafonFrame.answer(address, frame.code(), ChafonStatus.PARAMETER_ERROR);
    }
  }

  /** Writes to whichever tag answers first, length and EPC. */
  private static ChafonFrame writeEpc(
      ChafonFrame frame, ByteBuffer in, List<Echo> field, int address) throws Senseless {
    int words = in.get() & 0xFF;
    int password = in.getInt();
    byte[] epc = rest(in);
    if (words == 0 || words > MOST_EPC_WORDS || epc.length != 2 * words) {
      throw new Senseless("EPC");
    }
    if (field.isEmpty()) {
      return ChafonFrame.answer(address, frame.code(), ChafonStatus.NO_TAG);
    }
    EmulatedTag tag = field.getFirst().tag();
    byte[] withPc =
        ByteBuffer.allocate(2 + epc.length)
            .putShort((short) ((words << 11) | (tag.pc() & 0x07FF)))
            .put(epc)
            .array();
    return said(frame, tag.write(Bank.EPC, 1, withPc, password), address);
  }

  private static ChafonFrame work(ChafonFrame frame, ByteBuffer in, List<Echo> field, int address)
      throws Senseless {
    int wordsToWrite = frame.code() == ChafonCommands.WRITE ? in.get() & 0xFF : 0;
    int epcWords = in.get() & 0xFF;
    if (epcWords > MOST_EPC_WORDS && epcWords != BY_MASK) {
      throw new Senseless("ENum");
    }
    byte[] epc = new byte[epcWords == BY_MASK ? 0 : 2 * epcWords];
    in.get(epc);
    Work work = workOf(frame, in, wordsToWrite);
    Optional<Mask> mask = epcWords == BY_MASK ? Optional.of(Mask.of(in)) : Optional.empty();
    if (in.hasRemaining()) {
      throw new Senseless("too long");
    }
    for (Echo echo : field) {
      EmulatedTag tag = echo.tag();
      boolean meant =
          mask.isPresent()
              ? mask.get().fits(tag)
              : epc.length == 0 || tag.epcHex().equals(Hex.of(epc));
      if (meant) {
        return said(frame, work.on(tag), address);
      }
    }
    return ChafonFrame.answer(address, frame.code(), ChafonStatus.NO_TAG);
  }

  private interface Work {
    Outcome on(EmulatedTag tag);
  }

  private static Work workOf(ChafonFrame frame, ByteBuffer in, int wordsToWrite) throws Senseless {
    switch (frame.code()) {
      case ChafonCommands.READ -> {
        Bank bank = bank(in.get());
        int address = in.get() & 0xFF;
        int words = in.get() & 0xFF;
        int password = in.getInt();
        if (words == 0 || words > MOST_WORDS) {
          throw new Senseless("Num");
        }
        return tag -> tag.read(bank, address, words, password);
      }
      case ChafonCommands.WRITE -> {
        Bank bank = bank(in.get());
        int address = in.get() & 0xFF;
        byte[] data = new byte[2 * wordsToWrite];
        in.get(data);
        int password = in.getInt();
        if (wordsToWrite == 0) {
          throw new Senseless("WNum");
        }
        return tag -> tag.write(bank, address, data, password);
      }
      case ChafonCommands.LOCK -> {
        Lock.Field field = field(in.get());
        Lock.Action action = action(in.get());
        int password = in.getInt();
        return tag -> tag.lock(field, action, password);
      }
      default -> {
        int password = in.getInt();
        return tag -> tag.kill(password);
      }
    }
  }

  private static ChafonFrame said(ChafonFrame frame, Outcome outcome, int address) {
    return switch (outcome) {
      case Outcome.Done done ->
          ChafonFrame.answer(address, frame.code(), ChafonStatus.OK, Hex.bytes(done.dataHex()));
      case Outcome.Refused refused ->
          ChafonFrame.answer(address, frame.code(), ChafonStatus.TAG_ERROR, (byte) refused.code());
      case Outcome.WrongPassword wrong ->
          ChafonFrame.answer(
              address,
              frame.code(),
              frame.code() == ChafonCommands.KILL
                  ? ChafonStatus.KILL_FAILED
                  : ChafonStatus.WRONG_ACCESS_PASSWORD);
    };
  }

  /** Some bits of a bank; without any, every tag fits. */
  private record Mask(Bank bank, int bitAddress, int bits, String patternHex) {
    static Mask of(ByteBuffer in) throws Senseless {
      Bank bank = ChafonTagAccess.bank(in.get());
      int address = in.getShort() & 0xFFFF;
      int bits = in.get() & 0xFF;
      byte[] pattern = new byte[(bits + 7) / 8];
      in.get(pattern);
      return new Mask(bank, address, bits, Hex.of(pattern));
    }

    boolean fits(EmulatedTag tag) {
      if (bits == 0) {
        return true;
      }
      if (!(tag.read(bank, 0, 0, 0) instanceof Outcome.Done done)) {
        return false;
      }
      byte[] memory = Hex.bytes(done.dataHex());
      byte[] pattern = Hex.bytes(patternHex);
      if (bitAddress + bits > 8 * memory.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        if (bit(memory, bitAddress + i) != bit(pattern, i)) {
          return false;
        }
      }
      return true;
    }

    private static int bit(byte[] bytes, int at) {
      return (bytes[at / 8] >> (7 - at % 8)) & 1;
    }
  }

  private static Bank bank(byte number) throws Senseless {
    return switch (number) {
      case 0 -> Bank.RESERVED;
      case 1 -> Bank.EPC;
      case 2 -> Bank.TID;
      case 3 -> Bank.USER;
      default -> throw new Senseless("Mem");
    };
  }

  private static Lock.Field field(byte number) throws Senseless {
    return switch (number) {
      case 0 -> Lock.Field.KILL_PASSWORD;
      case 1 -> Lock.Field.ACCESS_PASSWORD;
      case 2 -> Lock.Field.EPC;
      case 3 -> Lock.Field.TID;
      case 4 -> Lock.Field.USER;
      default -> throw new Senseless("Select");
    };
  }

  private static Lock.Action action(byte number) throws Senseless {
    return switch (number) {
      case 0 -> Lock.Action.UNLOCK;
      case 1 -> Lock.Action.UNLOCK_FOR_EVER;
      case 2 -> Lock.Action.LOCK;
      case 3 -> Lock.Action.LOCK_FOR_EVER;
      default -> throw new Senseless("SetProtect");
    };
  }

  private static byte[] rest(ByteBuffer in) {
    byte[] bytes = new byte[in.remaining()];
    in.get(bytes);
    return bytes;
  }
}
