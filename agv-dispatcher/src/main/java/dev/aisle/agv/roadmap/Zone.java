package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.roadmap.geometry.Polygon;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Rule;

/**
 * An area of the floor in which a rule holds (VDA 5050 3.0, 6.4). For ways on lanes the dispatcher
 * keeps the rule itself, whatever version a vehicle speaks; to those of version 3.0 it is also
 * told.
 *
 * @param map on which it lies; empty where the floor is all on the vehicles' own map
 */
public record Zone(String id, Polygon outline, Rule rule, String map) {
  public Zone {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a zone needs a name");
    }
    switch (rule) {
      case Rule.SpeedLimit limit -> {
        if (!(limit.maxMps() > 0)) {
          throw new IllegalArgumentException("zone %s needs a speed above 0".formatted(id));
        }
      }
      case Rule.Priority priority -> factor(id, priority.factor());
      case Rule.Penalty penalty -> factor(id, penalty.factor());
      case Rule.Directed directed -> {
        if (directed.bothWays() && directed.strictness() == ZoneSet.Strictness.STRICT) {
          throw new IllegalArgumentException("zone %s: strict is one way only".formatted(id));
        }
      }
      case Rule.Blocked b -> {}
      case Rule.LineGuided l -> {}
      case Rule.Release r -> {}
      case Rule.CoordinatedReplanning c -> {}
      case Rule.Actions a -> {}
    }
  }

  /** On a floor of one map. */
  public Zone(String id, Polygon outline, Rule rule) {
    this(id, outline, rule, "");
  }

  /** The same on another map. */
  public Zone on(String other) {
    return new Zone(id, outline, rule, other);
  }

  private static void factor(String id, double factor) {
    if (!(factor >= 0 && factor <= 1)) {
      throw new IllegalArgumentException("zone %s: factor %s is not 0 to 1".formatted(id, factor));
    }
  }

  /** Of an area that only has a name. */
  public static final Rule NO_RULE = new Rule.Penalty(0);

  /**
   * An area that only has a name, so that people can stop the vehicles in it. It is not told to
   * anybody.
   */
  public static Zone area(String id, Polygon outline) {
    return new Zone(id, outline, NO_RULE);
  }

  /** True when nothing holds there. */
  public boolean isOnlyNamed() {
    return rule.equals(NO_RULE);
  }

  /**
   * True when one vehicle at a time may be there: it is granted to one only, or the one in it may
   * leave its way, so that nobody else can be near.
   */
  public boolean isForOne() {
    return rule instanceof Rule.Release || rule instanceof Rule.CoordinatedReplanning;
  }

  /** As told to vehicles. */
  public ZoneSet.Zone told() {
    return new ZoneSet.Zone(
        id, outline.corners().stream().map(p -> new ZoneSet.Corner(p.xM(), p.yM())).toList(), rule);
  }

  /** As {@link #told()} says it. */
  public static Zone of(ZoneSet.Zone told) {
    return new Zone(
        told.zoneId(),
        new Polygon(told.outline().stream().map(c -> new Point(c.xM(), c.yM())).toList()),
        told.rule());
  }
}
