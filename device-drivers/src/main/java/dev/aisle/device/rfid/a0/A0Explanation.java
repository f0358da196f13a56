package dev.aisle.device.rfid.a0;

import dev.aisle.device.rfid.Hex;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Frames in words, for the bench. */
final class A0Explanation {
  private A0Explanation() {}

  static Map<String, Object> of(A0Frame frame, A0Band band, A0Settings settings) {
    if (A0Shapes.possible(frame) && isCommand(frame)) {
      Map<String, Object> line = line("command");
      line.put("name", name(frame.command()));
      line.put("command", "%02X".formatted(frame.command()));
      line.put("address", frame.address());
      line.put("parameters", Hex.of(frame.data()));
      return line;
    }
    return switch (A0Reply.parse(frame)) {
      case A0Reply.TagSeen tag -> tag(line("tag"), tag, band, settings);
      case A0Reply.RoundDone done -> {
        Map<String, Object> line = line("round-done");
        done.antenna().ifPresent(antenna -> line.put("antenna", antenna));
        yield with(line, "reads", done.reads());
      }
      case A0Reply.AntennaRefused refused ->
          with(refused(refused.code()), "antenna", refused.antenna());
      case A0Reply.Done done -> with(line("done"), "name", name(done.command()));
      case A0Reply.NoTag none -> line("no-tag");
      case A0Reply.Refused refused -> with(refused(refused.code()), "name", name(frame.command()));
      case A0Reply.Version version ->
          with(line("version"), "text", "%d.%d".formatted(version.major(), version.minor()));
      case A0Reply.Identifier identifier -> with(line("identifier"), "text", identifier.text());
      case A0Reply.Antenna antenna -> with(line("work-antenna"), "antenna", antenna.antenna());
      case A0Reply.Power power -> with(line("power"), "dbm", power.dbm());
      case A0Reply.Band told -> band(told.band());
      case A0Reply.Temperature hot -> with(line("temperature"), "celsius", hot.celsius());
      case A0Reply.ReturnLoss loss -> with(line("return-loss"), "db", loss.db());
      case A0Reply.Detector detector -> with(line("antenna-detector"), "db", detector.db());
      case A0Reply.Profile profile ->
          with(line("link-profile"), "code", "%02X".formatted(profile.code()));
      case A0Reply.Inputs inputs ->
          with(with(line("gpio"), "1", inputs.first()), "2", inputs.second());
      case A0Reply.Match match -> with(line("match"), "epc", match.epcHex().orElse("any"));
      case A0Reply.BufferFilled filled ->
          with(with(line("buffer-filled"), "antenna", filled.antenna()), "tags", filled.tags());
      case A0Reply.BufferCount count -> with(line("buffer-count"), "tags", count.tags());
      case A0Reply.Buffered buffered ->
          with(tag(line("tag"), buffered.tag(), band, settings), "times", buffered.times());
      case A0Reply.Memory memory -> {
        Map<String, Object> line = with(line("memory"), "epc", memory.epcHex());
        yield with(with(line, "data", memory.dataHex()), "antenna", memory.antenna());
      }
      case A0Reply.Accessed accessed -> accessed(accessed);
      case A0Reply.Garbled garbled ->
          with(with(line("garbled"), "error", garbled.why()), "hex", Hex.of(frame.encode()));
    };
  }

  /** Commands and answers look alike; the length tells them apart, or what a lone byte can mean. */
  private static boolean isCommand(A0Frame frame) {
    int length = frame.length();
    return switch (frame.command()) {
      case A0Commands.INVENTORY, A0Commands.BUFFER_INVENTORY ->
          length == 1 && !A0Errors.isKnown(frame.at(0));
      case A0Commands.FAST_SWITCH -> length == 10 && !A0Shapes.isTag(frame);
      case A0Commands.SESSION_INVENTORY -> length == 3 || length == 5;
      case A0Commands.READ -> length == 7;
      case A0Commands.LOCK -> length == 6;
      case A0Commands.KILL -> length == 4;
      case A0Commands.WRITE, A0Commands.BLOCK_WRITE ->
          length > 8 && length == 7 + 2 * frame.at(6) && !isAccessAnswer(frame);
      case A0Commands.SET_MATCH -> length > 1 || frame.at(0) == 1;
      case A0Commands.SET_POWER, A0Commands.TEMPORARY_POWER ->
          length > 1 || (frame.at(0) != A0Errors.OK && frame.at(0) <= 33);
      case A0Commands.SET_REGION, A0Commands.SET_GPIO, A0Commands.SET_IDENTIFIER -> length > 1;
      case A0Commands.SET_ANTENNA,
          A0Commands.SET_ADDRESS,
          A0Commands.SET_BAUD,
          A0Commands.BEEPER,
          A0Commands.SET_DETECTOR,
          A0Commands.SET_PROFILE ->
          !A0Errors.isKnown(frame.at(0));
      default -> length == 0;
    };
  }

