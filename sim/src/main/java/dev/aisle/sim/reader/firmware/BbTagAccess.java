package dev.aisle.sim.reader.firmware;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbCommands;
import dev.aisle.device.rfid.bb.BbErrors;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import dev.aisle.sim.reader.tag.AirField.Echo;
import dev.aisle.sim.reader.tag.EmulatedTag;
import dev.aisle.sim.reader.tag.EmulatedTag.Outcome;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Which tag a BB..7E module works on, and what that tag says. */
final class BbTagAccess {
  private static final int SELECT_HEAD = 7;
  private static final int MODE_ALWAYS = 0;
  private static final int MODE_NEVER = 1;
  private static final int MODE_NOT_IN_INVENTORY = 2;
  private static final Lock.Field[] LOCK_ORDER = {
    Lock.Field.KILL_PASSWORD,
    Lock.Field.ACCESS_PASSWORD,
    Lock.Field.EPC,
    Lock.Field.TID,
    Lock.Field.USER
  };

  /** As the host sent it: target, pointer, length, truncation, mask. */
  private byte[] selection = new byte[SELECT_HEAD];

  private int mode = MODE_NEVER;

  void forget() {
    selection = new byte[SELECT_HEAD];
    mode = MODE_NEVER;
  }

  byte[] selection() {
    return selection.clone();
  }

  boolean select(byte[] parameters) {
    if (parameters.length < SELECT_HEAD
        || (parameters[5] & 0xFF) > 8 * (parameters.length - SELECT_HEAD)) {
      return false;
    }
    selection = parameters.clone();
    mode = MODE_NOT_IN_INVENTORY;
    return true;
  }

  boolean selectMode(byte[] parameters) {
    if (parameters.length != 1
        || parameters[0] < MODE_ALWAYS
        || parameters[0] > MODE_NOT_IN_INVENTORY) {
      return false;
    }
    mode = parameters[0];
    return true;
  }

  List<Echo> inInventory(List<Echo> field) {
    return mode == MODE_ALWAYS ? field.stream().filter(this::isSelected).toList() : field;
  }

  /** The answer to a read, write, lock or kill: the first tag that is selected gives it. */
  BbFrame answer(BbFrame frame, List<Echo> field) {
    ByteBuffer in = ByteBuffer.wrap(frame.parameters());
    if (in.remaining() < 4) {
      return BbFirmware.error(BbErrors.UNKNOWN_COMMAND);
    }
    EmulatedTag tag =
        field.stream()
            .filter(echo -> mode == MODE_NEVER || isSelected(echo))
            .map(Echo::tag)
            .findFirst()
            .orElse(null);
    if (tag == null) {
      return BbFirmware.error(nobody(frame.command()));
    }
    String epcBefore = tag.epcHex();
    int password = in.getInt();
    Outcome outcome =
        switch (frame.command()) {
          case BbCommands.READ, BbCommands.WRITE -> memory(frame, in, tag, password);
          case BbCommands.LOCK -> lock(in, tag, password);
          default -> tag.kill(password);
        };
    return switch (outcome) {
      case Outcome.Done done when frame.command() == BbCommands.READ ->
          BbFirmware.response(frame, about(tag.pc(), epcBefore, done.dataHex(), -1));
      case Outcome.Done done -> BbFirmware.response(frame, about(tag.pc(), epcBefore, "", 0));
      case Outcome.Refused refused ->
          refused(tag, epcBefore, family(frame.command()) | refused.code());
      case Outcome.WrongPassword wrong -> refused(tag, epcBefore, BbErrors.ACCESS_DENIED);
    };
  }

  private static Outcome memory(BbFrame frame, ByteBuffer in, EmulatedTag tag, int password) {
    if (in.remaining() < 5) {
      return Outcome.Refused.OTHER;
    }
    int bank = in.get() & 0xFF;
    int address = in.getShort() & 0xFFFF;
    int words = in.getShort() & 0xFFFF;
    if (bank > 3) {
      return Outcome.Refused.OTHER;
    }
    if (frame.command() == BbCommands.READ) {
      return tag.read(bank(bank), address, words, password);
    }
    byte[] data = new byte[in.remaining()];
    in.get(data);
    return data.length == 2 * words
        ? tag.write(bank(bank), address, data, password)
        : Outcome.Refused.OTHER;
  }

