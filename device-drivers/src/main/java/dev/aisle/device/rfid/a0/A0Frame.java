package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;

/**
 * One frame: {@code A0 | length | address | command | data | checksum}. The length counts what
 * follows it; the checksum makes the sum of all bytes 00 (UHF RFID Reader Serial Interface Protocol
 * V2.2 to V3.7). Commands and answers look alike.
 */
public final class A0Frame {
  /** Every reader takes commands for this address. */
  public static final int PUBLIC_ADDRESS = 0xFF;

  static final byte HEAD = (byte) 0xA0;

  /** Bytes of a frame without data. */
  static final int OVERHEAD = 5;

  /** What the length byte counts beside the data: address, command, checksum. */
  static final int COUNTED_OVERHEAD = 3;

  static final int LONGEST_DATA = 0xFF - COUNTED_OVERHEAD;

  private final int address;
  private final int command;
  private final byte[] data;

  private A0Frame(int address, int command, byte[] data) {
    if (address < 0 || address > 0xFF || command < 0 || command > 0xFF) {
      throw new IllegalArgumentException("no bytes: %d, %d".formatted(address, command));
    }
    if (data.length > LONGEST_DATA) {
      throw new IllegalArgumentException("%d data bytes".formatted(data.length));
    }
    this.address = address;
    this.command = command;
    this.data = data;
  }

  public static A0Frame of(int address, int command, byte[] data) {
    return new A0Frame(address, command, data.clone());
  }

  /** Each number is one byte; only its low 8 bits count. */
  public static A0Frame of(int address, int command, int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) data[i];
    }
    return new A0Frame(address, command, bytes);
  }

  public int address() {
    return address;
  }

  /** Command byte, 0 to 255; an answer repeats that of its question. */
  public int command() {
    return command;
  }

  public byte[] data() {
    return data.clone();
  }

  public int length() {
    return data.length;
  }

  /** Data byte as 0 to 255. */
  public int at(int index) {
    return data[index] & 0xFF;
  }

  /** Two data bytes, the high one first. */
  public int wordAt(int index) {
    return (at(index) << 8) | at(index + 1);
  }

  /** Upper-case hex of data bytes. */
  public String hex(int from, int to) {
    return Hex.of(data, from, to);
  }

  byte[] encode() {
    byte[] bytes = new byte[data.length + OVERHEAD];
    bytes[0] = HEAD;
    bytes[1] = (byte) (data.length + COUNTED_OVERHEAD);
    bytes[2] = (byte) address;
    bytes[3] = (byte) command;
    System.arraycopy(data, 0, bytes, 4, data.length);
    bytes[bytes.length - 1] = checksum(bytes);
    return bytes;
  }

  /** What makes the sum of the bytes 00. */
  static byte checksum(byte[] bytes) {
    int sum = 0;
    for (byte one : bytes) {
      sum += one;
    }
    return (byte) -sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof A0Frame that
        && address == that.address
        && command == that.command
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * address + command) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "%02X %02X [%s]".formatted(address, command, Hex.of(data));
  }
}
