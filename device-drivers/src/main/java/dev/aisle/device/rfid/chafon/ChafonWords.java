package dev.aisle.device.rfid.chafon;

import dev.aisle.device.rfid.Hex;
import dev.aisle.device.rfid.chafon.ChafonModel.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Frames in words, for a technician. */
final class ChafonWords {
  private ChafonWords() {}

  /** Keys: {@code type}, then {@code epc}, {@code rssi}, {@code antenna}, {@code error}, …. */
  static Map<String, Object> of(ChafonFrame frame, Family family) {
    Map<String, Object> line =
        frame.isCommand() ? command(frame) : reply(frame, ChafonReply.parse(frame, family));
    line.put("address", hex(frame.address()));
    return line;
  }

  private static Map<String, Object> command(ChafonFrame frame) {
    Map<String, Object> line = line("command");
    line.put("command", hex(frame.code()));
    line.put("what", nameOf(frame.code()));
    line.put("parameters", Hex.of(frame.body()));
    return line;
  }

  private static Map<String, Object> reply(ChafonFrame frame, ChafonReply reply) {
    return switch (reply) {
      case ChafonReply.Inventory inventory -> inventory(inventory);
      case ChafonReply.Active active -> tag(line("tag"), active.tag());
      case ChafonReply.Statistics statistics -> {
        Map<String, Object> line = line("statistics");
        line.put("antenna", statistics.antenna());
        line.put("rate", statistics.rate());
        line.put("total", statistics.total());
        yield line;
      }
      case ChafonReply.Heartbeat heartbeat -> {
        Map<String, Object> line = line("heartbeat");
        line.put("number", heartbeat.number());
        yield line;
      }
      case ChafonReply.Info info -> info(info);
      case ChafonReply.Done done -> {
        Map<String, Object> line = line("done");
        line.put("command", hex(done.code()));
        line.put("what", nameOf(done.code()));
        if (!done.dataHex().isEmpty()) {
          line.put("data", done.dataHex());
        }
        yield line;
      }
      case ChafonReply.Refused refused -> {
        Map<String, Object> line = line("refused");
        line.put("command", hex(refused.code()));
        line.put("code", hex(refused.status()));
        line.put("error", refused.meaning());
        yield line;
      }
      case ChafonReply.Garbled garbled -> {
        Map<String, Object> line = line("garbled");
        line.put("error", garbled.why());
        line.put("hex", Hex.of(frame.encode()));
        yield line;
      }
    };
  }

  /** A frame with one tag is told like one of the other makes; more stand in a list. */
  private static Map<String, Object> inventory(ChafonReply.Inventory inventory) {
    List<ChafonReply.Tag> tags = inventory.tags();
    Map<String, Object> line =
        switch (tags.size()) {
          case 0 -> line("no-tag");
          case 1 -> tag(line("tag"), tags.getFirst());
          default -> {
            Map<String, Object> several = line("tags");
            several.put(
                "tags", tags.stream().map(each -> tag(new LinkedHashMap<>(), each)).toList());
            yield several;
          }
        };
    line.put("status", ChafonStatus.meaning(inventory.status()));
    return line;
  }

  private static Map<String, Object> tag(Map<String, Object> line, ChafonReply.Tag tag) {
    line.put("epc", tag.epcHex());
    tag.rssi().ifPresent(rssi -> line.put("rssi", rssi));
    line.put("antenna", tag.antenna());
    tag.tidHex().ifPresent(tid -> line.put("tid", tid));
    return line;
  }

  private static Map<String, Object> info(ChafonReply.Info info) {
    Map<String, Object> line = line("reader-info");
    line.put("model", info.model().map(ChafonModel::label).orElse("type " + hex(info.type())));
    line.put("software", "%d.%d".formatted(info.major(), info.minor()));
    line.put(
        "region",
        info.band()
            .map(band -> band.region().name().toLowerCase(Locale.ROOT))
            .orElse(hex(info.highByte()) + hex(info.lowByte())));
    line.put("dbm", info.powerDbm());
    line.put("scan_ms", info.scanTime() * 100);
    return line;
  }

  /** What a command does, in the words of a technician. */
  static String nameOf(int code) {
    return switch (code) {
      case 0x00 -> "not understood";
      case ChafonCommands.INVENTORY -> "inventory";
      case ChafonCommands.READ -> "read memory";
      case ChafonCommands.WRITE -> "write memory";
      case ChafonCommands.WRITE_EPC -> "write EPC";
      case ChafonCommands.KILL -> "kill";
      case ChafonCommands.LOCK -> "lock";
      case 0x07 -> "erase";
      case 0x0F -> "single inventory";
      case 0x10 -> "block write";
      case 0x18 -> "inventory into memory";
      case 0x19 -> "mixed inventory";
      case ChafonCommands.INFO -> "reader information";
      case ChafonCommands.SET_BAND -> "set region";
      case 0x24 -> "set address";
      case ChafonCommands.SET_SCAN_TIME -> "set inventory time";
      case 0x28 -> "set line speed";
      case ChafonCommands.SET_POWER -> "set power";
      case 0x33 -> "light and buzzer";
      case ChafonCommands.WORK_MODE_18, ChafonCommands.WORK_MODE_288 -> "set work mode";
      case 0x40 -> "buzzer";
      case ChafonCommands.SET_GPIO -> "set outputs";
      case ChafonCommands.GET_GPIO -> "get inputs and outputs";
      case ChafonCommands.GET_SERIAL -> "serial number";
      default -> "command " + hex(code);
    };
  }

  private static Map<String, Object> line(String type) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", type);
    return line;
  }

  private static String hex(int value) {
    return "%02X".formatted(value);
  }
}
