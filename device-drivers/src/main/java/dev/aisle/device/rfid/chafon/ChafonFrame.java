package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;

/**
 * One frame in either direction: {@code length | address | code | body | CRC, 2 bytes}. The body of
 * an answer begins with its status. Nothing in the bytes tells a command from an answer; readers
 * never answer from the public address, and an answer is never without a status.
 */
public final class ChafonFrame {
  /** Every reader takes commands to this address. */
  public static final int PUBLIC = 0xFF;

  /** Bytes of a frame without a body: length, address, code, CRC. */
  static final int OVERHEAD = 5;

  /** The length byte counts everything after itself. */
  static final int LONGEST_BODY = 0xFF - OVERHEAD + 1;

  private final int address;
  private final int code;
  private final byte[] body;
  private final boolean fromHost;

  private ChafonFrame(int address, int code, byte[] body, boolean fromHost) {
    if (address < 0 || address > 0xFF || code < 0 || code > 0xFF) {
      throw new IllegalArgumentException("address %d, code %d".formatted(address, code));
    }
    if (body.length > LONGEST_BODY) {
      throw new IllegalArgumentException("a body of %d bytes".formatted(body.length));
    }
    this.address = address;
    this.code = code;
    this.body = body;
    this.fromHost = fromHost;
  }

  public static ChafonFrame of(int address, int code, byte... body) {
    return new ChafonFrame(address, code, body.clone(), false);
  }

  /** What a host asks. */
  static ChafonFrame command(int address, int code, byte... body) {
    return new ChafonFrame(address, code, body.clone(), true);
  }

  /** An answer of a reader. */
  public static ChafonFrame answer(int address, int code, int status, byte... data) {
    byte[] body = new byte[data.length + 1];
    body[0] = (byte) status;
    System.arraycopy(data, 0, body, 1, data.length);
    return new ChafonFrame(address, code, body, false);
  }

  public int address() {
    return address;
  }

  /** What is asked, or what is answered. */
  public int code() {
    return code;
  }

  public byte[] body() {
    return body.clone();
  }

  public int length() {
    return body.length;
  }

  /** Body byte as 0 to 255. */
  public int at(int index) {
    return body[index] & 0xFF;
  }

  /** As far as can be known of a frame that was heard. */
  boolean isCommand() {
    return fromHost || address == PUBLIC || body.length == 0;
  }

  String hex(int from, int to) {
    return Hex.of(body, from, to);
  }

  public byte[] encode() {
    byte[] bytes = new byte[body.length + OVERHEAD];
    bytes[0] = (byte) (bytes.length - 1);
    bytes[1] = (byte) address;
    bytes[2] = (byte) code;
    System.arraycopy(body, 0, bytes, 3, body.length);
    int crc = ChafonCrc.start();
    for (int i = 0; i < bytes.length - 2; i++) {
      crc = ChafonCrc.with(crc, bytes[i]);
    }
    bytes[bytes.length - 2] = (byte) crc;
    bytes[bytes.length - 1] = (byte) (crc >> 8);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChafonFrame that
        && address == that.address
        && code == that.code
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * address + code) + Arrays.hashCode(body);
  }

  @Override
  public String toString() {
    return "%02X to or from %02X [%s]".formatted(code, address, Hex.of(body));
  }
}
