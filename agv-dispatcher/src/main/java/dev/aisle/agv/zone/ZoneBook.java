package dev.aisle.agv.zone;

import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * All that the dispatcher knows of zones beside the roadmap. Never changes.
 *
 * @param lookedAt when the zone sets of a vehicle were last seen to
 */
public record ZoneBook(Grants grants, ZonePauses pauses, Map<VehicleId, Instant> lookedAt) {
  public ZoneBook {
    lookedAt = Map.copyOf(lookedAt);
  }

  /** As it was before a restart. A paused zone that is not on the floor any more is forgotten. */
  public static ZoneBook of(ZoneRecord journal, Set<String> zones) {
    return new ZoneBook(
        Grants.of(journal.grants()),
        ZonePauses.of(
            journal.pauses().stream().filter(one -> zones.contains(one.zone())).toList(),
            journal.halts()),
        Map.of());
  }

  public ZoneBook with(Grants others) {
    return new ZoneBook(others, pauses, lookedAt);
  }

  public ZoneBook with(ZonePauses others) {
    return new ZoneBook(grants, others, lookedAt);
  }

  public ZoneBook with(Map<VehicleId, Instant> looked) {
    return new ZoneBook(grants, pauses, looked);
  }

  public boolean isEmpty() {
    return grants.isEmpty() && pauses.isEmpty();
  }

  /** What must survive. */
  public ZoneRecord record() {
    return new ZoneRecord(grants.all(), pauses.zones(), pauses.halts());
  }

  /** Whether a vehicle may not be sent into a zone just now. */
  public boolean keepsOut(String zone, VehicleId vehicle) {
    return pauses.names().contains(zone) || grants.areOfOthers(zone, vehicle);
  }
}
