package dev.aisle.sim.plc;

import java.util.BitSet;

/** Bits as Modbus carries them. */
final class BitWords {
  private BitWords() {}

  static boolean[] bits(BitSet set, int first, int count) {
    boolean[] bits = new boolean[count];
    for (int i = 0; i < count; i++) {
      bits[i] = set.get(first + i);
    }
    return bits;
  }

  /** The first sixteen, bit 0 for number 0. */
  static int word(BitSet set) {
    return set.isEmpty() ? 0 : (int) set.toLongArray()[0] & 0xFFFF;
  }
}
