package dev.aisle.device.rfid.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts as few bytes, written at the end and read from the front. */
final class Bytes {
  private byte[] all;
  private int read;
  private int end;

  Bytes() {
    this.all = new byte[4096];
  }

  Bytes(byte[] all) {
    this.all = all;
    this.end = all.length;
  }

  int size() {
    return end;
  }

  boolean hasMore() {
    return read < end;
  }

  byte[] take() {
    byte[] taken = Arrays.copyOf(all, end);
    end = 0;
    return taken;
  }

  void put(int oneByte) {
    if (end == all.length) {
      all = Arrays.copyOf(all, 2 * all.length);
    }
    all[end++] = (byte) oneByte;
  }

  /** Seven bits a byte, lowest first; the high bit says that more follow. */
  void putUnsigned(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
  }

  /** Small numbers of either sign stay short. */
  void putSigned(long value) {
    putUnsigned((value << 1) ^ (value >> 63));
  }

  void putText(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    putUnsigned(utf8.length);
    for (byte one : utf8) {
      put(one);
    }
  }

  int get() {
    if (read >= end) {
      throw new IllegalArgumentException("the block ends in the middle of an event");
    }
    return all[read++] & 0xFF;
  }

  long getUnsigned() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int one = get();
      value |= (long) (one & 0x7F) << shift;
      if (one < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  long getSigned() {
    long value = getUnsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  String getText() {
    long length = getUnsigned();
    if (length < 0 || length > end - read) {
      throw new IllegalArgumentException("a text longer than its block");
    }
    String text = new String(all, read, (int) length, StandardCharsets.UTF_8);
    read += (int) length;
    return text;
  }
}
