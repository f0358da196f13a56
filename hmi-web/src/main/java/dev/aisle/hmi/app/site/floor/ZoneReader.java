package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.VehicleOrder.Blocking;
import dev.aisle.device.agv.ZoneSet.Loss;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Strictness;
import dev.aisle.hmi.app.site.text.Part;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code floor.zones:}, areas with a rule (VDA 5050 3.0, 6.4). */
final class ZoneReader {
  private static final double SLOWEST_MPS = 0.05;
  private static final double FASTEST_MPS = 5;
  private static final double FULL_TURN_DEG = 360;
  private static final Set<String> RULES =
      new LinkedHashSet<>(
          List.of(
              ZoneWords.BLOCKED,
              ZoneWords.LINE_GUIDED,
              ZoneWords.RELEASE,
              ZoneWords.REPLANNING,
              ZoneWords.SPEED_LIMIT,
              ZoneWords.PRIORITY,
              ZoneWords.PENALTY,
              ZoneWords.DIRECTED,
              ZoneWords.ACTION,
              ZoneWords.AREA));

  private ZoneReader() {}

  /**
   * @param map of zones that name none
   */
  public static Optional<Zone> read(String id, Part part, String map) {
    part.reading().define(Kind.ZONE, id, part.at(), part.where());
    List<Point> outline = part.points("outline_m");
    String level = part.text("map").orElse(map);
    if (!part.has("is")) {
      part.missing("is", ZoneWords.SPEED_LIMIT);
    }
    Optional<Rule> rule = part.word("is", RULES).flatMap(word -> rule(part, word));
    if (rule.isPresent()) {
      part.done();
    }
    if (outline.size() < 3) {
      part.fault("outline_m", "an outline has three corners at least");
      return Optional.empty();
    }
    return rule.map(r -> new Zone(id, new Polygon(outline), r, level));
  }

  private static Optional<Rule> rule(Part part, String word) {
    return switch (word) {
      case ZoneWords.BLOCKED -> Optional.of(new Rule.Blocked());
      case ZoneWords.LINE_GUIDED -> Optional.of(new Rule.LineGuided());
      case ZoneWords.RELEASE -> Optional.of(new Rule.Release(word(part, "on_loss", Loss.STOP)));
      case ZoneWords.REPLANNING -> Optional.of(new Rule.CoordinatedReplanning());
      case ZoneWords.SPEED_LIMIT ->
          needed(part, "speed_mps", SLOWEST_MPS, FASTEST_MPS, "0.3").map(Rule.SpeedLimit::new);
      case ZoneWords.PRIORITY -> needed(part, "factor", 0, 1, "0.5").map(Rule.Priority::new);
      case ZoneWords.PENALTY -> needed(part, "factor", 0, 1, "0.5").map(Rule.Penalty::new);
      case ZoneWords.ACTION -> actions(part);
      case ZoneWords.AREA -> Optional.of(Zone.NO_RULE);
      default -> directed(part);
    };
  }

  private static Optional<Rule> actions(Part part) {
    Rule.Actions all =
        new Rule.Actions(
            actions(part, "on_entry"), actions(part, "inside"), actions(part, "on_exit"));
    if (all.equals(new Rule.Actions(List.of(), List.of(), List.of()))) {
      part.missing("on_entry", "[{do: detectObject}]");
      return Optional.empty();
    }
    return Optional.of(all);
  }

  private static List<Action> actions(Part part, String key) {
    List<Action> actions = new ArrayList<>();
    part.list(
        key,
        (index, one) -> {
          Optional<String> type = one.text("do", "detectObject");
          Blocking blocking = word(one, "blocking", Blocking.NONE);
          Map<String, String> parameters = new LinkedHashMap<>();
          one.part("with")
              .ifPresent(
                  with ->
                      with.entryTexts()
                          .forEach((name, value) -> parameters.put(name, value.text())));
          one.done();
          type.ifPresent(t -> actions.add(new Action("", t, blocking, parameters)));
        });
    return actions;
  }

  private static Optional<Rule> directed(Part part) {
    boolean bothWays = part.flag("both_ways");
    Strictness strictness = word(part, "strictness", Strictness.RESTRICTED);
    if (bothWays && strictness == Strictness.STRICT) {
      part.fault("strictness", "strict is one way only");
      return Optional.empty();
    }
    return needed(part, "angle_deg", -FULL_TURN_DEG, FULL_TURN_DEG, "90")
        .map(angle -> new Rule.Directed(Math.toRadians(angle), bothWays, strictness));
  }

  private static Optional<Double> needed(
      Part part, String key, double least, double most, String example) {
    if (!part.has(key)) {
      part.missing(key, example);
    }
    return part.number(key, least, most);
  }

  private static <E extends Enum<E>> E word(Part part, String key, E usual) {
    List<E> all = Arrays.asList(usual.getDeclaringClass().getEnumConstants());
    Set<String> words =
        all.stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return part.word(key, words)
        .flatMap(
            word ->
                all.stream()
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst())
        .orElse(usual);
  }
}
