package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes frames of either direction out of a stream. A frame has no head byte: it begins with its
 * length, so any byte can look like a beginning and only the CRC tells. A byte that cannot begin a
 * frame, because the length is too short or nobody knows such a command, is skipped at once.
 */
public final class ChafonFrameCodec implements FrameCodec<ChafonFrame> {
  private static final int LEAST_LENGTH = ChafonFrame.OVERHEAD - 1;
  private static final int LAST_COMMAND = 0x7F;

  @Override
  public List<Decoded<ChafonFrame>> decode(ByteBuffer in) {
    List<Decoded<ChafonFrame>> out = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      int there = in.remaining();
      int length = in.get(start) & 0xFF;
      if (length < LEAST_LENGTH || (there > 2 && !known(in.get(start + 2) & 0xFF))) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      if (there <= length) {
        return out;
      }
      if (!crcRight(in, start, length + 1)) {
        out.add(new Decoded.Noise<>(in.get()));
        continue;
      }
      byte[] body = new byte[length - LEAST_LENGTH];
      in.get(start + 3, body);
      out.add(
          new Decoded.Frame<>(
              ChafonFrame.of(in.get(start + 1) & 0xFF, in.get(start + 2) & 0xFF, body)));
      in.position(start + length + 1);
    }
    return out;
  }

  @Override
  public List<Decoded<ChafonFrame>> giveUp(ByteBuffer in) {
    List<Decoded<ChafonFrame>> out = new ArrayList<>();
    if (in.hasRemaining()) {
      out.add(new Decoded.Noise<>(in.get()));
      out.addAll(decode(in));
    }
    return out;
  }

  @Override
  public byte[] encode(ChafonFrame frame) {
    return frame.encode();
  }

  @Override
  public int longestFrame() {
    return 0x100;
  }

  /** Commands of both families end at 7F; beyond there is only what active mode sends. */
  private static boolean known(int code) {
    return code <= LAST_COMMAND || code == ChafonCommands.ACTIVE;
  }

  private static boolean crcRight(ByteBuffer in, int start, int total) {
    int crc = ChafonCrc.start();
    for (int i = 0; i < total; i++) {
      crc = ChafonCrc.with(crc, in.get(start + i));
    }
    return crc == 0;
  }
}
