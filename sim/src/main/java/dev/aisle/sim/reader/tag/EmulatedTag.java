package dev.aisle.sim.reader.tag;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.TagCommand.Lock;
import java.util.EnumMap;
import java.util.Map;

/**
 * The memory of one Gen2 tag with its passwords and locks (EPC Gen2 V2, 6.3.2.1). Several readers
 * may work on it at once.
 */
public final class EmulatedTag {
  private static final int WORD = 2;
  private static final int EPC_FROM_WORD = 2;
  private static final int MOST_EPC_WORDS = 31;
  private static final int ACCESS_PASSWORD_WORD = 2;

  private final Map<Bank, byte[]> memory = new EnumMap<>(Bank.class);
  private final Map<Lock.Field, Lock.Action> locks = new EnumMap<>(Lock.Field.class);
  private boolean killed;

  /** How the tag answered. */
  public sealed interface Outcome {
    /**
     * @param dataHex whole words; empty after a write or lock
     */
    record Done(String dataHex) implements Outcome {}

    /** Gen2 error codes as the tag backscatters them (Annex I). */
    enum Refused implements Outcome {
      OTHER(0x00),
      MEMORY_OVERRUN(0x03),
      MEMORY_LOCKED(0x04),
      LOW_POWER(0x0B),
      NON_SPECIFIC(0x0F);

      private final int code;

      Refused(int code) {
        this.code = code;
      }

      public int code() {
        return code;
      }
    }

    /** The tag does not answer to a wrong password at all; readers name it as such. */
    record WrongPassword() implements Outcome {}
  }

  /**
   * @param epcHex whole words, at most 62 bytes
   * @param tidHex whole words; cannot be written
   * @param userWords size of the user memory, 0 for none
   */
  public EmulatedTag(String epcHex, String tidHex, int userWords) {
    byte[] epc = Hex.bytes(epcHex);
    if (epc.length % WORD != 0 || epc.length / WORD > MOST_EPC_WORDS) {
      throw new IllegalArgumentException("not whole words, or too long: " + epcHex);
    }
    byte[] bank = new byte[WORD * (EPC_FROM_WORD + MOST_EPC_WORDS)];
    int pc = (epc.length / WORD) << 11;
    bank[2] = (byte) (pc >> 8);
    bank[3] = (byte) pc;
    System.arraycopy(epc, 0, bank, WORD * EPC_FROM_WORD, epc.length);
    memory.put(Bank.EPC, bank);
    memory.put(Bank.TID, Hex.bytes(tidHex));
    memory.put(Bank.USER, new byte[WORD * userWords]);
    memory.put(Bank.RESERVED, new byte[8]);
  }

  /** A tag with a chip identity made from its EPC and 32 words of user memory. */
  public static EmulatedTag of(String epcHex) {
    return new EmulatedTag(
        epcHex, "E280110520%014X".formatted(epcHex.hashCode() & 0xFFFFFFFFL), 32);
  }

  public synchronized int pc() {
    byte[] bank = bank(Bank.EPC);
    return ((bank[2] & 0xFF) << 8) | (bank[3] & 0xFF);
  }

  public synchronized String epcHex() {
    int words = Math.min(pc() >> 11, MOST_EPC_WORDS);
    return Hex.of(bank(Bank.EPC), WORD * EPC_FROM_WORD, WORD * (EPC_FROM_WORD + words));
  }

  public synchronized String tidHex() {
    return Hex.of(bank(Bank.TID));
  }

  public synchronized boolean isKilled() {
    return killed;
  }

  /**
   * @param words 0 for all from the address on
   */
  public synchronized Outcome read(Bank bank, int wordAddress, int words, int password) {
    byte[] bytes = bank(bank);
    int from = wordAddress * WORD;
    int to = words == 0 ? bytes.length : from + words * WORD;
    if (wordAddress < 0 || from >= bytes.length || to > bytes.length) {
      return Outcome.Refused.MEMORY_OVERRUN;
    }
    if (passwordWrong(password)) {
      return new Outcome.WrongPassword();
    }
    if (bank == Bank.RESERVED && locked(fieldOf(bank, wordAddress)) && password == 0) {
      return Outcome.Refused.MEMORY_LOCKED;
    }
    return new Outcome.Done(Hex.of(bytes, from, to));
  }

  public synchronized Outcome write(Bank bank, int wordAddress, byte[] data, int password) {
    byte[] bytes = bank(bank);
    int from = wordAddress * WORD;
    if (wordAddress < 0 || data.length % WORD != 0 || from + data.length > bytes.length) {
      return Outcome.Refused.MEMORY_OVERRUN;
    }
    if (passwordWrong(password)) {
      return new Outcome.WrongPassword();
    }
    Lock.Action lock = locks.getOrDefault(fieldOf(bank, wordAddress), Lock.Action.UNLOCK);
    boolean open =
        lock == Lock.Action.UNLOCK
            || lock == Lock.Action.UNLOCK_FOR_EVER
            || (lock == Lock.Action.LOCK && hasPassword() && password == accessPassword());
    if (bank == Bank.TID || !open) {
      return Outcome.Refused.MEMORY_LOCKED;
    }
    System.arraycopy(data, 0, bytes, from, data.length);
    return new Outcome.Done("");
  }

  public synchronized Outcome lock(Lock.Field field, Lock.Action action, int password) {
    if (passwordWrong(password)) {
      return new Outcome.WrongPassword();
    }
    Lock.Action now = locks.getOrDefault(field, Lock.Action.UNLOCK);
    if (now == Lock.Action.LOCK_FOR_EVER || now == Lock.Action.UNLOCK_FOR_EVER) {
      return now == action ? new Outcome.Done("") : Outcome.Refused.MEMORY_LOCKED;
    }
    locks.put(field, action);
    return new Outcome.Done("");
  }

  /** A kill password of 0 refuses, as Gen2 says. */
  public synchronized Outcome kill(int password) {
    int own = passwordAt(0);
    if (own == 0 || own != password) {
      return new Outcome.WrongPassword();
    }
    killed = true;
    return new Outcome.Done("");
  }

  private boolean locked(Lock.Field field) {
    Lock.Action lock = locks.getOrDefault(field, Lock.Action.UNLOCK);
    return lock == Lock.Action.LOCK || lock == Lock.Action.LOCK_FOR_EVER;
  }

  /** A tag with an access password takes only that one, or none where nothing is locked. */
  private boolean passwordWrong(int password) {
    return hasPassword() ? password != 0 && password != accessPassword() : password != 0;
  }

  private boolean hasPassword() {
    return accessPassword() != 0;
  }

  private int accessPassword() {
    return passwordAt(ACCESS_PASSWORD_WORD * WORD);
  }

  private int passwordAt(int at) {
    byte[] bytes = bank(Bank.RESERVED);
    return ((bytes[at] & 0xFF) << 24)
        | ((bytes[at + 1] & 0xFF) << 16)
        | ((bytes[at + 2] & 0xFF) << 8)
        | (bytes[at + 3] & 0xFF);
  }

  private static Lock.Field fieldOf(Bank bank, int wordAddress) {
    return switch (bank) {
      case RESERVED ->
          wordAddress < ACCESS_PASSWORD_WORD
              ? Lock.Field.KILL_PASSWORD
              : Lock.Field.ACCESS_PASSWORD;
      case EPC -> Lock.Field.EPC;
      case TID -> Lock.Field.TID;
      case USER -> Lock.Field.USER;
    };
  }

  private byte[] bank(Bank bank) {
    return memory.getOrDefault(bank, new byte[0]);
  }
}
