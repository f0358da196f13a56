package dev.aisle.device.rfid.bb;

import dev.aisle.device.rfid.Hex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Frames in words, for a technician. */
final class BbWords {
  private BbWords() {}

  /** Keys: {@code type}, then {@code epc}, {@code rssi}, {@code antenna}, {@code error}, …. */
  static Map<String, Object> of(BbFrame frame) {
    if (frame.type() == BbFrame.Type.COMMAND) {
      Map<String, Object> line = line("command");
      line.put("command", code(frame.command()));
      line.put("what", nameOf(frame.command()));
      line.put("parameters", Hex.of(frame.parameters()));
      return line;
    }
    return switch (BbReply.parse(frame)) {
      case BbReply.TagSeen tag -> {
        Map<String, Object> line = line("tag");
        line.put("epc", tag.epcHex());
        line.put("rssi", tag.rssiDbm());
        line.put("antenna", 1);
        line.put("pc", "%04X".formatted(tag.pc()));
        yield line;
      }
      case BbReply.NoTag noTag -> line("no-tag");
      case BbReply.ModuleInfo part -> {
        Map<String, Object> line = line("module-info");
        line.put("part", part.part().name().toLowerCase(Locale.ROOT));
        line.put("text", part.text());
        yield line;
      }
      case BbReply.Done done -> answered("done", done.command());
      case BbReply.Power power -> with(line("power"), "dbm", power.centiDbm() / 100.0);
      case BbReply.Region region -> with(line("region"), "region", region.code());
      case BbReply.Query query -> with(line("query"), "query", "%04X".formatted(query.query()));
      case BbReply.Channel channel -> with(line("channel"), "channel", channel.index());
      case BbReply.Pin pin -> with(with(line("pin"), "pin", pin.pin()), "high", pin.high());
      case BbReply.Memory memory ->
          with(with(line("memory"), "epc", memory.epcHex()), "data", memory.dataHex());
      case BbReply.TagChanged changed ->
          with(answered("tag-changed", changed.command()), "epc", changed.epcHex());
      case BbReply.Refused refused -> {
        Map<String, Object> line = line("refused");
        refused.epcHex().ifPresent(epc -> line.put("epc", epc));
        line.put("code", code(refused.code()));
        line.put("error", refused.meaning());
        yield line;
      }
      case BbReply.Other other -> raw("other", frame);
      case BbReply.Garbled garbled -> with(raw("garbled", frame), "error", garbled.why());
    };
  }

  /** What a command does, in the words of a technician. */
  static String nameOf(int command) {
    return switch (command) {
      case BbCommands.MODULE_INFO -> "module information";
      case BbCommands.SET_REGION -> "set region";
      case BbCommands.GET_REGION -> "get region";
      case BbCommands.GET_SELECT -> "get select";
      case BbCommands.SET_SELECT -> "set select";
      case BbCommands.GET_QUERY -> "get query";
      case BbCommands.SET_QUERY -> "set query";
      case BbCommands.SELECT_MODE -> "select mode";
      case BbCommands.SLEEP -> "sleep";
      case BbCommands.GPIO -> "line of the module";
      case BbCommands.AUTO_SLEEP -> "sleep by itself";
      case BbCommands.INVENTORY -> "inventory";
      case BbCommands.MULTI_INVENTORY -> "continuous inventory";
      case BbCommands.STOP -> "stop";
      case BbCommands.READ -> "read tag";
      case BbCommands.WRITE -> "write tag";
      case BbCommands.KILL -> "kill tag";
      case BbCommands.LOCK -> "lock tag";
      case BbCommands.GET_CHANNEL -> "get channel";
      case BbCommands.SET_CHANNEL -> "set channel";
      case BbCommands.HOPPING -> "frequency hopping";
      case BbCommands.CARRIER -> "carrier";
      case BbCommands.SET_POWER -> "set power";
      case BbCommands.GET_POWER -> "get power";
      case BbCommands.SET_MODEM -> "set modem parameters";
      case BbCommands.GET_MODEM -> "get modem parameters";
      case BbCommands.SCAN_JAMMER -> "scan for jammers";
      case BbCommands.SCAN_RSSI -> "scan signal of channels";
      case BbCommands.ERROR -> "error";
      default -> "unknown";
    };
  }

  private static Map<String, Object> raw(String type, BbFrame frame) {
    return with(answered(type, frame.command()), "parameters", Hex.of(frame.parameters()));
  }

  private static Map<String, Object> answered(String type, int command) {
    return with(with(line(type), "command", code(command)), "what", nameOf(command));
  }

  private static String code(int code) {
    return "%02X".formatted(code);
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
