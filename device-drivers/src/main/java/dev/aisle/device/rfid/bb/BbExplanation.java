package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.bb.BbFrameCodec.Decoded;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Frames in words, for the bench: one map for every frame and every run of noise. */
public final class BbExplanation {
  private BbExplanation() {}

  /** Keys: {@code type}, then {@code epc}, {@code rssi}, {@code antenna}, {@code error}, …. */
  public static List<Map<String, Object>> of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<Decoded> all = new ArrayList<>(BbFrameCodec.decode(in));
    while (in.hasRemaining()) {
      all.addAll(BbFrameCodec.giveUp(in));
    }
    List<Map<String, Object>> out = new ArrayList<>();
    StringBuilder noise = new StringBuilder();
    for (Decoded decoded : all) {
      switch (decoded) {
        case Decoded.Noise skipped -> noise.append(Hex.of(new byte[] {skipped.skipped()}));
        case Decoded.Frame frame -> {
          flush(noise, out);
          out.add(explain(frame.frame()));
        }
      }
    }
    flush(noise, out);
    return out;
  }

  private static void flush(StringBuilder noise, List<Map<String, Object>> out) {
    if (!noise.isEmpty()) {
      Map<String, Object> line = line("noise");
      line.put("error", "no frame, or its checksum is wrong");
      line.put("hex", noise.toString());
      out.add(line);
      noise.setLength(0);
    }
  }

  private static Map<String, Object> explain(BbFrame frame) {
    if (frame.type() == BbFrame.Type.COMMAND) {
      Map<String, Object> line = line("command");
      line.put("command", "%02X".formatted(frame.command()));
      line.put("parameters", Hex.of(frame.parameters()));
      return line;
    }
    return switch (BbReply.parse(frame)) {
      case BbReply.TagSeen tag -> {
        Map<String, Object> line = line("tag");
        line.put("epc", tag.epcHex());
        line.put("rssi", tag.rssiDbm());
        line.put("antenna", 1);
        yield line;
      }
      case BbReply.NoTag noTag -> line("no-tag");
      case BbReply.ModuleInfo part -> {
        Map<String, Object> line = line("module-info");
        line.put("part", part.part().name().toLowerCase(Locale.ROOT));
        line.put("text", part.text());
        yield line;
      }
      case BbReply.Done done -> with(line("done"), "command", "%02X".formatted(done.command()));
      case BbReply.Power power -> with(line("power"), "dbm", power.centiDbm() / 100.0);
      case BbReply.Region region -> with(line("region"), "code", region.code());
      case BbReply.Query query -> with(line("query"), "value", "%04X".formatted(query.query()));
      case BbReply.Channel channel -> with(line("channel"), "index", channel.index());
      case BbReply.Memory memory ->
          with(with(line("memory"), "epc", memory.epcHex()), "data", memory.dataHex());
      case BbReply.TagChanged changed ->
          with(
              with(line("tag-changed"), "epc", changed.epcHex()),
              "command",
              "%02X".formatted(changed.command()));
      case BbReply.Refused refused -> {
        Map<String, Object> line = line("refused");
        refused.epcHex().ifPresent(epc -> line.put("epc", epc));
        line.put("code", "%02X".formatted(refused.code()));
        line.put("error", refused.meaning());
        yield line;
      }
      case BbReply.Other other ->
          with(
              with(line("other"), "command", "%02X".formatted(other.frame().command())),
              "parameters",
              Hex.of(other.frame().parameters()));
      case BbReply.Garbled garbled ->
          with(
              with(line("garbled"), "error", garbled.why()),
              "hex",
              Hex.of(garbled.frame().encode()));
    };
  }

  private static Map<String, Object> line(String type) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", type);
    return line;
  }

  private static Map<String, Object> with(Map<String, Object> line, String key, Object value) {
    line.put(key, value);
    return line;
  }
}
