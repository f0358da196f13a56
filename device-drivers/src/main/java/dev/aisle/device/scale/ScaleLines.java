package dev.aisle.device.scale;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of characters that end with CR, LF or both. Bit 7 is dropped: a scale set to 7 bits with
 * parity looks like 8 bits without on the line. Knows no port and no clock.
 */
public final class ScaleLines {
  /** Longer lines are noise. */
  public static final int LONGEST = 128;

  private static final int STX = 2;
  private static final int ETX = 3;

  private ScaleLines() {}

  /** What came out of a stream of bytes. */
  public sealed interface Decoded {
    record Said(ScaleSays what) implements Decoded {}

    /** Bytes that belong to no telegram. */
    record Noise(int bytes) implements Decoded {}
  }

  /** Takes every complete line out of the buffer and leaves the unfinished rest in it. */
  public static List<Decoded> decode(ByteBuffer in, ScaleFormat format) {
    List<Decoded> decoded = new ArrayList<>();
    int start = in.position();
    int at = start;
    while (at < in.limit()) {
      int character = in.get(at) & 0x7F;
      if (character == '\r' || character == '\n') {
        line(in, start, at, format, decoded);
        start = at + 1;
      } else if (at - start >= LONGEST) {
        decoded.add(new Decoded.Noise(at - start));
        start = at;
      }
      at++;
    }
    in.position(start);
    return decoded;
  }

  /** What stands before the last STX of a line is the rest of a broken one, or a checksum. */
  private static void line(
      ByteBuffer in, int from, int to, ScaleFormat format, List<Decoded> decoded) {
    int begin = from;
    for (int i = from; i < to; i++) {
      if ((in.get(i) & 0x7F) == STX) {
        begin = i + 1;
      }
    }
    StringBuilder line = new StringBuilder(to - begin);
    boolean clean = begin > from || !format.framed();
    for (int i = begin; i < to; i++) {
      int character = in.get(i) & 0x7F;
      if (character >= ' ' && character < 0x7F) {
        line.append((char) character);
      } else {
        clean &= character == ETX || character == 0;
      }
    }
    Optional<ScaleSays> said = clean ? format.parse(line.toString()) : Optional.empty();
    if (said.isPresent()) {
      decoded.add(new Decoded.Said(said.get()));
    } else if (to > from) {
      decoded.add(new Decoded.Noise(to - from));
    }
  }
}
