package dev.aisle.hmi.bridge.alarm;

import dev.aisle.device.link.DeviceTrouble;
import dev.aisle.device.link.LinkState;
import dev.aisle.device.link.Ne107;
import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.bridge.device.running.LineUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells the silence of a whole Modbus line from that of one unit on it. When a gateway is gone, its
 * units fall silent one after the other as each waits for its own answer, and come back one after
 * the other; that is one outage and one alarm. Pure: knows no clock. For one thread.
 */
public final class LineWatch {
  /** Longest pause between tries of a device, and time for a request. */
  private static final Duration TIME_TO_RETURN = Duration.ofSeconds(10);

  /** Which alarm, of what. */
  public record Call(AlarmType type, String source) {}

  private final Map<String, Instant> silentSince = new HashMap<>();
  private final Set<String> called = new TreeSet<>();
  private final Set<String> linesGone = new TreeSet<>();
  private final Map<String, Instant> lineBackAt = new HashMap<>();

  /** Everything that someone must be called for now, with the values for its sentences. */
  public Map<Call, Map<String, String>> look(List<LineUnit> units, Instant now) {
    Map<String, List<LineUnit>> lines =
        units.stream()
            .collect(
                Collectors.groupingBy(
                    LineUnit::line, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    forget(units, lines.keySet());
    for (LineUnit unit : units) {
      if (isSilent(unit)) {
        silentSince.putIfAbsent(unit.name(), now);
      } else {
        silentSince.remove(unit.name());
        called.remove(unit.name());
      }
    }
    Map<Call, Map<String, String>> calls = new LinkedHashMap<>();
    lines.forEach((line, on) -> look(line, on, now, calls));
    return calls;
  }

  private void forget(List<LineUnit> units, Set<String> lines) {
    Set<String> names = units.stream().map(LineUnit::name).collect(Collectors.toSet());
    silentSince.keySet().retainAll(names);
    called.retainAll(names);
    linesGone.retainAll(lines);
    lineBackAt.keySet().retainAll(lines);
  }

  private void look(
      String line, List<LineUnit> units, Instant now, Map<Call, Map<String, String>> calls) {
    boolean gone = units.size() > 1 && units.stream().noneMatch(LineWatch::isReached);
    if (gone) {
      linesGone.add(line);
      calls.put(new Call(AlarmType.GATEWAY_SILENT, line), valuesOf(line, units));
    } else if (linesGone.remove(line)) {
      lineBackAt.put(line, now);
    }
    for (LineUnit unit : units) {
      if (called.contains(unit.name()) || (!gone && isSilent(unit) && isAlone(unit, units, now))) {
        called.add(unit.name());
        calls.put(new Call(typeOf(unit), unit.name()), valuesOf(unit));
      }
    }
  }

  /** Whether the unit is silent by itself, and not because its line is. */
  private boolean isAlone(LineUnit unit, List<LineUnit> units, Instant now) {
    if (units.size() == 1 || isReached(unit)) {
      return true;
    }
    Instant since = silentSince.getOrDefault(unit.name(), now);
    Instant back = lineBackAt.get(unit.line());
    if (back != null && now.isBefore(back.plus(TIME_TO_RETURN))) {
      return false;
    }
    return units.stream()
        .filter(LineWatch::isReached)
        .anyMatch(other -> other.health().lastExchange().filter(since::isBefore).isPresent());
  }

  private static boolean isSilent(LineUnit unit) {
    Ne107 signal = unit.health().signal();
    return signal == Ne107.FAILURE || signal == Ne107.UNKNOWN;
  }

  private static boolean isReached(LineUnit unit) {
    return unit.health().link() == LinkState.UP;
  }

  private static AlarmType typeOf(LineUnit unit) {
    return switch (unit.kind()) {
      case PLC -> AlarmType.PLC_SILENT;
      case SCALE -> AlarmType.SCALE_SILENT;
      default -> AlarmType.TAG_HEAD_SILENT;
    };
  }

  private static Map<String, String> valuesOf(LineUnit unit) {
    Map<String, String> values = new HashMap<>();
    Optional<DeviceTrouble> why = unit.health().why();
    why.ifPresent(trouble -> values.putAll(trouble.values()));
    values.put("device", unit.device());
    values.put("trouble", why.map(trouble -> trouble.kind().word()).orElse("not-yet-heard"));
    values.put("detail", why.map(DeviceTrouble::detail).orElse(""));
    return values;
  }

  private static Map<String, String> valuesOf(String line, List<LineUnit> units) {
    Map<String, String> values = new HashMap<>(valuesOf(units.getFirst()));
    values.put("line", line);
    values.put("units", units.stream().map(LineUnit::name).collect(Collectors.joining(", ")));
    return values;
  }
}
