package dev.aisle.device.rfid.modbus;

import dev.aisle.device.rfid.Hex;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a tag's identity lies in registers.
 *
 * @param words registers it may take
 * @param lowByteFirst each word is turned (BA instead of AB)
 * @param lastWordFirst the words are turned
 * @param form what stands in the bytes
 * @param trimZeros bytes of zero at the end are filling
 */
public record TagUidFormat(
    int words, boolean lowByteFirst, boolean lastWordFirst, Form form, boolean trimZeros) {
  private static final int PC_BYTES = 2;

  /** What stands in the bytes. */
  public enum Form {
    /** The identity and nothing else. */
    PLAIN,
    /**
     * Protocol control word of a Gen2 tag, whose highest five bits count the words of the identity
     * after it (EPC Gen2 V2.1, 6.3.2.1.2.2).
     */
    PC
  }

  /** High byte first, first word first, nothing else. */
  public static TagUidFormat plain(int words) {
    return new TagUidFormat(words, false, false, Form.PLAIN, false);
  }

  /**
   * The identity in hex; empty when all is zero or the bytes contradict themselves.
   *
   * @param given the words, as many as {@link #words()} or fewer
   * @param bytes how many count, when the reader says so
   */
  Optional<String> read(int[] given, OptionalInt bytes) {
    byte[] all = bytes(given);
    if (bytes.isPresent() && (bytes.getAsInt() < 1 || bytes.getAsInt() > all.length)) {
      return Optional.empty();
    }
    byte[] counted = Arrays.copyOf(all, bytes.orElse(all.length));
    if (allZero(counted)) {
      return Optional.empty();
    }
    if (form == Form.PC) {
      int pc = ((counted[0] & 0xFF) << 8) | (counted.length > 1 ? counted[1] & 0xFF : 0);
      int length = (pc >> 11) * 2;
      return length == 0 || PC_BYTES + length > counted.length
          ? Optional.empty()
          : Optional.of(Hex.of(counted, PC_BYTES, PC_BYTES + length));
    }
    int end = counted.length;
    while (trimZeros && end > 1 && counted[end - 1] == 0) {
      end--;
    }
    return Optional.of(Hex.of(counted, 0, end));
  }

  /** The words for an identity; the rest is filled with zero. */
  int[] write(byte[] uid) {
    int[] given = new int[words];
    for (int i = 0; i < 2 * words; i++) {
      int value = i < uid.length ? uid[i] & 0xFF : 0;
      int word = lastWordFirst ? words - 1 - i / 2 : i / 2;
      boolean high = (i % 2 == 0) != lowByteFirst;
      given[word] |= high ? value << 8 : value;
    }
    return given;
  }

  private byte[] bytes(int[] given) {
    byte[] all = new byte[2 * given.length];
    for (int i = 0; i < all.length; i++) {
      int word = given[lastWordFirst ? given.length - 1 - i / 2 : i / 2];
      boolean high = (i % 2 == 0) != lowByteFirst;
      all[i] = (byte) (high ? word >> 8 : word);
    }
    return all;
  }

  private static boolean allZero(byte[] bytes) {
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
