package dev.aisle.hmi.app.command;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbFrame;
import dev.aisle.device.rfid.bb.BbFrameCodec;
import dev.aisle.device.rfid.bb.BbFrameCodec.Decoded;
import dev.aisle.device.rfid.bb.BbReply;
import dev.aisle.hmi.app.CannotStart;
import dev.aisle.hmi.app.command.Words.Misused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code rfid decode}: what a reader said, one JSON object a line. Bytes that belong to no frame
 * are reported and skipped; they never end the command.
 */
final class RfidCommand {
  private static final int CHUNK = 4096;

  private final InputStream in;
  private final PrintStream out;
  private final JsonMapper json = JsonMapper.builder().build();
  private final ByteArrayOutputStream noise = new ByteArrayOutputStream();

  RfidCommand(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  int run(List<String> words) {
    Words options = new Words(words, Set.of("--protocol", "--hex"), Set.of());
    if (options.rest().isEmpty() || !options.rest().getFirst().equals("decode")) {
      throw new Misused("rfid knows: decode.");
    }
    String protocol =
        options
            .text("--protocol")
            .orElseThrow(() -> new Misused("rfid decode needs --protocol bb."));
    if (!protocol.equals("bb")) {
      throw new Misused("--protocol takes bb, not '%s'.".formatted(protocol));
    }
    String hex = options.text("--hex").orElse("-");
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

  /** Raw bytes, or hex text when there is nothing else in it (no BB frame is made of ASCII). */
  private void decodeStream() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(2 * CHUNK);
    byte[] chunk = in.readNBytes(1);
    if (chunk.length == 1 && isHexText(chunk[0])) {
      String text =
          new String(chunk, StandardCharsets.US_ASCII)
              + new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      decode(ByteBuffer.wrap(fromHex(text)), true);
      return;
    }
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
    BbFrameCodec.decode(bytes).forEach(this::print);
    while (last && bytes.hasRemaining()) {
      BbFrameCodec.giveUp(bytes).forEach(this::print);
    }
    if (last) {
      endNoise();
    }
  }

  private void print(Decoded decoded) {
    switch (decoded) {
      case Decoded.Noise skipped -> noise.write(skipped.skipped());
      case Decoded.Frame frame -> {
        endNoise();
        printLine(line(frame.frame()));
      }
    }
  }

  private void endNoise() {
    if (noise.size() == 0) {
      return;
    }
    byte[] skipped = noise.toByteArray();
    noise.reset();
    boolean broken = (skipped[0] & 0xFF) == 0xBB;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", broken ? "bad-frame" : "noise");
    line.put("bytes", Hex.of(skipped));
    line.put("error", broken ? "length, checksum or end of the frame is wrong" : "no frame");
    printLine(line);
  }

  private static Map<String, Object> line(BbFrame frame) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (frame.type() == BbFrame.Type.COMMAND) {
      line.put("type", "command");
      line.put("command", "%02X".formatted(frame.command()));
      line.put("parameters", Hex.of(frame.parameters()));
      return line;
    }
    BbReply reply = BbReply.parse(frame);
    line.put("type", typeOf(reply));
    switch (reply) {
      case BbReply.TagSeen tag -> {
        line.put("epc", tag.epcHex());
        line.put("rssi", tag.rssiDbm());
        line.put("antenna", 1);
        line.put("pc", "%04X".formatted(tag.pc()));
      }
      case BbReply.NoTag ignored -> {}
      case BbReply.ModuleInfo info -> {
        line.put("part", info.part().name().toLowerCase(Locale.ROOT));
        line.put("text", info.text());
      }
      case BbReply.Done done -> line.put("command", "%02X".formatted(done.command()));
      case BbReply.Power power -> line.put("dbm", power.centiDbm() / 100.0);
      case BbReply.Region region -> line.put("region", region.code());
      case BbReply.Query query -> line.put("query", "%04X".formatted(query.query()));
      case BbReply.Channel channel -> line.put("channel", channel.index());
      case BbReply.Memory memory -> {
        line.put("epc", memory.epcHex());
        line.put("data", memory.dataHex());
      }
      case BbReply.TagChanged changed -> {
        line.put("epc", changed.epcHex());
        line.put("command", "%02X".formatted(changed.command()));
      }
      case BbReply.Refused refused -> {
        refused.epcHex().ifPresent(epc -> line.put("epc", epc));
        line.put("error", "%02X %s".formatted(refused.code(), refused.meaning()));
      }
      case BbReply.Other other -> {
        line.put("command", "%02X".formatted(other.frame().command()));
        line.put("parameters", Hex.of(other.frame().parameters()));
      }
      case BbReply.Garbled garbled -> {
        line.put("command", "%02X".formatted(garbled.frame().command()));
        line.put("parameters", Hex.of(garbled.frame().parameters()));
        line.put("error", garbled.why());
      }
    }
    return line;
  }

  private static String typeOf(BbReply reply) {
    return switch (reply) {
      case BbReply.TagSeen ignored -> "tag";
      case BbReply.NoTag ignored -> "no-tag";
      case BbReply.ModuleInfo ignored -> "module-info";
      case BbReply.Done ignored -> "done";
      case BbReply.Power ignored -> "power";
      case BbReply.Region ignored -> "region";
      case BbReply.Query ignored -> "query";
      case BbReply.Channel ignored -> "channel";
      case BbReply.Memory ignored -> "memory";
      case BbReply.TagChanged ignored -> "tag-changed";
      case BbReply.Refused ignored -> "refused";
      case BbReply.Other ignored -> "other";
      case BbReply.Garbled ignored -> "garbled";
    };
  }

  private void printLine(Map<String, Object> line) {
    out.println(json.writeValueAsString(line));
  }

  private static boolean isHexText(byte first) {
    return Character.digit(first, 16) >= 0 || Character.isWhitespace(first);
  }

  private static byte[] fromHex(String text) {
    try {
      return Hex.bytes(text);
    } catch (IllegalArgumentException e) {
      throw new Misused("This is not hex: %s.".formatted(e.getMessage()));
    }
  }
}
