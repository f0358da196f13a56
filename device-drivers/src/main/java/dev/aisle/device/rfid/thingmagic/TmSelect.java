package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Which tag a command means, as it stands inside of the command: the option says what follows,
 * which is the access password and the EPC with its length in bits.
 */
final class TmSelect {
  private static final int LONGEST_SHORT_MASK = 255;

  private final int option;
  private final byte[] bytes;

  private TmSelect(int option, byte[] bytes) {
    this.option = option;
    this.bytes = bytes;
  }

  static TmSelect with(int password, Optional<String> target) {
    if (target.isEmpty()) {
      return password == 0
          ? new TmSelect(0, new byte[0])
          : new TmSelect(
              TmCommands.OPTION_PASSWORD, ByteBuffer.allocate(4).putInt(password).array());
    }
    TmSelect plain = withoutPassword(target);
    return new TmSelect(
        plain.option,
        ByteBuffer.allocate(4 + plain.bytes.length).putInt(password).put(plain.bytes).array());
  }

  /** For lock and kill, which have their password elsewhere. */
  static TmSelect withoutPassword(Optional<String> target) {
    if (target.isEmpty()) {
      return new TmSelect(0, new byte[0]);
    }
    byte[] epc = Hex.bytes(target.get());
    int bits = epc.length * 8;
    boolean wide = bits > LONGEST_SHORT_MASK;
    ByteBuffer out = ByteBuffer.allocate((wide ? 2 : 1) + epc.length);
    if (wide) {
      out.put((byte) (bits >> 8));
    }
    return new TmSelect(
        TmCommands.OPTION_EPC | (wide ? TmCommands.OPTION_LONG_MASK : 0),
        out.put((byte) bits).put(epc).array());
  }

  int option() {
    return option;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int length() {
    return bytes.length;
  }
}
