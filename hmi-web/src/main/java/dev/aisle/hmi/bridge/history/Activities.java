package dev.aisle.hmi.bridge.history;

import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.hmi.live.fleet.VehicleHistory.Activity;
import dev.aisle.hmi.live.fleet.VehicleHistory.Part;
import dev.aisle.hmi.live.fleet.VehicleHistory.Span;
import dev.aisle.hmi.live.fleet.VehicleHistory.Use;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The dispatcher's words as a time line has them, and what they add up to. */
final class Activities {
  private Activities() {}

  static Activity of(VehicleView vehicle) {
    return switch (vehicle.word()) {
      case UNKNOWN -> Activity.UNKNOWN;
      case IDLE, PARKED -> vehicle.charging() ? Activity.CHARGING : Activity.IDLE;
      case CHARGING -> Activity.CHARGING;
      case DRIVING -> Activity.DRIVING;
      case WAITING -> Activity.WAITING;
      case PICKING -> Activity.LOADING;
      case DROPPING -> Activity.UNLOADING;
      case PAUSED -> Activity.PAUSED;
      case HELD, EMERGENCY_STOP -> Activity.TROUBLE;
      case MANUAL -> Activity.MANUAL;
    };
  }

  /** How each whole hour was spent, as far as anybody looked. */
  static List<Use> byHour(List<Span> spans, Instant from, Instant to) {
    List<Use> hours = new ArrayList<>();
    for (Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        hour.isBefore(to);
        hour = hour.plus(1, ChronoUnit.HOURS)) {
      Instant begin = hour.isBefore(from) ? from : hour;
      Instant next = hour.plus(1, ChronoUnit.HOURS);
      Instant end = next.isAfter(to) ? to : next;
      Map<Activity, Duration> sums = new EnumMap<>(Activity.class);
      for (Span span : spans) {
        Instant a = span.from().isBefore(begin) ? begin : span.from();
        Instant b = span.to().isAfter(end) ? end : span.to();
        if (a.isBefore(b)) {
          sums.merge(span.activity(), Duration.between(a, b), Duration::plus);
        }
      }
      List<Part> parts = new ArrayList<>();
      sums.forEach((activity, sum) -> parts.add(new Part(activity, sum.toSeconds())));
      hours.add(new Use(hour, parts));
    }
    return hours;
  }
}
