package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.ZoneSet.Rule;

/** Kinds of zone as the site file calls them. */
public final class ZoneWords {
  public static final String BLOCKED = "blocked";
  public static final String LINE_GUIDED = "line-guided";
  public static final String RELEASE = "release";
  public static final String REPLANNING = "replanning";
  public static final String SPEED_LIMIT = "speed-limit";
  public static final String PRIORITY = "priority";
  public static final String PENALTY = "penalty";
  public static final String DIRECTED = "directed";
  public static final String ACTION = "action";
  static final String AREA = "area";

  private ZoneWords() {}

  /** The word after {@code is:}. */
  public static String of(Rule rule) {
    return rule.equals(Zone.NO_RULE)
        ? AREA
        : switch (rule) {
          case Rule.Blocked blocked -> BLOCKED;
          case Rule.LineGuided guided -> LINE_GUIDED;
          case Rule.Release release -> RELEASE;
          case Rule.CoordinatedReplanning replanning -> REPLANNING;
          case Rule.SpeedLimit limit -> SPEED_LIMIT;
          case Rule.Priority priority -> PRIORITY;
          case Rule.Penalty penalty -> PENALTY;
          case Rule.Directed directed -> DIRECTED;
          case Rule.Actions actions -> ACTION;
        };
  }
}
