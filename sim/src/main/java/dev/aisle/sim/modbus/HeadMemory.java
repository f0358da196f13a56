package dev.aisle.sim.modbus;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The tag before a head: its identity, and the memory it carries. Thread-safe. */
final class HeadMemory {
  /** Bytes of the memory of a tag. */
  static final int BYTES = 128;

  private byte[] uid = new byte[0];
  private byte[] memory = new byte[BYTES];
  private int changes;

  /** Another tag comes with an empty memory; the same one stays as it is. */
  synchronized boolean show(Optional<String> uidHex) {
    byte[] next = HexFormat.of().parseHex(uidHex.orElse(""));
    if (Arrays.equals(next, uid)) {
      return false;
    }
    uid = next;
    memory = new byte[BYTES];
    changes = (changes + 1) & 0xFFFF;
    return true;
  }

  synchronized boolean present() {
    return uid.length > 0;
  }

  synchronized byte[] uid() {
    return uid.clone();
  }

  synchronized void uid(byte[] other) {
    uid = other.clone();
  }

  synchronized int changes() {
    return changes;
  }

  /** Whether so many bytes from there lie within the memory. */
  static boolean has(int from, int count) {
    return from >= 0 && count >= 0 && from + count <= BYTES;
  }

  synchronized byte[] read(int from, int count) {
    return Arrays.copyOfRange(memory, from, from + count);
  }

  synchronized void write(int from, byte[] bytes) {
    System.arraycopy(bytes, 0, memory, from, bytes.length);
  }

  /** Bytes as registers, high byte first; zero behind the end. */
  static int[] words(byte[] bytes, int count) {
    int[] words = new int[count];
    for (int i = 0; i < Math.min(bytes.length, 2 * count); i++) {
      words[i / 2] |= (bytes[i] & 0xFF) << (i % 2 == 0 ? 8 : 0);
    }
    return words;
  }

  static byte[] bytes(int[] words) {
    byte[] bytes = new byte[2 * words.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 2 == 0 ? words[i / 2] >> 8 : words[i / 2]);
    }
    return bytes;
  }
}
