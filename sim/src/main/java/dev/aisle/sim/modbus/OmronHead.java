package dev.aisle.sim.modbus;

import java.util.Optional;

/**
 * Omron V680S (HF) and V780 (UHF): the register address is the command. Without a tag every command
 * ends with exception 4, and the cause stands in the log at C700.
 */
public final class OmronHead implements ModbusUnit {
  private static final int READ_ID = 0xA000;
  private static final int READ_EPC = 0x4000;
  private static final int EPC_WORDS = 0x20;
  private static final int LEVEL = 0xDC00;
  private static final int LAST_ERROR = 0xC700;
  private static final int NO_TAG = 0x2001;
  private static final int NO_SUCH_ADDRESS = 0x2004;
  private static final int LOG_OF_A_FAULT = 0x7001;
  private static final int LEVEL_DBM = -41;

  private final boolean uhf;
  private final HeadMemory tag = new HeadMemory();
  private volatile int lastError;
  private volatile int busy;
  private volatile boolean broken;

  /**
   * @param uhf a V780 instead of a V680S
   */
  public OmronHead(boolean uhf) {
    this.uhf = uhf;
  }

  public void sense(Optional<String> uidHex) {
    tag.show(uidHex);
  }

  /** The next so many commands meet a busy reader. */
  public void beBusy(int commands) {
    busy = commands;
  }

  /** The head fails at every command, or works again. */
  public void fail(boolean on) {
    broken = on;
  }

  @Override
  public int[] registers(int first, int count) throws Refusal {
    if (first == LAST_ERROR) {
      return HeadMemory.words(new byte[] {(byte) (lastError >> 8), (byte) lastError}, count);
    }
    requireReady();
    if (!uhf && first == READ_ID && count == 4) {
      requireTag();
      return HeadMemory.words(tag.uid(), count);
    }
    if (uhf && first == READ_EPC && count == EPC_WORDS) {
      requireTag();
      return epc();
    }
    if (uhf && first == LEVEL) {
      return new int[] {LEVEL_DBM & 0xFFFF};
    }
    if (!uhf && first <= 0x9FFF) {
      requireTag();
      requireMemory(first, count);
      return HeadMemory.words(tag.read(2 * first, 2 * count), count);
    }
    throw Refusal.address();
  }

  @Override
  public void writeRegisters(int first, int[] values) throws Refusal {
    requireReady();
    if (uhf || first > 0x9FFF) {
      throw Refusal.address();
    }
    requireTag();
    requireMemory(first, values.length);
    tag.write(2 * first, HeadMemory.bytes(values));
  }

  private int[] epc() {
    byte[] uid = tag.uid();
    int[] words = new int[EPC_WORDS];
    words[0] = (uid.length / 2) << 11;
    System.arraycopy(HeadMemory.words(uid, uid.length / 2), 0, words, 1, uid.length / 2);
    return words;
  }

  private synchronized void requireReady() throws Refusal {
    if (busy > 0) {
      busy--;
      throw new Refusal(6);
    }
    if (broken) {
      throw failure(LOG_OF_A_FAULT);
    }
  }

  private void requireTag() throws Refusal {
    if (!tag.present()) {
      throw failure(NO_TAG);
    }
  }

  private void requireMemory(int first, int words) throws Refusal {
    if (!HeadMemory.has(2 * first, 2 * words)) {
      throw failure(NO_SUCH_ADDRESS);
    }
  }

  private Refusal failure(int cause) {
    lastError = cause;
    return new Refusal(4);
  }
}
