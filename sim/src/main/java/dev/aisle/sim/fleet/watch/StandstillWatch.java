package dev.aisle.sim.fleet.watch;

import dev.aisle.device.agv.VehicleId;
import dev.aisle.sim.fleet.control.FleetController.Waiting;
import dev.aisle.sim.vehicle.Body;
import dev.aisle.sim.vehicle.Vehicle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees when nothing goes on any more, or one vehicle is kept waiting for ever. */
public final class StandstillWatch {
  /** With work open, a fleet in which nobody moves or handles a load for so long is locked up. */
  static final Duration ALL_STAND = Duration.ofMinutes(5);

  /** So is a circle of vehicles that wait for each other, none of which moves for so long. */
  static final Duration CIRCLE_STANDS = Duration.ofMinutes(5);

  /** A vehicle that waits for others longer than this starves. */
  static final Duration STARVES = Duration.ofMinutes(90);

  private final Map<VehicleId, Vehicle> vehicles = new LinkedHashMap<>();
  private final Map<VehicleId, Body> lastBody = new LinkedHashMap<>();
  private final Map<VehicleId, Long> activeMs = new LinkedHashMap<>();

  public StandstillWatch(List<Vehicle> all) {
    all.forEach(vehicle -> vehicles.put(vehicle.spec().id(), vehicle));
  }

  /** To be called every few seconds. */
  public void look(long nowMs) {
    vehicles.forEach(
        (id, vehicle) -> {
          Body body = vehicle.body();
          Body last = lastBody.put(id, body);
          boolean moved = last == null || last.distanceM(body.xM(), body.yM()) > 0.01;
          if (moved || vehicle.isBusy()) {
            activeMs.put(id, nowMs);
          }
        });
  }

  /** What is wrong as long as there is work. */
  public Optional<Standstill> judge(long nowMs, Map<VehicleId, Waiting> waits) {
    Optional<List<VehicleId>> circle = circle(waits);
    if (circle.isPresent()
        && circle.get().stream().allMatch(id -> still(id, nowMs, CIRCLE_STANDS))) {
      return Optional.of(
          new Standstill(Standstill.Kind.CIRCLE, nowMs, told(circle.get().getFirst(), waits)));
    }
    if (vehicles.keySet().stream().allMatch(id -> still(id, nowMs, ALL_STAND))) {
      return Optional.of(
          new Standstill(
              Standstill.Kind.ALL_STAND,
              nowMs,
              waits.isEmpty()
                  ? "nobody says for whom it waits; the trace ends with all that is known"
                  : waits.keySet().stream().map(id -> told(id, waits)).toList().toString()));
    }
    return waits.keySet().stream()
        .filter(id -> still(id, nowMs, STARVES))
        .findFirst()
        .map(id -> new Standstill(Standstill.Kind.STARVED, nowMs, told(id, waits)));
  }

  private boolean still(VehicleId id, long nowMs, Duration length) {
    return nowMs - activeMs.getOrDefault(id, 0L) >= length.toMillis();
  }

  private static Optional<List<VehicleId>> circle(Map<VehicleId, Waiting> waits) {
    Set<VehicleId> known = new LinkedHashSet<>();
    for (VehicleId start : waits.keySet()) {
      Set<VehicleId> way = new LinkedHashSet<>();
      VehicleId at = start;
      while (!known.contains(at) && way.add(at)) {
        Waiting next = waits.get(at);
        if (next == null) {
          break;
        }
        at = next.whom();
        if (way.contains(at)) {
          List<VehicleId> all = List.copyOf(way);
          return Optional.of(all.subList(all.indexOf(at), all.size()));
        }
      }
      known.addAll(way);
    }
    return Optional.empty();
  }

  /** Who waits for whom, until it closes or somebody waits for nobody. */
  private static String told(VehicleId start, Map<VehicleId, Waiting> waits) {
    List<String> words = new ArrayList<>();
    Set<VehicleId> seen = new LinkedHashSet<>();
    VehicleId at = start;
    Waiting next = waits.get(at);
    while (next != null && seen.add(at)) {
      words.add("%s waits for %s at %s".formatted(at, next.whom(), next.node()));
      at = next.whom();
      next = waits.get(at);
    }
    if (next == null) {
      words.add("%s waits for nobody".formatted(at));
    }
    return String.join(", ", words);
  }
}
