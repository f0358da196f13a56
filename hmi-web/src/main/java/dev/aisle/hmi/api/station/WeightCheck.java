package dev.aisle.hmi.api.station;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.live.StationPort;
import dev.aisle.hmi.live.StationPort.Weighed;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what lies still on a station's scale with what the books say it weighs. Without a scale,
 * without a load that lies still or without a weight in the master data there is nothing to
 * compare, and the work goes on.
 */
@Component
class WeightCheck {
  /** What a person has accepted is still the same load. */
  private static final double SAME_G = 5;

  private final StationPort stations;
  private final Alarms alarms;

  WeightCheck(StationPort stations, Alarms alarms) {
    this.stations = stations;
    this.alarms = alarms;
  }

  /**
   * Refuses a load that weighs something else, unless a person has looked at this very weight and
   * takes it as it is; that is told to the supervisor.
   *
   * @param expectedG 0 when it is not known
   * @param acceptedG grams a person has accepted
   * @return to be run when the work is done
   */
  Runnable require(
      String station, String unit, long expectedG, @Nullable Long acceptedG, String by) {
    Optional<Weighed> weighed = expectedG <= 0 ? Optional.empty() : stations.weighed(station);
    if (weighed.isEmpty()) {
      return () -> {};
    }
    double grams = weighed.get().grams();
    long tolerance = weighed.get().tolerance(expectedG);
    if (Math.abs(grams - expectedG) <= tolerance) {
      return () -> {};
    }
    Map<String, Object> facts =
        Map.of(
            "unit", unit,
            "measuredG", Math.round(grams),
            "expectedG", expectedG,
            "toleranceG", tolerance,
            "scale", weighed.get().scale());
    if (acceptedG == null || Math.abs(grams - acceptedG) > SAME_G) {
      throw Refusal.conflict(
          "weight-differs",
          "%d g lie on the scale, %d g are expected.".formatted(Math.round(grams), expectedG),
          facts);
    }
    return () ->
        alarms.raise(
            AlarmType.WEIGHT_DIFFERS,
            unit,
            Map.of(
                "unit", unit,
                "measured", Long.toString(Math.round(grams)),
                "expected", Long.toString(expectedG),
                "station", station,
                "by", by));
  }
}
