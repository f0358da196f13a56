package dev.aisle.hmi.bridge.device;

import dev.aisle.device.link.DeviceHealth;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with a device, as a word that screens translate. Drivers speak to technicians, in
 * English; their sentence goes along as the detail.
 *
 * @param params values for the translated sentence
 */
record Trouble(String code, Map<String, String> params, String detail) {

  private record Sign(Pattern sentence, String code) {}

  /** The first that fits; the signal decides where none does. */
  private static final List<Sign> SIGNS =
      List.of(
          sign("expects serial|another reader|serial number", "wrong-device"),
          sign("in use|busy|lock(ed)? by", "port-busy"),
          sign("permission|denied", "no-permission"),
          sign("refused: |connection refused|ECONNREFUSED", "connection-refused"),
          sign("no such file|not found|no port|does not exist|cannot find", "no-port"),
          sign("unknown host|unresolved|no route|unreachable", "no-host"),
          sign("closed", "closed"),
          sign("antenna", "antenna"),
          sign("paper|media|ribbon|head (is )?open|pause", "printer-needs-hand"),
          sign("temperature|hot|overheat", "too-hot"),
          sign("overload|under ?load|zero|out of range", "out-of-range"),
          sign("refused|exception|not supported|illegal", "refused"),
          sign(
              "no (reader|answer|one)|nobody|time[d]? ?out|late|silent|silence|end of stream|reset|broken",
              "no-answer"));

  private static Sign sign(String pattern, String code) {
    return new Sign(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), code);
  }

  static Optional<Trouble> of(DeviceHealth health) {
    String sentence = health.trouble().orElse("");
    if (sentence.isEmpty() && health.signal() == Ne107.OK) {
      return Optional.empty();
    }
    String code =
        SIGNS.stream()
            .filter(sign -> sign.sentence.matcher(sentence).find())
            .findFirst()
            .map(Sign::code)
            .orElseGet(() -> bySignal(health));
    return Optional.of(new Trouble(code, Map.of("device", health.device()), sentence));
  }

  private static String bySignal(DeviceHealth health) {
    if (health.link() == LinkState.DOWN) {
      return "no-answer";
    }
    return switch (health.signal()) {
      case FAILURE -> "failed";
      case CHECK -> "check";
      case OUT_OF_SPEC -> "out-of-range";
      case MAINTENANCE -> "maintenance";
      case UNKNOWN, OK -> "not-yet-heard";
    };
  }
}
