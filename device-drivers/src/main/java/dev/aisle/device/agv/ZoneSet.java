package dev.aisle.device.agv;

import java.util.List;
import java.util.Optional;

/**
 * Zones of one map, sent as a whole and never changed afterwards: other zones are another set with
 * another id (VDA 5050 3.0, 6.4).
 */
public record ZoneSet(String zoneSetId, String mapId, List<Zone> zones) {
  public ZoneSet {
    zones = List.copyOf(zones);
    long ids = zones.stream().map(Zone::zoneId).distinct().count();
    if (ids != zones.size()) {
      throw new IllegalArgumentException("zone set %s has a zone twice".formatted(zoneSetId));
    }
  }

  /**
   * An area of the floor.
   *
   * @param outline at least three corners, in metres on the map
   */
  public record Zone(String zoneId, List<Corner> outline, Rule rule) {
    public Zone {
      outline = List.copyOf(outline);
      if (outline.size() < 3) {
        throw new IllegalArgumentException("zone %s has fewer than 3 corners".formatted(zoneId));
      }
    }
  }

  /** Metres on the map. */
  public record Corner(double xM, double yM) {}

  /** What holds in a zone. */
  public sealed interface Rule {
    /** As zone sets and factsheets name the kind (VDA 5050 3.0, 6.4). */
    default String kind() {
      return switch (this) {
        case Rule.Blocked blocked -> "BLOCKED";
        case Rule.LineGuided guided -> "LINE_GUIDED";
        case Rule.Release release -> "RELEASE";
        case Rule.CoordinatedReplanning replanning -> "COORDINATED_REPLANNING";
        case Rule.SpeedLimit limit -> "SPEED_LIMIT";
        case Rule.Actions actions -> "ACTION";
        case Rule.Priority priority -> "PRIORITY";
        case Rule.Penalty penalty -> "PENALTY";
        case Rule.Directed directed -> directed.bothWays() ? "BIDIRECTED" : "DIRECTED";
      };
    }

    /** No vehicle may be there. */
    record Blocked() implements Rule {}

    /** Vehicles keep to the lines. */
    record LineGuided() implements Rule {}

    /** Only after a grant; {@code lost} says what to do when it ends. */
    record Release(Loss lost) implements Rule {}

    /** A vehicle asks before it plans another way. */
    record CoordinatedReplanning() implements Rule {}

    /** Metres per second. */
    record SpeedLimit(double maxMps) implements Rule {}

    /** Things to do when entering, inside, and when leaving. */
    record Actions(
        List<VehicleOrder.Action> entry,
        List<VehicleOrder.Action> during,
        List<VehicleOrder.Action> exit)
        implements Rule {
      public Actions {
        entry = List.copyOf(entry);
        during = List.copyOf(during);
        exit = List.copyOf(exit);
      }
    }

    /** 0 no preference, 1 the highest. */
    record Priority(double factor) implements Rule {}

    /** 0 no penalty, 1 only when there is no other way. */
    record Penalty(double factor) implements Rule {}

    /** Drive this way, in radians on the map; {@code bothWays} also against it. */
    record Directed(double angleRad, boolean bothWays, Strictness strictness) implements Rule {}
  }

  /** What a vehicle does whose grant has ended. */
  public enum Loss {
    STOP,
    CONTINUE,
    EVACUATE
  }

  /** How far a direction binds; STRICT does not exist for both ways. */
  public enum Strictness {
    SOFT,
    RESTRICTED,
    STRICT
  }

  /** The zone of that id. */
  public Optional<Zone> zone(String zoneId) {
    return zones.stream().filter(zone -> zone.zoneId().equals(zoneId)).findFirst();
  }
}
