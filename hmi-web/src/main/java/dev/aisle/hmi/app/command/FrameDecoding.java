package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.uhf.protocol.Decoded;
import dev.aisle.device.rfid.uhf.protocol.FrameCodec;
import dev.aisle.device.rfid.uhf.protocol.UhfDialect;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rfid decode}: what a reader said, one JSON object a line. Bytes that belong to no frame
 * are reported and skipped; they never end the command.
 */
final class FrameDecoding<F> {
  private static final int CHUNK = 4096;

  /** How much is looked at to tell text from bytes: no reader says 16 bytes of hex digits. */
  private static final int LOOKED_AT = 16;

  private final UhfDialect<F> dialect;
  private final FrameCodec<F> codec;
  private final InputStream in;
  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();
  private final ByteArrayOutputStream noise = new ByteArrayOutputStream();

  FrameDecoding(UhfDialect<F> dialect, InputStream in, PrintStream out) {
    this.dialect = dialect;
    this.codec = dialect.codec();
    this.in = in;
    this.out = out;
  }

  /**
   * @param hex the bytes, or {@code -} for the input
   */
  int run(String hex) {
    try {
      if (hex.equals("-")) {
        decodeStream();
      } else {
        decode(ByteBuffer.wrap(fromHex(hex)), true);
      }
    } catch (IOException e) {
      throw new CannotStart("The input cannot be read: %s.".formatted(e.getMessage()), e);
    }
    out.flush();
    return CommandLine.OK;
  }

  /** Hex text when the first bytes are made of nothing else, raw bytes otherwise. */
  private void decodeStream() throws IOException {
    byte[] chunk = in.readNBytes(LOOKED_AT);
    if (isHexText(chunk)) {
      String text =
          new String(chunk, StandardCharsets.US_ASCII)
              + new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      decode(ByteBuffer.wrap(fromHex(text)), true);
      return;
    }
    ByteBuffer buffer = ByteBuffer.allocate(2 * Math.max(CHUNK, codec.longestFrame()));
    buffer.put(chunk);
    byte[] bytes = new byte[CHUNK];
    for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
      buffer.put(bytes, 0, count);
      buffer.flip();
      decode(buffer, false);
      buffer.compact();
      out.flush();
    }
    buffer.flip();
    decode(buffer, true);
  }

  private void decode(ByteBuffer bytes, boolean last) {
    codec.decode(bytes).forEach(this::print);
    while (last && bytes.hasRemaining()) {
      codec.giveUp(bytes).forEach(this::print);
    }
    if (last) {
      endNoise();
    }
  }

  private void print(Decoded<F> decoded) {
    switch (decoded) {
      case Decoded.Noise<F>(byte skipped) -> noise.write(skipped);
      case Decoded.Frame<F>(F frame) -> {
        endNoise();
        printLine(dialect.explain(frame));
      }
    }
  }

  private void endNoise() {
    if (noise.size() == 0) {
      return;
    }
    byte[] skipped = noise.toByteArray();
    noise.reset();
    boolean broken = codec.beginsFrame(skipped[0]);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", broken ? "bad-frame" : "noise");
    line.put("bytes", Hex.of(skipped));
    line.put("error", broken ? "length, checksum or end of the frame is wrong" : "no frame");
    printLine(line);
  }

  private void printLine(Map<String, Object> line) {
    out.println(json.writeValueAsString(line));
  }

  private static boolean isHexText(byte[] first) {
    for (byte one : first) {
      if (Character.digit(one, 16) < 0 && !Character.isWhitespace(one)) {
        return false;
      }
    }
    return first.length > 0;
  }

  private static byte[] fromHex(String text) {
    try {
      return Hex.bytes(text);
    } catch (IllegalArgumentException e) {
      throw new Misused("This is not hex: %s.".formatted(e.getMessage()));
    }
  }
}