  /** Two bits of mask and two of action for each field, as in the Gen2 command. */
  private static Outcome lock(ByteBuffer in, EmulatedTag tag, int password) {
    if (in.remaining() != 3) {
      return Outcome.Refused.OTHER;
    }
    int payload = ((in.get() & 0xFF) << 16) | (in.getShort() & 0xFFFF);
    Outcome outcome = Outcome.Refused.OTHER;
    for (int i = 0; i < LOCK_ORDER.length; i++) {
      int mask = (payload >> (18 - 2 * i)) & 3;
      int action = (payload >> (8 - 2 * i)) & 3;
      if (mask != 0) {
        outcome = tag.lock(LOCK_ORDER[i], action(action), password);
      }
      if (mask != 0 && !(outcome instanceof Outcome.Done)) {
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

  private static Bank bank(int number) {
    return switch (number) {
      case 0 -> Bank.RESERVED;
      case 1 -> Bank.EPC;
      case 2 -> Bank.TID;
      default -> Bank.USER;
    };
  }

  private boolean isSelected(Echo echo) {
    int bank = selection[0] & 3;
    int pointer = ByteBuffer.wrap(selection, 1, 4).getInt();
    int bits = selection[5] & 0xFF;
    if (bits == 0) {
      return true;
    }
    if (bank == 0 || pointer < 0) {
      return false;
    }
    Outcome whole = echo.tag().read(bank(bank), 0, 0, 0);
    byte[] mask = Arrays.copyOfRange(selection, SELECT_HEAD, selection.length);
    return whole instanceof Outcome.Done done
        && sameBits(Hex.bytes(done.dataHex()), pointer, mask, bits);
  }

  private static boolean sameBits(byte[] memory, int pointer, byte[] mask, int bits) {
    if (pointer + (long) bits > 8L * memory.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      if (bit(memory, pointer + i) != bit(mask, i)) {
        return false;
      }
    }
    return true;
  }

  private static int bit(byte[] bytes, int at) {
    return (bytes[at / 8] >> (7 - at % 8)) & 1;
  }

  private static int nobody(int command) {
    return switch (command) {
      case BbCommands.READ -> BbErrors.READ_FAIL;
      case BbCommands.WRITE -> BbErrors.WRITE_FAIL;
      case BbCommands.LOCK -> BbErrors.LOCK_FAIL;
      default -> BbErrors.KILL_FAIL;
    };
  }

  /** High half of the code for an error that the tag itself names. */
  private static int family(int command) {
    return switch (command) {
      case BbCommands.READ -> 0xA0;
      case BbCommands.WRITE -> 0xB0;
      case BbCommands.LOCK -> 0xC0;
      default -> 0xD0;
    };
  }

  private static BbFrame refused(EmulatedTag tag, String epcHex, int code) {
    byte[] about = about(tag.pc(), epcHex, "", -1);
    byte[] parameters = new byte[about.length + 1];
    parameters[0] = (byte) code;
    System.arraycopy(about, 0, parameters, 1, about.length);
    return BbFrame.of(BbFrame.Type.RESPONSE, BbCommands.ERROR, parameters);
  }

  /** Length, PC and EPC of the tag, then data, then a status byte unless that is negative. */
  private static byte[] about(int pc, String epcHex, String dataHex, int status) {
    byte[] epc = Hex.bytes(epcHex);
    byte[] data = Hex.bytes(dataHex);
    ByteBuffer out = ByteBuffer.allocate(3 + epc.length + data.length + (status < 0 ? 0 : 1));
    out.put((byte) (2 + epc.length)).putShort((short) pc).put(epc).put(data);
    if (status >= 0) {
      out.put((byte) status);
    }
    return out.array();
  }
}
