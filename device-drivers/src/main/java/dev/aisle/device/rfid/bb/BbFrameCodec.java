package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes frames out of a byte stream. Goes by the length field, never by looking for the end byte,
 * because BB and 7E occur inside EPCs; after a bad frame it skips one byte and looks again. Knows
 * no port and no clock.
 */
public final class BbFrameCodec implements FrameCodec<BbFrame> {
  @Override
  public List<Decoded<BbFrame>> decode(ByteBuffer in) {
    List<Decoded<BbFrame>> out = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      if (!couldBeFrame(in)) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      if (in.remaining() < BbFrame.OVERHEAD) {
        return out;
      }
      int parameters = length(in);
      int total = parameters + BbFrame.OVERHEAD;
      if (in.remaining() < total) {
        return out;
      }
      if (in.get(start + total - 1) != BbFrame.TAIL || !checksumRight(in, total)) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      byte[] bytes = new byte[parameters];
      in.get(start + 5, bytes);
      out.add(
          new Decoded.Frame<>(
              BbFrame.of(
                  BbFrame.Type.ofCode(in.get(start + 1)).orElseThrow(),
                  in.get(start + 2) & 0xFF,
                  bytes)));
      in.position(start + total);
    }
    return out;
  }

  /** Noise can look like the start of a long frame. */
  @Override
  public List<Decoded<BbFrame>> giveUp(ByteBuffer in) {
    List<Decoded<BbFrame>> out = new ArrayList<>();
    if (in.hasRemaining()) {
      out.add(new Decoded.Noise<>(in.get()));
      out.addAll(decode(in));
    }
    return out;
  }

  @Override
  public byte[] encode(BbFrame frame) {
    return frame.encode();
  }

  @Override
  public boolean beginsFrame(byte first) {
    return first == BbFrame.HEAD;
  }

  @Override
  public int longestFrame() {
    return BbFrame.LONGEST_PARAMETERS + BbFrame.OVERHEAD;
  }

  /** Looks only at bytes that are there, so that noise is skipped as early as possible. */
  private static boolean couldBeFrame(ByteBuffer in) {
    int start = in.position();
    int there = in.remaining();
    return in.get(start) == BbFrame.HEAD
        && (there < 2 || BbFrame.Type.ofCode(in.get(start + 1)).isPresent())
        && (there < 5 || length(in) <= BbFrame.LONGEST_PARAMETERS);
  }

  private static int length(ByteBuffer in) {
    int start = in.position();
    return ((in.get(start + 3) & 0xFF) << 8) | (in.get(start + 4) & 0xFF);
  }

  private static boolean checksumRight(ByteBuffer in, int total) {
    int start = in.position();
    int sum = 0;
    for (int i = 1; i < total - 2; i++) {
      sum += in.get(start + i);
    }
    return (byte) sum == in.get(start + total - 2);
  }
}
