package dev.aisle.device.rfid.uhf.protocol;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Cuts a stream into the frames of one protocol. Goes by the length field, never by looking for an
 * end byte; after a bad checksum it skips one byte and looks again. Pure: all state is in the
 * buffer.
 */
public interface FrameCodec<F> {
  /**
   * Takes every complete frame out of the buffer, between its position and its limit, and leaves
   * the unfinished rest. What comes out does not depend on how the stream was cut into buffers.
   */
  List<Decoded<F>> decode(ByteBuffer in);

  /**
   * Gives up on the unfinished frame at the head of the buffer, skipping at least one byte when
   * there is any: for a line that has been silent too long for the rest still to come.
   */
  List<Decoded<F>> giveUp(ByteBuffer in);

  byte[] encode(F frame);

  /** Whether frames begin with this byte, so that damage can be told from noise. */
  default boolean beginsFrame(byte first) {
    return false;
  }

  /** The longest frame in bytes; a buffer of twice this never fills up. */
  int longestFrame();
}
