package dev.aisle.sim.modbus;

import java.util.HexFormat;
import java.util.Optional;

/**
 * An HF or LF head that shows its tag in registers: 3 mode, 4 status, 5 RSSI, 6 to 9 identity, 10
 * to 13 identity to be written. With status bits it is a CK-LR03: 0 antenna dead, 1 detuned, 2
 * write, 3 written, 4 could not write.
 */
public final class ValueHead implements ModbusUnit {
  private static final int REGISTERS = 14;
  private static final int MODE = 3;
  private static final int STATUS = 4;
  private static final int UID = 6;
  private static final int NEW_UID = 10;
  private static final int RSSI_DBM = -60;
  private static final int WRITE = 1 << 2;
  private static final int WRITTEN = 1 << 3;
  private static final int NOT_WRITTEN = 1 << 4;

  private final boolean statusBits;
  private final int[] values = new int[REGISTERS];
  private final HeadMemory tag = new HeadMemory();
  private boolean detuned;

  public ValueHead(boolean statusBits) {
    this.statusBits = statusBits;
  }

  public synchronized void sense(Optional<String> uidHex) {
    tag.show(uidHex);
  }

  /** The mode the head was left in: not 0 is automatic upload. */
  public synchronized void mode(int mode) {
    values[MODE] = mode;
  }

  public synchronized int mode() {
    return values[MODE];
  }

  public synchronized void detune(boolean on) {
    detuned = on;
  }

  public String uidHex() {
    return HexFormat.of().withUpperCase().formatHex(tag.uid());
  }

  @Override
  public synchronized int[] registers(int first, int count) throws Refusal {
    if (first < 0 || first + count > REGISTERS) {
      throw Refusal.address();
    }
    int[] now = values.clone();
    if (tag.present()) {
      System.arraycopy(HeadMemory.words(tag.uid(), 4), 0, now, UID, 4);
      now[5] = RSSI_DBM & 0xFFFF;
    }
    int present = tag.present() ? 1 : 0;
    now[STATUS] = statusBits ? values[STATUS] | (detuned ? 2 : 0) | (present << 8) : present;
    return java.util.Arrays.copyOfRange(now, first, first + count);
  }

  @Override
  public synchronized void writeRegisters(int first, int[] written) throws Refusal {
    if (first < 0 || first + written.length > REGISTERS) {
      throw Refusal.address();
    }
    System.arraycopy(written, 0, values, first, written.length);
    boolean asked =
        statusBits
            ? first <= STATUS && STATUS < first + written.length && (values[STATUS] & WRITE) != 0
            : first == NEW_UID && written.length == 4;
    if (asked) {
      writeUid();
    }
  }

  private void writeUid() {
    boolean possible = tag.present();
    if (possible) {
      tag.uid(HeadMemory.bytes(java.util.Arrays.copyOfRange(values, NEW_UID, NEW_UID + 4)));
    }
    values[STATUS] = statusBits ? (possible ? WRITTEN : NOT_WRITTEN) : 0;
  }
}
