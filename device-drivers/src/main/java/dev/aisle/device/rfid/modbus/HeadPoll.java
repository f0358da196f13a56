package dev.aisle.device.rfid.modbus;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;
import java.util.Optional;

/**
 * One look at a head. Holding registers: 0 presence, 1 change counter, 2 length of the EPC in
 * bytes, 3 to 8 EPC with the high byte first, 9 RSSI, signed.
 *
 * @param epcHex empty when no tag lies before the head
 */
record HeadPoll(Optional<String> epcHex, int changes, int rssi) {
  static final int FIRST_REGISTER = 0;
  static final int REGISTERS = 10;
  private static final int EPC_REGISTER = 3;
  private static final int LONGEST_EPC = 12;

  /** Empty when the registers contradict themselves. */
  static Optional<HeadPoll> of(int[] registers) {
    int length = registers[2];
    if (registers[0] > 1) {
      return Optional.empty();
    }
    if (registers[0] == 0) {
      return Optional.of(new HeadPoll(Optional.empty(), registers[1], 0));
    }
    if (length < 1 || length > LONGEST_EPC) {
      return Optional.empty();
    }
    byte[] epc = new byte[LONGEST_EPC];
    for (int i = 0; i < LONGEST_EPC; i++) {
      int register = registers[EPC_REGISTER + i / 2];
      epc[i] = (byte) (i % 2 == 0 ? register >> 8 : register);
    }
    String hex = Hex.of(Arrays.copyOf(epc, length));
    return Optional.of(new HeadPoll(Optional.of(hex), registers[1], (short) registers[9]));
  }
}
