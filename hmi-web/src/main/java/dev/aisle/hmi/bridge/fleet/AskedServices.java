package dev.aisle.hmi.bridge.fleet;

import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ActionState;
import dev.aisle.hmi.live.fleet.VehicleServices.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What people asked of each vehicle and what it said to that; vehicles forget finished actions
 * after a few messages. The newest few of each, newest first.
 */
final class AskedServices {
  private static final int KEPT = 20;
  private static final String TOLD = "told";

  private final Map<VehicleId, List<Asked>> all = new ConcurrentHashMap<>();

  void asked(InstantAction action, String by, Instant at) {
    all.compute(
        action.vehicle(),
        (id, before) -> {
          List<Asked> now = new ArrayList<>(before == null ? List.of() : before);
          if (now.stream().noneMatch(one -> one.id().equals(action.actionId()))) {
            now.addFirst(new Asked(action.actionId(), action.type(), by, at, TOLD, null));
          }
          return List.copyOf(now.subList(0, Math.min(now.size(), KEPT)));
        });
  }

  /** From any thread. */
  void heard(VehicleReport.State state) {
    all.computeIfPresent(
        state.vehicle(),
        (id, before) -> before.stream().map(one -> after(one, state.allActionStates())).toList());
  }

  private static Asked after(Asked asked, List<ActionState> shown) {
    for (ActionState one : shown) {
      if (one.actionId().equals(asked.id())) {
        return new Asked(
            asked.id(),
            asked.type(),
            asked.by(),
            asked.at(),
            one.status().name().toLowerCase(Locale.ROOT),
            one.description().isBlank() ? null : one.description());
      }
    }
    return asked;
  }

  List<Asked> of(VehicleId vehicle) {
    return all.getOrDefault(vehicle, List.of());
  }
}
