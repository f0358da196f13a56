package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of the A0 protocol. Its checksum has only eight bits, so that one frame in 256 with a
 * damaged length would pass: what passes must also have a length that its command can have.
 */
public final class A0FrameCodec implements FrameCodec<A0Frame> {
  @Override
  public List<Decoded<A0Frame>> decode(ByteBuffer in) {
    List<Decoded<A0Frame>> out = new ArrayList<>();
    while (in.hasRemaining()) {
      if (!couldBeFrame(in)) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      if (in.remaining() < 2 || in.remaining() < total(in)) {
        return out;
      }
      if (!sumIsZero(in) || !A0Shapes.possible(frameAt(in))) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      out.add(new Decoded.Frame<>(frameAt(in)));
      in.position(in.position() + total(in));
    }
    return out;
  }

  @Override
  public List<Decoded<A0Frame>> giveUp(ByteBuffer in) {
    List<Decoded<A0Frame>> out = new ArrayList<>();
    if (in.hasRemaining()) {
      out.add(new Decoded.Noise<>(in.get()));
      out.addAll(decode(in));
    }
    return out;
  }

  @Override
  public byte[] encode(A0Frame frame) {
    return frame.encode();
  }

  @Override
  public int longestFrame() {
    return A0Frame.LONGEST_DATA + A0Frame.OVERHEAD;
  }

  /** Looks only at bytes that are there, so that noise is skipped as early as possible. */
  private static boolean couldBeFrame(ByteBuffer in) {
    int start = in.position();
    int there = in.remaining();
    return in.get(start) == A0Frame.HEAD
        && (there < 2 || (in.get(start + 1) & 0xFF) >= A0Frame.COUNTED_OVERHEAD)
        && (there < 4 || A0Shapes.possible(in.get(start + 3) & 0xFF, total(in) - A0Frame.OVERHEAD));
  }

  private static int total(ByteBuffer in) {
    return (in.get(in.position() + 1) & 0xFF) + 2;
  }

  private static boolean sumIsZero(ByteBuffer in) {
    int sum = 0;
    for (int i = in.position(); i < in.position() + total(in); i++) {
      sum += in.get(i);
    }
    return (byte) sum == 0;
  }

  private static A0Frame frameAt(ByteBuffer in) {
    int start = in.position();
    byte[] data = new byte[total(in) - A0Frame.OVERHEAD];
    in.get(start + 4, data);
    return A0Frame.of(in.get(start + 2) & 0xFF, in.get(start + 3) & 0xFF, data);
  }
}
