package dev.aisle.device.plc.machine;

import dev.aisle.device.plc.machine.MachineSpec.ButtonSpec;
import dev.aisle.device.plc.machine.MachineSpec.ConveyorSpec;
import dev.aisle.device.plc.machine.MachineSpec.DoorSpec;
import dev.aisle.device.plc.machine.MachineSpec.LiftSpec;
import dev.aisle.device.plc.machine.MachineSpec.LiftSpec.Landing;
import dev.aisle.device.plc.machine.MachineSpec.LightStackSpec;
import dev.aisle.device.plc.machine.MachineSpec.PhotoEyeSpec;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Machines as people write them: the names of points, and times as {@code 500 ms} or {@code 12 s}.
 *
 * <pre>
 * conveyor:    run, fault?, eye?, jam_after? (5 s)
 * door:        open, close, is_open, is_closed, travel? (15 s), pulse? (500 ms)
 * lift:        call.LEVEL and at.LEVEL for two levels or more, is_open, fault?, travel? (60 s)
 * light-stack: red?, amber?, green?, blue?, white?, and patterns as show.NAME: red fast, green on
 * button:      input, long_after? (1 s), stuck_after? (30 s)
 * photo-eye:   input, blocked_after? (30 s), most_per_second? (10)
 * </pre>
 */
final class MachineText {
  private static final Map<String, Map<Lamp, Light>> USUAL_PATTERNS =
      Map.of(
          "off", Map.of(),
          "running", Map.of(Lamp.GREEN, Light.ON),
          "waiting", Map.of(Lamp.GREEN, Light.SLOW),
          "warning", Map.of(Lamp.AMBER, Light.SLOW),
          "call", Map.of(Lamp.BLUE, Light.SLOW),
          "fault", Map.of(Lamp.RED, Light.FAST),
          "stopped", Map.of(Lamp.RED, Light.ON));

  private static final String CALL = "call.";

  private final String name;
  private final Map<String, String> left;

  private MachineText(String name, Map<String, String> settings) {
    this.name = name;
    this.left = new LinkedHashMap<>(settings);
  }

  static MachineSpec read(String name, String kind, Map<String, String> settings) {
    MachineText text = new MachineText(name, settings);
    MachineSpec spec =
        switch (kind) {
          case "conveyor" ->
              new ConveyorSpec(
                  name,
                  text.point("run"),
                  text.optional("fault"),
                  text.optional("eye"),
                  text.time("jam_after", Duration.ofSeconds(5)));
          case "door" ->
              new DoorSpec(
                  name,
                  text.point("open"),
                  text.point("close"),
                  text.point("is_open"),
                  text.point("is_closed"),
                  text.time("travel", Duration.ofSeconds(15)),
                  text.time("pulse", DoorSpec.USUAL_PULSE));
          case "lift" -> text.lift();
          case "light-stack" -> text.lightStack();
          case "button" ->
              new ButtonSpec(
                  name,
                  text.point("input"),
                  text.time("long_after", Duration.ofSeconds(1)),
                  text.time("stuck_after", Duration.ofSeconds(30)));
          case "photo-eye" ->
              new PhotoEyeSpec(
                  name,
                  text.point("input"),
                  text.time("blocked_after", Duration.ofSeconds(30)),
                  text.whole("most_per_second", 10));
          default ->
              throw text.wrong(
                  SettingFault.MACHINE_KIND,
                  Map.of("given", kind),
                  ("'%s' is not a kind of machine; write conveyor, door, lift, light-stack, button or "
                          + "photo-eye")
                      .formatted(kind));
        };
    if (!text.left.isEmpty()) {
      String unknown = text.left.keySet().iterator().next();
      throw text.wrong(
          SettingFault.MACHINE_SETTING,
          Map.of("kind", kind, "given", unknown),
          "a %s has no setting '%s'".formatted(kind, unknown));
    }
    return spec;
  }