  private static boolean isAccessAnswer(A0Frame frame) {
    return A0Reply.parse(frame) instanceof A0Reply.Accessed;
  }

  private static Map<String, Object> tag(
      Map<String, Object> line, A0Reply.TagSeen tag, A0Band band, A0Settings settings) {
    line.put("epc", tag.epcHex());
    line.put("rssi", tag.rssiRaw() - settings.rssiOffset());
    line.put("antenna", tag.antenna());
    line.put("rssiRaw", tag.rssiRaw());
    band.khz(tag.frequencyIndex()).ifPresent(khz -> line.put("khz", khz));
    tag.phaseRaw().ifPresent(phase -> line.put("phaseRaw", phase));
    return line;
  }

  private static Map<String, Object> band(A0Band band) {
    return switch (band) {
      case A0Band.Listed listed -> {
        String region =
            switch (listed.code()) {
              case 1 -> "FCC";
              case 2 -> "ETSI";
              default -> "CHN";
            };
        Map<String, Object> line = with(line("region"), "region", region);
        listed.khz(listed.first()).ifPresent(khz -> line.put("fromKhz", khz));
        listed.khz(listed.last()).ifPresent(khz -> line.put("toKhz", khz));
        yield line;
      }
      case A0Band.Own own -> {
        Map<String, Object> line = with(line("region"), "region", "own");
        line.put("fromKhz", own.startKhz());
        yield with(with(line, "stepKhz", own.stepKhz()), "channels", own.channels());
      }
    };
  }

  private static Map<String, Object> accessed(A0Reply.Accessed accessed) {
    Map<String, Object> line =
        accessed.code() == A0Errors.OK ? line("tag-changed") : refused(accessed.code());
    line.put("name", name(accessed.command()));
    line.put("epc", accessed.epcHex());
    return with(line, "antenna", accessed.antenna());
  }

  private static Map<String, Object> refused(int code) {
    Map<String, Object> line = with(line("refused"), "code", "%02X".formatted(code));
    line.put("concern", A0Errors.concern(code).name().toLowerCase(Locale.ROOT));
    return with(line, "error", A0Errors.meaning(code));
  }

  static String name(int command) {
    return switch (command) {
      case A0Commands.GET_GPIO -> "get-gpio";
      case A0Commands.SET_GPIO -> "set-gpio";
      case A0Commands.SET_DETECTOR -> "set-antenna-detector";
      case A0Commands.GET_DETECTOR -> "get-antenna-detector";
      case A0Commands.TEMPORARY_POWER -> "set-temporary-power";
      case A0Commands.SET_IDENTIFIER -> "set-identifier";
      case A0Commands.GET_IDENTIFIER -> "get-identifier";
      case A0Commands.SET_PROFILE -> "set-link-profile";
      case A0Commands.GET_PROFILE -> "get-link-profile";
      case A0Commands.RESET -> "reset";
      case A0Commands.SET_BAUD -> "set-baud";
      case A0Commands.VERSION -> "version";
      case A0Commands.SET_ADDRESS -> "set-address";
      case A0Commands.SET_ANTENNA -> "set-work-antenna";
      case A0Commands.GET_ANTENNA -> "get-work-antenna";
      case A0Commands.SET_POWER -> "set-power";
      case A0Commands.GET_POWER -> "get-power";
      case A0Commands.SET_REGION -> "set-region";
      case A0Commands.GET_REGION -> "get-region";
      case A0Commands.BEEPER -> "set-beeper";
      case A0Commands.TEMPERATURE -> "get-temperature";
      case A0Commands.RETURN_LOSS -> "measure-return-loss";
      case A0Commands.BUFFER_INVENTORY -> "inventory-to-buffer";
      case A0Commands.READ -> "read";
      case A0Commands.WRITE -> "write";
      case A0Commands.BLOCK_WRITE -> "block-write";
      case A0Commands.LOCK -> "lock";
      case A0Commands.KILL -> "kill";
      case A0Commands.SET_MATCH -> "set-match";
      case A0Commands.GET_MATCH -> "get-match";
      case A0Commands.INVENTORY -> "inventory";
      case A0Commands.FAST_SWITCH -> "fast-switch-inventory";
      case A0Commands.SESSION_INVENTORY -> "session-inventory";
      case A0Commands.FAST_TID -> "set-fast-tid";
      case A0Commands.FAST_TID_SAVED -> "save-fast-tid";
      case A0Commands.GET_FAST_TID -> "get-fast-tid";
      case A0Commands.GET_BUFFER -> "get-buffer";
      case A0Commands.TAKE_BUFFER -> "take-buffer";
      case A0Commands.COUNT_BUFFER -> "count-buffer";
      case A0Commands.CLEAR_BUFFER -> "clear-buffer";
      default -> "command %02X".formatted(command);
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
