package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.ZoneSet.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A zone as {@link ZoneReader} reads it. */
final class ZoneText {
  private ZoneText() {}

  public static String of(Zone zone) {
    String outline =
        zone.outline().corners().stream()
            .map(FloorText::point)
            .collect(Collectors.joining(", ", "outline_m: [", "], is: "));
    return outline + ZoneWords.of(zone.rule()) + (zone.isOnlyNamed() ? "" : keys(zone.rule()));
  }

  private static String keys(Rule rule) {
    return switch (rule) {
      case Rule.Release release -> ", on_loss: " + word(release.lost());
      case Rule.SpeedLimit limit -> ", speed_mps: " + FloorText.number(limit.maxMps());
      case Rule.Priority priority -> ", factor: " + FloorText.number(priority.factor());
      case Rule.Penalty penalty -> ", factor: " + FloorText.number(penalty.factor());
      case Rule.Directed directed ->
          ", angle_deg: %s, strictness: %s%s"
              .formatted(
                  FloorText.number(Math.toDegrees(directed.angleRad())),
                  word(directed.strictness()),
                  directed.bothWays() ? ", both_ways: true" : "");
      case Rule.Actions actions ->
          actions("on_entry", actions.entry())
              + actions("inside", actions.during())
              + actions("on_exit", actions.exit());
      case Rule.Blocked blocked -> "";
      case Rule.LineGuided guided -> "";
      case Rule.CoordinatedReplanning replanning -> "";
    };
  }

  private static String actions(String key, List<Action> actions) {
    return actions.isEmpty()
        ? ""
        : actions.stream()
            .map(ZoneText::action)
            .collect(Collectors.joining(", ", ", %s: [".formatted(key), "]"));
  }

  private static String action(Action action) {
    String with =
        action.parameters().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> FloorText.name(one.getKey()) + ": " + FloorText.name(one.getValue()))
            .collect(Collectors.joining(", "));
    return "{do: %s, blocking: %s%s}"
        .formatted(
            FloorText.name(action.type()),
            word(action.blocking()),
            with.isEmpty() ? "" : ", with: {%s}".formatted(with));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
