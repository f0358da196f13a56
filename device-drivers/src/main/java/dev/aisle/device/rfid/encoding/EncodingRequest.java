package dev.aisle.device.rfid.encoding;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What is to be written into the one tag before the reader.
 *
 * @param epcHex whole 16-bit words, at most 31 (Gen2: the length field of the PC word has 5 bits)
 * @param password access password that the tag has now, 0 for none
 * @param newPassword access password that it gets; its own memory is locked with it
 * @param lock whether its EPC and its passwords can be changed only with the password from now on
 * @param replace whether an EPC that is already in use may be overwritten
 */
public record EncodingRequest(
    String epcHex, int password, OptionalInt newPassword, boolean lock, boolean replace) {
  private static final int HEX_PER_WORD = 4;
  private static final int MOST_WORDS = 31;

  public EncodingRequest {
    epcHex = epcHex.toUpperCase(Locale.ROOT);
    if (!epcHex.matches("([0-9A-F]{4})+") || epcHex.length() / HEX_PER_WORD > MOST_WORDS) {
      throw new IllegalArgumentException(
          "an EPC is written as 1 to 31 words of 4 hex digits, not '%s'".formatted(epcHex));
    }
    if (newPassword.isPresent() && newPassword.getAsInt() == 0) {
      throw new IllegalArgumentException("00000000 means that a tag has no password");
    }
    if (lock && password == 0 && newPassword.isEmpty()) {
      throw new IllegalArgumentException(
          "a lock holds only with an access password; without one any reader opens it");
    }
  }

  /** A blank tag without a password, not locked. */
  public static EncodingRequest of(String epcHex) {
    return new EncodingRequest(epcHex, 0, OptionalInt.empty(), false, false);
  }

  public EncodingRequest withLock(int newAccessPassword) {
    return new EncodingRequest(epcHex, password, OptionalInt.of(newAccessPassword), true, replace);
  }

  public EncodingRequest replacing() {
    return new EncodingRequest(epcHex, password, newPassword, lock, true);
  }

  /** Words of the EPC, as the upper five bits of the PC word say it. */
  int words() {
    return epcHex.length() / HEX_PER_WORD;
  }
}
