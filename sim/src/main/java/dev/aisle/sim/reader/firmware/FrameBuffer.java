package dev.aisle.sim.reader.firmware;

import java.nio.ByteBuffer;

/**
 * Bytes from the host that are not yet a frame. A host that goes on without one speaks another
 * language, and what it said is forgotten.
 */
final class FrameBuffer {
  private final ByteBuffer bytes = ByteBuffer.allocate(2048);

  /** All there is, ready to be decoded; the decoder leaves the unfinished rest. */
  ByteBuffer with(byte[] more, int from) {
    int count = Math.min(more.length - from, bytes.capacity());
    if (count > bytes.remaining()) {
      bytes.clear();
    }
    return bytes.put(more, from, count).flip();
  }

  void keepRest() {
    bytes.compact();
  }

  void clear() {
    bytes.clear();
  }
}
