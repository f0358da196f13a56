package dev.aisle.device.plc.plan;

import dev.aisle.device.plc.HostWatchdog;
import dev.aisle.device.plc.PlcIdentity;
import dev.aisle.device.plc.PlcSettings;
import dev.aisle.device.plc.PlcWiring;
import dev.aisle.device.plc.Point;
import dev.aisle.device.plc.machine.MachineSpec;
import dev.aisle.device.plc.output.OutputRule;
import dev.aisle.device.plc.plan.PlcPlan.Mistake;
import dev.aisle.device.plc.plan.PlcPlan.Outcome;
import dev.aisle.device.plc.plan.PlcPlan.Source;
import dev.aisle.device.setting.SettingFault;
import dev.aisle.device.setting.SettingMistake;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the text of a site file into a plan and collects what is wrong with it. */
final class PlcPlanReader {
  private static final Pattern HEARTBEAT =
      Pattern.compile("holding +([0-9]{1,5})(?: +every +([0-9]{1,6}) +(ms|s))?");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6}) +(ms|s)");

  private final Source source;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, Point> points = new LinkedHashMap<>();
  private final Map<String, OutputRule> outputs = new LinkedHashMap<>();

  PlcPlanReader(Source source) {
    this.source = source;
  }

  Outcome read() {
    Optional<PlcProfile> profile = source.profile().flatMap(this::profile);
    source
        .points()
        .forEach(
            (name, written) ->
                attempt(
                        () ->
                            profile.isPresent()
                                ? profile.get().point(written)
                                : Point.parse(written),
                        "points",
                        name)
                    .ifPresent(point -> points.put(name, point)));
    rules();
    source.safe().forEach(this::safe);
    PlcSettings settings = settings(profile);
    HostWatchdog watchdog = watchdog(profile);
    Optional<PlcIdentity> identity = identity(profile);
    List<MachineSpec> machines = machines();
    if (!mistakes.isEmpty()) {
      return new Outcome(Optional.empty(), List.copyOf(mistakes));
    }
    PlcWiring wiring = new PlcWiring(points, settings, outputs, watchdog, identity);
    return new Outcome(Optional.of(new PlcPlan(wiring, machines)), List.of());
  }

  private Optional<PlcProfile> profile(String name) {
    Optional<PlcProfile> found = PlcProfile.named(name);
    if (found.isEmpty()) {
      wrong(
          SettingFault.NO_SUCH_PROFILE,
          Map.of("profile", name),
          "there is no profile '%s'; there are %s"
              .formatted(name, String.join(", ", PlcProfile.names())),
          "profile");
    }
    return found;
  }

  private void rules() {
    if (source.allow().isEmpty()) {
      points.forEach(
          (name, point) -> {
            if (point.writable() && !point.isNumber()) {
              outputs.put(name, OutputRule.onOff());
            }
          });
    }
    source
        .allow()
        .forEach(
            (name, written) -> {
              if (isOutput(name, "allow", name)) {
                attempt(() -> OutputRule.parse(written), "allow", name)
                    .ifPresent(rule -> outputs.put(name, rule));
              }
            });
  }

  private void safe(String name, String written) {
    if (!isOutput(name, "safe", name)) {
      return;
    }
    Optional<BigDecimal> value = attempt(() -> OutputRule.parseValue(written), "safe", name);
    Point point = points.get(name);
    if (point != null
        && point.flash().isPresent()
        && value.filter(v -> v.signum() != 0).isPresent()) {
      wrong(
          SettingFault.SAFE_FLASHES,
          Map.of("point", name),
          "%s only flashes, so that on cannot be its safe value".formatted(name),
          "safe",
          name);
      return;
    }
    OutputRule rule = outputs.get(name);
    if (rule == null) {
      if (!source.allow().containsKey(name)) {
        wrong(
            SettingFault.NOT_ALLOWED,
            Map.of("point", name),
            "%s has a safe value but is not under allow".formatted(name),
            "safe",
            name);
      }
      return;
    }
    value.ifPresent(safe -> outputs.put(name, rule.withSafe(safe)));
  }

  /** A point that was itself written wrongly is not complained about a second time. */
  private boolean isOutput(String name, String... where) {
    Point point = points.get(name);
    if (point == null) {
      if (!source.points().containsKey(name)) {
        noPoint(name, where);
      }
      return false;
    }
    if (!point.writable()) {
      wrong(
          SettingFault.NOT_AN_OUTPUT,
          Map.of("point", name),
          "%s cannot be written; only a coil or a holding register can".formatted(name),
          where);
      return false;
    }
    return true;
  }

  private PlcSettings settings(Optional<PlcProfile> profile) {
    int unit = source.unit().orElseGet(() -> profile.map(PlcProfile::unit).orElse(1));
    Duration standard = profile.map(PlcProfile::poll).orElse(PlcSettings.STANDARD.poll());
    Duration poll =
        source.poll().flatMap(written -> attempt(() -> time(written), "poll")).orElse(standard);
    return attempt(() -> new PlcSettings(unit, poll, PlcSettings.STANDARD.debouncePolls()), "unit")
        .orElse(PlcSettings.STANDARD);
  }

  private HostWatchdog watchdog(Optional<PlcProfile> profile) {
    HostWatchdog known = profile.map(PlcProfile::watchdog).orElse(HostWatchdog.NONE);
    Optional<HostWatchdog.Heartbeat> heartbeat = Optional.empty();
    for (Map.Entry<String, String> entry : source.watchdog().entrySet()) {
      if (entry.getKey().equals("heartbeat")) {
        heartbeat = attempt(() -> heartbeat(entry.getValue()), "watchdog", "heartbeat");
      } else {
        wrong(
            SettingFault.ONLY_HEARTBEAT,
            Map.of("given", entry.getKey()),
            "a watchdog has only a heartbeat",
            "watchdog",
            entry.getKey());
      }
    }
    return new HostWatchdog(heartbeat, known.communicationSafety());
  }

  private static HostWatchdog.Heartbeat heartbeat(String written) {
    Matcher matcher = HEARTBEAT.matcher(written.strip());
    if (!matcher.matches()) {
      throw new SettingMistake(
          SettingFault.HEARTBEAT,
          Map.of("given", written),
          "'%s' is no heartbeat; write for example 'holding 99 every 1 s'".formatted(written));
    }
    Duration every =
        matcher.group(2) == null
            ? Duration.ofSeconds(1)
            : time(matcher.group(2) + " " + matcher.group(3));
    return new HostWatchdog.Heartbeat(Integer.parseInt(String.valueOf(matcher.group(1))), every);
  }

  private Optional<PlcIdentity> identity(Optional<PlcProfile> profile) {
    if (source.model().isEmpty()) {
      return Optional.empty();
    }
    if (profile.isEmpty() || profile.get().identity().isEmpty()) {
      wrong(
          SettingFault.MODEL_NEEDS_PROFILE,
          Map.of(),
          "a model can only be checked with a profile whose modules tell it",
          "model");
      return Optional.empty();
    }
    int register = profile.get().identity().getAsInt();
    return attempt(() -> new PlcIdentity(register, source.model().get()), "model");
  }

  private List<MachineSpec> machines() {
    List<MachineSpec> machines = new ArrayList<>();
    Map<String, String> outputOf = new HashMap<>();
    source
        .machines()
        .forEach(
            (name, settings) -> {
              Map<String, String> rest = new LinkedHashMap<>(settings);
              String kind = rest.remove("is");
              if (kind == null) {
                wrong(
                    SettingFault.MACHINE_IS_MISSING,
                    Map.of(),
                    "machine %s: 'is' is missing".formatted(name),
                    "machines",
                    name);
                return;
              }
              attempt(() -> MachineSpec.of(name, kind, rest), "machines", name)
                  .ifPresent(
                      spec -> {
                        check(spec, outputOf);
                        machines.add(spec);
                      });
            });
    return machines;
  }

  /** What a machine switches is off whenever the link comes up, unless the site says otherwise. */
  private void check(MachineSpec spec, Map<String, String> outputOf) {
    for (String input : spec.inputs()) {
      Point point = points.get(input);
      if (point == null && !source.points().containsKey(input)) {
        noPoint(input, "machines", spec.name());
      } else if (point != null && point.isNumber()) {
        wrong(
            SettingFault.POINT_IS_NUMBER,
            Map.of("point", input),
            "%s is a number, not true or false".formatted(input),
            "machines",
            spec.name());
      }
    }
    for (String output : spec.outputs()) {
      if (isOutput(output, "machines", spec.name())) {
        OutputRule rule = outputs.get(output);
        if (rule == null) {
          wrong(
              SettingFault.NOT_ALLOWED,
              Map.of("point", output),
              "%s is not under allow".formatted(output),
              "machines",
              spec.name());
        } else if (rule.safe().isEmpty()) {
          outputs.put(output, rule.withSafe(BigDecimal.ZERO));
        }
      }
      String other = outputOf.put(output, spec.name());
      if (other != null) {
        wrong(
            SettingFault.SWITCHED_TWICE,
            Map.of("point", output, "machine", other),
            "%s is also switched by %s".formatted(output, other),
            "machines",
            spec.name());
      }
    }
  }

  private static Duration time(String written) {
    Matcher matcher = TIME.matcher(written.strip());
    if (!matcher.matches()) {
      throw new SettingMistake(
          SettingFault.TIME,
          Map.of("given", written),
          "'%s' is no time; write for example '25 ms' or '1 s'".formatted(written));
    }
    long count = Long.parseLong(String.valueOf(matcher.group(1)));
    return "s".equals(matcher.group(2)) ? Duration.ofSeconds(count) : Duration.ofMillis(count);
  }

  private <T> Optional<T> attempt(Supplier<T> reading, String... path) {
    try {
      return Optional.of(reading.get());
    } catch (IllegalArgumentException e) {
      mistakes.add(new Mistake(List.of(path), SettingMistake.of(e)));
      return Optional.empty();
    }
  }

  private void noPoint(String name, String... path) {
    wrong(
        SettingFault.NO_SUCH_POINT,
        Map.of("point", name),
        "there is no point %s".formatted(name),
        path);
  }

  private void wrong(
      SettingFault fault, Map<String, String> values, String sentence, String... path) {
    mistakes.add(new Mistake(List.of(path), new SettingMistake(fault, values, sentence)));
  }
}
