package dev.aisle.hmi.api.station;

import dev.aisle.hmi.alarm.AlarmType;
import dev.aisle.hmi.alarm.Alarms;
import dev.aisle.hmi.api.Refusal;
import dev.aisle.hmi.api.Words;
import dev.aisle.hmi.live.device.StationPort;
import dev.aisle.hmi.live.device.StationPort.Weighed;
import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.task.DeviationKind;
import dev.aisle.wms.task.Deviations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Deviations deviations;

  WeightCheck(StationPort stations, Alarms alarms, Deviations deviations) {
    this.stations = stations;
    this.alarms = alarms;
    this.deviations = deviations;
  }

  /**
   * Refuses a load that weighs something else, unless a person has looked at this very weight and
   * takes it as it is, with a reason; that is told to the supervisor and kept in the unit's life.
   *
   * @param expectedG 0 when it is not known
   * @param said what the person says, with the grams accepted if there are any
   * @return to be run when the work is done
   */
  Runnable require(String station, String unit, long expectedG, Confirm said, String by) {
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
    Long acceptedG = said.weightG();
    if (acceptedG == null || Math.abs(grams - acceptedG) > SAME_G) {
      throw Refusal.conflict(
          "weight-differs",
          "%d g lie on the scale, %d g are expected.".formatted(Math.round(grams), expectedG),
          facts);
    }
    WeightReason reason = said.weightReason();
    if (reason == null) {
      throw Refusal.invalid(
          "weightReason", "missing", "Say why a weight is taken that was not expected.");
    }
    String note = said.weightNote() == null ? "" : said.weightNote().strip();
    if (reason == WeightReason.OTHER && note.isEmpty()) {
      throw Refusal.invalid("weightNote", "missing", "Say what the other reason is.");
    }
    return () -> {
      keep(station, unit, facts, reason, note, by);
      alarms.raise(
          AlarmType.WEIGHT_DIFFERS,
          unit,
          Map.of(
              "unit",
              unit,
              "measured",
              Long.toString(Math.round(grams)),
              "expected",
              Long.toString(expectedG),
              "station",
              station,
              "reason",
              Words.of(reason),
              "by",
              by));
    };
  }

  /** Open and settled at once: nobody has to act, but it belongs to what happened to the unit. */
  private void keep(
      String station,
      String unit,
      Map<String, Object> facts,
      WeightReason reason,
      String note,
      String by) {
    Map<String, String> kept = new HashMap<>();
    for (String name : List.of("measuredG", "expectedG", "toleranceG", "scale")) {
      kept.put(name, String.valueOf(facts.get(name)));
    }
    kept.put("station", station);
    kept.put("reason", Words.of(reason));
    deviations.open(DeviationKind.WEIGHT_ACCEPTED, unit, Optional.empty(), kept);
    deviations.settle(DeviationKind.WEIGHT_ACCEPTED, unit, new Actor(by), note);
  }
}
