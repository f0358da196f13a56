package dev.aisle.device.plc.plan;

import dev.aisle.device.plc.HostWatchdog;
import dev.aisle.device.plc.HostWatchdog.CommunicationSafety;
import dev.aisle.device.plc.Point;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The map of a make of I/O module, so that its terminals can be written as they are printed on it:
 * {@code di 3}, {@code di 3 counted}, {@code do 0}, {@code do 0 flash 500 ms}. Everything {@link
 * Point#parse} takes can be written too.
 *
 * @param inputs address of input 0
 * @param outputs address of output 0
 * @param counters first holding register of the counter of input 0; each takes two, low word first
 * @param flashes where the board takes the time for which output 0 is on; the next for output 1
 * @param unit as it leaves the factory
 * @param identity first of two holding registers with the module's name
 */
public record PlcProfile(
    String name,
    int inputs,
    int outputs,
    OptionalInt counters,
    OptionalInt flashes,
    int unit,
    Duration poll,
    HostWatchdog watchdog,
    OptionalInt identity) {
  private static final Pattern TERMINAL = Pattern.compile("(di|do) +([0-9]{1,3})( +counted)?(.*)");
  private static final Pattern FLASH = Pattern.compile("flash +([0-9]+ +(?:ms|s))");
  private static final Duration BY_NETWORK = Duration.ofMillis(25);
  private static final Duration BY_BUS = Duration.ofMillis(50);
  private static final HostWatchdog SAFETY =
      new HostWatchdog(Optional.empty(), Optional.of(new CommunicationSafety(214, 215)));

  private static final List<PlcProfile> ALL =
      List.of(
          // ADAM-4000 manual, appendix G: outputs from 00017, name in 40211, safety in 40215.
          new PlcProfile(
              "adam-4000",
              0,
              16,
              OptionalInt.empty(),
              OptionalInt.empty(),
              1,
              BY_BUS,
              SAFETY,
              OptionalInt.of(210)),
          // ADAM-4100 manual, appendix B: counters from 40001, 32 bits each.
          new PlcProfile(
              "adam-4100",
              0,
              16,
              OptionalInt.of(0),
              OptionalInt.empty(),
              1,
              BY_BUS,
              SAFETY,
              OptionalInt.of(210)),
          // ADAM-6050 manual, appendix B: value = 40002 x 65536 + 40001. Its host watchdog is set
          // with the maker's tool and cannot be seen over Modbus.
          new PlcProfile(
              "adam-6000",
              0,
              16,
              OptionalInt.of(0),
              OptionalInt.empty(),
              1,
              BY_NETWORK,
              HostWatchdog.NONE,
              OptionalInt.of(210)),
          // Waveshare's Modbus RTU Relay, command list: flash on at 0200, in tenths of a second.
          new PlcProfile(
              "waveshare-relay",
              0,
              0,
              OptionalInt.empty(),
              OptionalInt.of(0x0200),
              1,
              BY_BUS,
              HostWatchdog.NONE,
              OptionalInt.empty()),
          new PlcProfile(
              "lc-tech",
              0,
              0,
              OptionalInt.empty(),
              OptionalInt.empty(),
              255,
              BY_BUS,
              HostWatchdog.NONE,
              OptionalInt.empty()));

  public static List<String> names() {
    return ALL.stream().map(PlcProfile::name).toList();
  }

  public static Optional<PlcProfile> named(String name) {
    return ALL.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  public Point point(String written) {
    Matcher matcher = TERMINAL.matcher(written.strip());
    if (!matcher.matches()) {
      return Point.parse(written);
    }
    boolean input = "di".equals(matcher.group(1));
    int number = Integer.parseInt(String.valueOf(matcher.group(2)));
    String rest = String.valueOf(matcher.group(4));
    Matcher flash = FLASH.matcher(rest.strip());
    if (flash.matches()) {
      if (input || flashes.isEmpty()) {
        throw new SettingMistake(
            SettingFault.PROFILE_FLASHES_NOT,
            Map.of("profile", name),
            "'%s': %s flashes nothing there".formatted(written, name));
      }
      return Point.parse(
          "coil %d flash %d %s"
              .formatted(outputs + number, flashes.getAsInt() + number, flash.group(1)));
    }
    if (matcher.group(3) == null) {
      String table = input ? "input " + (inputs + number) : "coil " + (outputs + number);
      return Point.parse(table + rest);
    }
    if (!input || counters.isEmpty()) {
      throw new SettingMistake(
          SettingFault.PROFILE_COUNTS_NOT,
          Map.of("profile", name),
          "'%s': %s counts nothing there".formatted(written, name));
    }
    int counter = counters.getAsInt() + 2 * number;
    return Point.parse(
        "input %d counter %d uint32 low-word-first%s".formatted(inputs + number, counter, rest));
  }
}
