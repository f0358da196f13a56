package dev.aisle.sim.modbus;

import java.util.Optional;

/**
 * Inveo RFID IND Modbus: holds a tag in registers 1002 to 1011 until register 1000 (or its coil
 * 1016) is written 0, and only then takes the next. Coil 1017 is on after power-up.
 */
public final class InveoHead implements ModbusUnit {
  private static final int IS_NEW = 1000;
  private static final int UID = 1002;
  private static final int LAST = 1011;
  private static final int NEW_COIL = 1016;
  private static final int RESET_COIL = 1017;

  private String before = "";
  private String latched = "";
  private boolean isNew;
  private boolean reset = true;

  /** A tag comes; while another is held it is not seen. */
  public synchronized void sense(Optional<String> uidHex) {
    before = uidHex.orElse("");
    latch();
  }

  private void latch() {
    if (!isNew && !before.isEmpty() && !before.equals(latched)) {
      latched = before;
      isNew = true;
    }
    if (before.isEmpty() && !isNew) {
      latched = "";
    }
  }

  /** Switches the reader off and on: what was held is lost, and it says so. */
  public synchronized void powerUp() {
    latched = "";
    isNew = false;
    reset = true;
    latch();
  }

  public synchronized boolean saysReset() {
    return reset;
  }

  @Override
  public synchronized int[] registers(int first, int count) throws Refusal {
    if (first < IS_NEW || first + count - 1 > LAST) {
      throw Refusal.address();
    }
    int[] all = new int[LAST - IS_NEW + 1];
    all[0] = isNew ? 1 : 0;
    byte[] uid = java.util.HexFormat.of().parseHex(isNew ? latched : "");
    System.arraycopy(HeadMemory.words(uid, 10), 0, all, UID - IS_NEW, 10);
    return java.util.Arrays.copyOfRange(all, first - IS_NEW, first - IS_NEW + count);
  }

  @Override
  public synchronized void writeRegisters(int first, int[] values) throws Refusal {
    if (first != IS_NEW || values.length != 1) {
      throw Refusal.address();
    }
    release(values[0] == 0);
  }

  private void release(boolean now) {
    if (now && isNew) {
      isNew = false;
      latch();
    }
  }

  @Override
  public synchronized boolean[] coils(int first, int count) throws Refusal {
    if (first < IS_NEW || first + count - 1 > RESET_COIL) {
      throw Refusal.address();
    }
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      bits[i] = (first + i == NEW_COIL && isNew) || (first + i == RESET_COIL && reset);
    }
    return bits;
  }

  @Override
  public synchronized void writeCoils(int first, boolean[] values) throws Refusal {
    for (int i = 0; i < values.length; i++) {
      if (first + i == RESET_COIL) {
        reset = values[i];
      } else if (first + i == NEW_COIL) {
        release(!values[i]);
      } else {
        throw Refusal.address();
      }
    }
  }
}
