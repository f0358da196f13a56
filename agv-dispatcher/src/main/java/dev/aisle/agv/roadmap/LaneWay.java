package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a lane is driven, where that is more than straight ahead.
 *
 * @param curve the way from end to end; empty for a straight one
 * @param heading of the vehicle meanwhile; empty when it looks where it drives
 * @param speedMpsByType speed limit in metres per second of some types of vehicle, lower or higher
 *     than that of the lane
 * @param loads who may pass
 * @param corridor how far a vehicle may leave the lane to pass an obstacle; empty for not at all
 * @param ride time in a lift; empty for a lane that is driven
 */
public record LaneWay(
    Optional<Curve> curve,
    Optional<Heading> heading,
    Map<String, Double> speedMpsByType,
    Loads loads,
    Optional<Corridor> corridor,
    Optional<Duration> ride) {
  public static final LaneWay PLAIN =
      new LaneWay(
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Loads.ANY,
          Optional.empty(),
          Optional.empty());

  public LaneWay {
    speedMpsByType = Map.copyOf(speedMpsByType);
    speedMpsByType.forEach(
        (type, speed) -> {
          if (!(speed > 0)) {
            throw new IllegalArgumentException("type %s needs a speed above 0".formatted(type));
          }
        });
  }

  public LaneWay along(Curve way) {
    return new LaneWay(Optional.of(way), heading, speedMpsByType, loads, corridor, ride);
  }

  public LaneWay looking(Heading direction) {
    return new LaneWay(curve, Optional.of(direction), speedMpsByType, loads, corridor, ride);
  }

  public LaneWay limiting(Map<String, Double> speedMps) {
    return new LaneWay(curve, heading, speedMps, loads, corridor, ride);
  }

  public LaneWay onlyFor(Loads allowed) {
    return new LaneWay(curve, heading, speedMpsByType, allowed, corridor, ride);
  }

  public LaneWay within(Corridor free) {
    return new LaneWay(curve, heading, speedMpsByType, loads, Optional.of(free), ride);
  }

  LaneWay riding(Duration time) {
    return new LaneWay(curve, heading, speedMpsByType, loads, corridor, Optional.of(time));
  }

  /**
   * Where a vehicle looks.
   *
   * @param angleRad on the map, or against the way it drives when {@code tangential}: pi is
   *     backwards
   */
  public record Heading(double angleRad, boolean tangential) {
    public static final Heading BACKWARDS = new Heading(Math.PI, true);

    /** The direction in which a vehicle looks that drives in some direction, in radians. */
    public double when(double drivingRad) {
      return tangential ? drivingRad + angleRad : angleRad;
    }
  }

  /** Whether vehicles with and without a load may pass. */
  public enum Loads {
    ANY,
    LOADED_ONLY,
    EMPTY_ONLY;

    public boolean admits(boolean loaded) {
      return this == ANY || loaded == (this == LOADED_ONLY);
    }
  }
}
