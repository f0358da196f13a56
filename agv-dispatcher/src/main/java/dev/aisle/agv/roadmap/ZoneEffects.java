package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.ZoneSet.Rule;
import dev.aisle.device.agv.ZoneSet.Strictness;
import java.util.Collection;
import java.util.List;

/**
 * What the zones do to one lane (VDA 5050 3.0, 6.4). A blocked zone, and a strict direction against
 * which the lane leads, close it; a speed limit holds on the whole lane as soon as a part lies
 * inside; penalty, priority and the softer directions change only how dear the part inside is.
 *
 * @param open false when nobody may ever drive there
 * @param mostMps speed limit in metres per second, infinite without one
 * @param costFactor above 1 the lane is avoided, below 1 it is preferred; never below {@link
 *     #LEAST_COST}
 */
record ZoneEffects(boolean open, double mostMps, double costFactor) {
  /** A zone of the highest priority makes a way half as dear. */
  static final double LEAST_COST = 0.5;

  /** A way of the highest penalty is taken when any other is a thousand times longer. */
  static final double MOST_COST = 1000;

  private static final double RESTRICTED_COST = 20;
  private static final double SOFT_COST = 2;

  /** Less than a millimetre inside is on the border. */
  private static final double TOUCH_M = 0.001;

  private static final ZoneEffects NONE = new ZoneEffects(true, Double.POSITIVE_INFINITY, 1);

  /**
   * @param way points of the lane from end to end
   */
  static ZoneEffects on(List<Point> way, Collection<Zone> zones) {
    ZoneEffects effects = NONE;
    for (Zone zone : zones) {
      effects = effects.and(zone, way);
    }
    return effects;
  }

  private ZoneEffects and(Zone zone, List<Point> way) {
    double inside = 0;
    double length = 0;
    double dear = 0;
    boolean against = false;
    for (int i = 1; i < way.size(); i++) {
      Point from = way.get(i - 1);
      Point to = way.get(i);
      double partM = zone.outline().insideM(from, to);
      inside += partM;
      length += from.distanceM(to);
      dear += partM * factor(zone.rule(), from.headingTo(to));
      against |= partM > TOUCH_M && isForbidden(zone.rule(), from.headingTo(to));
    }
    if (inside <= TOUCH_M) {
      return this;
    }
    double cost = costFactor * (dear + length - inside) / length;
    double most =
        zone.rule() instanceof Rule.SpeedLimit limit ? Math.min(mostMps, limit.maxMps()) : mostMps;
    return new ZoneEffects(open && !against, most, Math.clamp(cost, LEAST_COST, MOST_COST));
  }

  private static boolean isForbidden(Rule rule, double headingRad) {
    return switch (rule) {
      case Rule.Blocked b -> true;
      case Rule.Directed directed ->
          directed.strictness() == Strictness.STRICT && isAgainst(directed, headingRad);
      default -> false;
    };
  }

  private static double factor(Rule rule, double headingRad) {
    return switch (rule) {
      case Rule.Penalty penalty ->
          penalty.factor() >= 1 ? MOST_COST : Math.min(MOST_COST, 1 / (1 - penalty.factor()));
      case Rule.Priority priority -> 1 - (1 - LEAST_COST) * priority.factor();
      case Rule.Directed directed when isAgainst(directed, headingRad) ->
          directed.strictness() == Strictness.SOFT ? SOFT_COST : RESTRICTED_COST;
      default -> 1;
    };
  }

  /** Across the direction is allowed where both ways are not; else only along it. */
  private static boolean isAgainst(Rule.Directed directed, double headingRad) {
    double off = Point.turn(directed.angleRad(), headingRad);
    double slack = 0.01;
    return directed.bothWays()
        ? Math.min(off, Math.PI - off) > Math.PI / 4 + slack
        : off > Math.PI / 2 + slack;
  }
}
