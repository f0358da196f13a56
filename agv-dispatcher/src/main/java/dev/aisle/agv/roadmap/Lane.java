package dev.aisle.agv.roadmap;

import java.util.Optional;

/**
 * A way in one direction, with its speed limit in metres per second. Two-way is two. It is straight
 * and driven forwards when {@code way} says nothing else.
 */
public record Lane(String from, String to, double speedMps, LaneWay way) {
  public Lane {
    if (!(speedMps > 0)) {
      throw new IllegalArgumentException("lane %s-%s needs a speed above 0".formatted(from, to));
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("lane %s leads nowhere".formatted(from));
    }
  }

  /** A straight lane for everybody. */
  public Lane(String from, String to, double speedMps) {
    this(from, to, speedMps, LaneWay.PLAIN);
  }

  public String id() {
    return idOf(from, to);
  }

  static String idOf(String from, String to) {
    return from + ">" + to;
  }

  /** Speed limit in metres per second for a type of vehicle. */
  public double speedMps(String type) {
    return Optional.ofNullable(way.speedMpsByType().get(type)).orElse(speedMps);
  }
}
