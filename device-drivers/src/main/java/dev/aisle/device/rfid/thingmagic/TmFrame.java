package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;

/**
 * One frame. A command is {@code FF | length | opcode | data | CRC}, a response has a status of two
 * bytes before its data; the length counts the data only (MercuryAPI, serial reader protocol).
 */
public final class TmFrame {
  static final byte HEAD = (byte) 0xFF;

  /** Bytes of a command without data. */
  static final int COMMAND_OVERHEAD = 5;

  /** Bytes of a response without data. */
  static final int RESPONSE_OVERHEAD = 7;

  static final int LONGEST_DATA = 255;

  /** Who says it. */
  public enum Kind {
    COMMAND,
    RESPONSE
  }

  private final Kind kind;
  private final int opcode;
  private final int status;
  private final byte[] data;

  private TmFrame(Kind kind, int opcode, int status, byte[] data) {
    if (opcode < 0 || opcode > 0xFF || status < 0 || status > 0xFFFF) {
      throw new IllegalArgumentException("opcode %d, status %d".formatted(opcode, status));
    }
    if (data.length > LONGEST_DATA) {
      throw new IllegalArgumentException("%d data bytes".formatted(data.length));
    }
    this.kind = kind;
    this.opcode = opcode;
    this.status = status;
    this.data = data;
  }

  public static TmFrame command(int opcode, byte... data) {
    return new TmFrame(Kind.COMMAND, opcode, 0, data.clone());
  }

  /**
   * @param status 0 when all is well
   */
  public static TmFrame response(int opcode, int status, byte... data) {
    return new TmFrame(Kind.RESPONSE, opcode, status, data.clone());
  }

  public Kind kind() {
    return kind;
  }

  public int opcode() {
    return opcode;
  }

  /** Of a response, 0 to FFFF; 0 of a command. */
  public int status() {
    return status;
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
    int head = kind == Kind.COMMAND ? 3 : 5;
    byte[] bytes = new byte[head + data.length + 2];
    bytes[0] = HEAD;
    bytes[1] = (byte) data.length;
    bytes[2] = (byte) opcode;
    if (kind == Kind.RESPONSE) {
      bytes[3] = (byte) (status >> 8);
      bytes[4] = (byte) status;
    }
    System.arraycopy(data, 0, bytes, head, data.length);
    int crc = TmCrc.of(bytes, 1, bytes.length - 2);
    bytes[bytes.length - 2] = (byte) (crc >> 8);
    bytes[bytes.length - 1] = (byte) crc;
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TmFrame that
        && kind == that.kind
        && opcode == that.opcode
        && status == that.status
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * kind.hashCode() + opcode) + status) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "%s %02X %04X [%s]".formatted(kind, opcode, status, Hex.of(data));
  }
}