  private LiftSpec lift() {
    Map<String, Landing> landings = new LinkedHashMap<>();
    for (String key : List.copyOf(left.keySet())) {
      if (key.startsWith(CALL)) {
        String level = key.substring(CALL.length());
        landings.put(level, new Landing(point(key), point("at." + level)));
      }
    }
    if (landings.size() < 2) {
      throw wrong(
          SettingFault.NO_LEVELS,
          Map.of(),
          "a lift needs call.LEVEL and at.LEVEL for two levels or more");
    }
    return new LiftSpec(
        name,
        landings,
        point("is_open"),
        optional("fault"),
        time("travel", Duration.ofSeconds(60)));
  }

  private LightStackSpec lightStack() {
    Map<Lamp, String> lamps = new EnumMap<>(Lamp.class);
    for (Lamp lamp : Lamp.values()) {
      optional(lamp.name().toLowerCase(Locale.ROOT)).ifPresent(point -> lamps.put(lamp, point));
    }
    if (lamps.isEmpty()) {
      throw wrong(
          SettingFault.NO_LAMPS,
          Map.of(),
          "a light stack needs at least one of red, amber, green, blue, white");
    }
    Map<String, Map<Lamp, Light>> patterns = new LinkedHashMap<>(USUAL_PATTERNS);
    for (String key : new TreeSet<>(left.keySet())) {
      if (key.startsWith("show.")) {
        patterns.put(key.substring("show.".length()), pattern(key, point(key)));
      }
    }
    return new LightStackSpec(name, lamps, patterns);
  }

  private Map<Lamp, Light> pattern(String key, String written) {
    Map<Lamp, Light> pattern = new EnumMap<>(Lamp.class);
    for (String part : written.split(" *, *", -1)) {
      String[] words = part.strip().split(" +", -1);
      if (words.length != 2) {
        throw wrong(
            SettingFault.LAMP,
            Map.of("key", key, "given", part.strip()),
            "%s: write lamp and light, for example 'red fast, green on'".formatted(key));
      }
      pattern.put(one(Lamp.class, key, words[0]), one(Light.class, key, words[1]));
    }
    return pattern;
  }

  private <E extends Enum<E>> E one(Class<E> type, String key, String word) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw wrong(
        SettingFault.LAMP,
        Map.of("key", key, "given", word),
        "%s: '%s' is neither a lamp nor off, on, slow or fast".formatted(key, word));
  }

  private Optional<String> optional(String key) {
    return Optional.ofNullable(left.remove(key)).map(String::strip);
  }

  private String point(String key) {
    return optional(key)
        .orElseThrow(
            () ->
                wrong(
                    SettingFault.MACHINE_NEEDS,
                    Map.of("given", key),
                    "'%s' is missing".formatted(key)));
  }

  private int whole(String key, int standard) {
    String written = optional(key).orElse(Integer.toString(standard));
    if (!written.matches("[1-9][0-9]{0,5}")) {
      throw wrong(
          SettingFault.MACHINE_NUMBER,
          Map.of("key", key, "given", written),
          "%s: '%s' is not a whole number above 0".formatted(key, written));
    }
    return Integer.parseInt(written);
  }

  private Duration time(String key, Duration standard) {
    Optional<String> written = optional(key);
    if (written.isEmpty()) {
      return standard;
    }
    String[] words = written.get().split(" +", -1);
    if (words.length != 2 || !words[0].matches("[1-9][0-9]{0,6}")) {
      throw noTime(key);
    }
    long count = Long.parseLong(words[0]);
    return switch (words[1]) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      default -> throw noTime(key);
    };
  }

  private SettingMistake noTime(String key) {
    return wrong(
        SettingFault.MACHINE_TIME,
        Map.of("key", key),
        "%s: write a time such as '500 ms' or '12 s'".formatted(key));
  }

  private SettingMistake wrong(SettingFault fault, Map<String, String> values, String why) {
    return new SettingMistake(fault, values, "machine %s: %s".formatted(name, why));
  }
}
