package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;
import java.util.Optional;

/**
 * One frame: {@code BB | type | command | length, 2 bytes | parameters | checksum | 7E}. The
 * checksum is the low byte of the sum from type to the last parameter (Communication Protocol V2.1,
 * Invelion 2015).
 */
public final class BbFrame {
  static final byte HEAD = (byte) 0xBB;
  static final byte TAIL = 0x7E;

  /** Bytes of a frame without parameters. */
  static final int OVERHEAD = 7;

  /** Longest parameter part we accept; a full write or read of 32 words needs less than 200. */
  static final int LONGEST_PARAMETERS = 255;

  /** Who says it. */
  public enum Type {
    COMMAND(0),
    RESPONSE(1),
    NOTICE(2);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    static Optional<Type> ofCode(byte code) {
      return switch (code) {
        case 0 -> Optional.of(COMMAND);
        case 1 -> Optional.of(RESPONSE);
        case 2 -> Optional.of(NOTICE);
        default -> Optional.empty();
      };
    }
  }

  private final Type type;
  private final int command;
  private final byte[] parameters;

  private BbFrame(Type type, int command, byte[] parameters) {
    if (command < 0 || command > 0xFF) {
      throw new IllegalArgumentException("command %d is not a byte".formatted(command));
    }
    if (parameters.length > LONGEST_PARAMETERS) {
      throw new IllegalArgumentException("%d parameter bytes".formatted(parameters.length));
    }
    this.type = type;
    this.command = command;
    this.parameters = parameters;
  }

  public static BbFrame of(Type type, int command, byte... parameters) {
    return new BbFrame(type, command, parameters.clone());
  }

  public Type type() {
    return type;
  }

  /** Command byte, 0 to 255. */
  public int command() {
    return command;
  }

  public byte[] parameters() {
    return parameters.clone();
  }

  public int length() {
    return parameters.length;
  }

  /** Parameter byte as 0 to 255. */
  public int parameter(int index) {
    return parameters[index] & 0xFF;
  }

  public byte[] encode() {
    byte[] bytes = new byte[parameters.length + OVERHEAD];
    bytes[0] = HEAD;
    bytes[1] = (byte) type.code;
    bytes[2] = (byte) command;
    bytes[3] = (byte) (parameters.length >> 8);
    bytes[4] = (byte) parameters.length;
    System.arraycopy(parameters, 0, bytes, 5, parameters.length);
    int sum = 0;
    for (int i = 1; i < bytes.length - 2; i++) {
      sum += bytes[i];
    }
    bytes[bytes.length - 2] = (byte) sum;
    bytes[bytes.length - 1] = TAIL;
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BbFrame that
        && type == that.type
        && command == that.command
        && Arrays.equals(parameters, that.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + command) + Arrays.hashCode(parameters);
  }

  @Override
  public String toString() {
    return "%s %02X [%s]".formatted(type, command, Hex.of(parameters));
  }
}
