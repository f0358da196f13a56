package dev.aisle.hmi.bridge.fleet;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.hmi.app.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks vehicles where they are, as often as the site says. A vehicle reports by itself when
 * something happens and every 30 s at the latest (VDA 5050 2.1.0 §6.10); in between it says where
 * it is when it is asked by {@code stateRequest} (§6.8.1). One that is silent is asked once each
 * interval and no more, so that a dead link fills no queue.
 */
final class PositionReports {
  private final Map<VehicleId, Duration> every = new LinkedHashMap<>();
  private final Map<VehicleId, Instant> heard = new ConcurrentHashMap<>();
  private final Map<VehicleId, Instant> asked = new ConcurrentHashMap<>();
  private long number;

  PositionReports(Site site) {
    for (Site.Vehicle vehicle : site.vehicles()) {
      if (vehicle.reportEveryS().isPresent()) {
        every.put(
            new VehicleId(vehicle.id()), Duration.ofSeconds(vehicle.reportEveryS().getAsInt()));
      }
    }
  }

  /** From any thread. */
  void heard(VehicleReport report) {
    if (report instanceof VehicleReport.State state) {
      heard.put(state.vehicle(), state.at());
    }
  }

  /** Whom to ask now. For one thread. */
  List<InstantAction> due(Instant now) {
    List<InstantAction> due = new ArrayList<>();
    every.forEach(
        (vehicle, interval) -> {
          Instant last = heard.get(vehicle);
          Instant before = asked.get(vehicle);
          boolean old = last != null && !last.plus(interval).isAfter(now);
          if (old && (before == null || !before.plus(interval).isAfter(now))) {
            asked.put(vehicle, now);
            number++;
            due.add(
                new InstantAction(
                    vehicle,
                    "position-%s-%d-%d".formatted(vehicle, now.toEpochMilli(), number),
                    "stateRequest",
                    Map.of()));
          }
        });
    return due;
  }
}
