package dev.aisle.sim.modbus;

import java.util.Optional;

/**
 * A channel of a Turck TBEN block: process image with command and response code. A command is taken
 * when its code changes, is busy for some looks, and then shows its code without the busy bit;
 * between two commands the code must be 0.
 */
public final class TurckBlock implements ModbusUnit {
  private static final int STRIDE = 0x4C;
  private static final int OUTPUTS = 0x0800;
  private static final int BUSY = 0x8000;
  private static final int ERROR = 0x4000;
  private static final int DATA = 12;
  private static final int NO_TAG_ERROR = 0xE203;
  private static final int ADDRESS_ERROR = 0xE102;

  private final int channel;
  private final HeadMemory tag = new HeadMemory();
  private final int[] inputs = new int[STRIDE];
  private final int[] outputs = new int[STRIDE];
  private int busyLooks = 2;
  private int left;
  private int status;

  public TurckBlock(int channel) {
    this.channel = channel;
  }

  public synchronized void sense(Optional<String> uidHex) {
    tag.show(uidHex);
  }

  /** Bits of the status word beside the presence bit: 4 detuned, 5, 6, 7 head missing. */
  public synchronized void status(int bits) {
    status = bits;
  }

  /** How many looks a command takes. */
  public synchronized void busyFor(int looks) {
    busyLooks = looks;
  }

  @Override
  public synchronized int[] registers(int first, int count) throws Refusal {
    int from = first - channel * STRIDE;
    if (from < 0 || from + count > STRIDE) {
      throw Refusal.address();
    }
    if (left > 0 && --left == 0) {
      finish();
    }
    inputs[2] = status | (tag.present() ? 1 : 0);
    inputs[5] = tag.changes();
    return java.util.Arrays.copyOfRange(inputs, from, from + count);
  }

  @Override
  public synchronized void writeRegisters(int first, int[] values) throws Refusal {
    int from = first - OUTPUTS - channel * STRIDE;
    if (from < 0 || from + values.length > STRIDE) {
      throw Refusal.address();
    }
    int before = outputs[0];
    System.arraycopy(values, 0, outputs, from, values.length);
    if (outputs[0] == before || (outputs[0] != 0 && before != 0)) {
      return;
    }
    if (outputs[0] == 0) {
      left = 0;
      inputs[0] = 0;
      inputs[4] = 0;
      return;
    }
    inputs[0] = outputs[0] | BUSY;
    left = busyLooks;
  }

  private void finish() {
    int command = outputs[0];
    int start = outputs[2] | (outputs[3] << 16);
    int length = outputs[4];
    inputs[0] = command;
    inputs[3] = 0;
    if (!tag.present()) {
      fail(NO_TAG_ERROR);
      return;
    }
    switch (command) {
      case 0x0001 -> show(tag.uid());
      case 0x0002 -> {
        if (HeadMemory.has(start, length)) {
          show(tag.read(start, length));
        } else {
          fail(ADDRESS_ERROR);
        }
      }
      case 0x0004, 0x0008 -> {
        if (HeadMemory.has(start, length)) {
          tag.write(start, data(length));
        } else {
          fail(ADDRESS_ERROR);
        }
      }
      default -> fail(ADDRESS_ERROR);
    }
  }

  private void fail(int code) {
    inputs[0] |= ERROR;
    inputs[4] = code;
  }

  /** Low byte first. */
  private void show(byte[] bytes) {
    inputs[3] = bytes.length;
    java.util.Arrays.fill(inputs, DATA, STRIDE, 0);
    for (int i = 0; i < bytes.length; i++) {
      inputs[DATA + i / 2] |= (bytes[i] & 0xFF) << (i % 2 == 0 ? 0 : 8);
    }
  }

  private byte[] data(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (outputs[DATA + i / 2] >> (i % 2 == 0 ? 0 : 8));
    }
    return bytes;
  }
}
