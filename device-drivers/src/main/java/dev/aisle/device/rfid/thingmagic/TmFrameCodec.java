package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames of one direction. Who listens to a reader takes responses; commands that are mixed in, as
 * in a recording of both directions, are told as such where no response fits.
 */
public final class TmFrameCodec implements FrameCodec<TmFrame> {
  private final TmFrame.Kind listensFor;

  private TmFrameCodec(TmFrame.Kind listensFor) {
    this.listensFor = listensFor;
  }

  /** For the host. */
  public static TmFrameCodec ofResponses() {
    return new TmFrameCodec(TmFrame.Kind.RESPONSE);
  }

  /** For a reader. */
  public static TmFrameCodec ofCommands() {
    return new TmFrameCodec(TmFrame.Kind.COMMAND);
  }

  @Override
  public List<Decoded<TmFrame>> decode(ByteBuffer in) {
    List<Decoded<TmFrame>> out = new ArrayList<>();
    while (in.hasRemaining()) {
      if (!couldBeFrame(in)) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      int overhead =
          listensFor == TmFrame.Kind.RESPONSE
              ? TmFrame.RESPONSE_OVERHEAD
              : TmFrame.COMMAND_OVERHEAD;
      if (in.remaining() < 3 || in.remaining() < length(in) + overhead) {
        return out;
      }
      if (listensFor == TmFrame.Kind.RESPONSE && fits(in, TmFrame.RESPONSE_OVERHEAD)) {
        out.add(new Decoded.Frame<>(take(in, TmFrame.Kind.RESPONSE)));
      } else if (fits(in, TmFrame.COMMAND_OVERHEAD)) {
        out.add(new Decoded.Frame<>(take(in, TmFrame.Kind.COMMAND)));
      } else {
        out.add(new Decoded.Noise<>(in.get()));
      }
    }
    return out;
  }

  /** A command at the end of a recording is two bytes shorter than a response would be. */
  @Override
  public List<Decoded<TmFrame>> giveUp(ByteBuffer in) {
    List<Decoded<TmFrame>> out = new ArrayList<>();
    if (in.hasRemaining()) {
      if (couldBeFrame(in) && in.remaining() >= 3 && fits(in, TmFrame.COMMAND_OVERHEAD)) {
        out.add(new Decoded.Frame<>(take(in, TmFrame.Kind.COMMAND)));
      } else {
        out.add(new Decoded.Noise<>(in.get()));
      }
      out.addAll(decode(in));
    }
    return out;
  }

  @Override
  public byte[] encode(TmFrame frame) {
    return frame.encode();
  }

  @Override
  public int longestFrame() {
    return TmFrame.LONGEST_DATA + TmFrame.RESPONSE_OVERHEAD;
  }

  /** Looks only at bytes that are there, so that noise is skipped as early as possible. */
  private static boolean couldBeFrame(ByteBuffer in) {
    int start = in.position();
    return in.get(start) == TmFrame.HEAD
        && (in.remaining() < 3 || TmCommands.isOpcode(in.get(start + 2) & 0xFF));
  }

  private static int length(ByteBuffer in) {
    return in.get(in.position() + 1) & 0xFF;
  }

  private static boolean fits(ByteBuffer in, int overhead) {
    int total = length(in) + overhead;
    if (in.remaining() < total) {
      return false;
    }
    byte[] bytes = new byte[total];
    in.get(in.position(), bytes);
    int crc = ((bytes[total - 2] & 0xFF) << 8) | (bytes[total - 1] & 0xFF);
    return crc == TmCrc.of(bytes, 1, total - 2);
  }

  private static TmFrame take(ByteBuffer in, TmFrame.Kind kind) {
    int start = in.position();
    boolean command = kind == TmFrame.Kind.COMMAND;
    byte[] data = new byte[length(in)];
    in.get(start + (command ? 3 : 5), data);
    int opcode = in.get(start + 2) & 0xFF;
    int status = command ? 0 : in.getShort(start + 3) & 0xFFFF;
    in.position(
        start + data.length + (command ? TmFrame.COMMAND_OVERHEAD : TmFrame.RESPONSE_OVERHEAD));
    return command ? TmFrame.command(opcode, data) : TmFrame.response(opcode, status, data);
  }
}
