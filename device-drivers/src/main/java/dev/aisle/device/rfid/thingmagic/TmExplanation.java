package dev.aisle.device.rfid.thingmagic;

import dev.aisle.device.rfid.Hex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Frames in words, for the bench. */
final class TmExplanation {
  private TmExplanation() {}

  static Map<String, Object> of(TmFrame frame) {
    if (frame.kind() == TmFrame.Kind.COMMAND) {
      Map<String, Object> line = line("command");
      line.put("name", name(frame));
      line.put("command", "%02X".formatted(frame.opcode()));
      return with(line, "parameters", Hex.of(frame.data()));
    }
    return switch (TmReply.parse(frame)) {
      case TmReply.Tags(var tags) when tags.size() == 1 -> tag(line("tag"), tags.get(0));
      case TmReply.Tags(var tags) ->
          with(
              with(line("tags"), "count", tags.size()),
              "epcs",
              tags.stream().map(TmTag::epcHex).toList());
      case TmReply.NoTag none ->
          line(frame.opcode() == TmCommands.READ_MULTIPLE ? "keep-alive" : "no-tag");
      case TmReply.Refused refused -> {
        Map<String, Object> line = line("refused");
        line.put("name", TmCommands.name(refused.opcode()));
        line.put("code", "%04X".formatted(refused.status()));
        line.put("concern", TmErrors.concern(refused.status()).name().toLowerCase(Locale.ROOT));
        yield with(line, "error", TmErrors.meaning(refused.status()));
      }
      case TmReply.Version version -> {
        Map<String, Object> line = line("version");
        line.put("bootLoader", version.bootLoader());
        line.put("hardware", version.hardware());
        line.put("firmware", version.firmware());
        yield with(line, "date", version.firmwareDate());
      }
      case TmReply.Program program ->
          with(line("program"), "running", program.bootLoader() ? "boot loader" : "application");
      case TmReply.Serial serial -> with(line("serial-number"), "text", serial.text());
      case TmReply.Region region -> region(line("region"), region.code());
      case TmReply.Regions regions ->
          with(line("regions"), "codes", regions.codes().stream().map("%02X"::formatted).toList());
      case TmReply.Power power -> with(line("power"), "dbm", power.centiDbm() / 100.0);
      case TmReply.PowerLimits power -> {
        Map<String, Object> line = with(line("power"), "dbm", power.centiDbm() / 100.0);
        line.put("least", power.least() / 100.0);
        yield with(line, "most", power.most() / 100.0);
      }
      case TmReply.Antennas antennas ->
          with(line("antennas"), "detected", antennas.detected().toString());
      case TmReply.Lines lines -> with(line("gpio"), "levels", lines.levels().toString());
      case TmReply.Temperature hot -> with(line("temperature"), "celsius", hot.celsius());
      case TmReply.Found found -> with(line("inventory-done"), "tags", found.tags());
      case TmReply.Memory memory -> with(line("memory"), "data", memory.dataHex());
      case TmReply.Done done -> with(line("done"), "name", TmCommands.name(done.opcode()));
      case TmReply.Garbled garbled ->
          with(with(line("garbled"), "error", garbled.why()), "hex", Hex.of(frame.encode()));
    };
  }

  private static String name(TmFrame frame) {
    if (frame.opcode() == TmCommands.CONTINUOUS && frame.length() >= 3) {
      return switch (frame.at(2)) {
        case TmCommands.START_CONTINUOUS -> "start-continuous";
        case TmCommands.STOP_CONTINUOUS -> "stop-continuous";
        default -> TmCommands.name(frame.opcode());
      };
    }
    return TmCommands.name(frame.opcode());
  }

  private static Map<String, Object> tag(Map<String, Object> line, TmTag tag) {
    line.put("epc", tag.epcHex());
    tag.rssiDbm().ifPresent(dbm -> line.put("rssi", dbm));
    line.put("antenna", tag.antenna());
    tag.frequencyKhz().ifPresent(khz -> line.put("khz", khz));
    tag.phaseDeg().ifPresent(phase -> line.put("phase", phase));
    if (!tag.dataHex().isEmpty()) {
      line.put("data", tag.dataHex());
    }
    return line;
  }

  private static Map<String, Object> region(Map<String, Object> line, int code) {
    line.put("code", "%02X".formatted(code));
    TmRegions.region(code).ifPresent(region -> line.put("region", region.name()));
    return line;
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
