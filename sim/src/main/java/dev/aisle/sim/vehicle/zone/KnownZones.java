package dev.aisle.sim.vehicle.zone;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.StateDetails.ZoneSetState;
import dev.aisle.device.agv.ZoneSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The zone sets on a vehicle, of which it obeys one of each map at most. Not thread-safe. */
final class KnownZones {
  private static final int MOST_SETS = 8;

  private final Map<String, ZoneSet> sets = new LinkedHashMap<>();
  private Optional<ZoneSet> obeyed = Optional.empty();
  private List<Zone> zones = List.of();

  /** False if it has one of this id, or no room. */
  boolean learn(ZoneSet set) {
    return sets.size() < MOST_SETS && sets.putIfAbsent(set.zoneSetId(), set) == null;
  }

  boolean enable(String zoneSetId) {
    Optional<ZoneSet> set = Optional.ofNullable(sets.get(zoneSetId));
    set.ifPresent(
        one -> {
          obeyed = set;
          zones = one.zones().stream().map(Zone::of).toList();
        });
    return set.isPresent();
  }

  /** Not the one that it obeys. */
  boolean delete(String zoneSetId) {
    return !isObeyed(zoneSetId) && sets.remove(zoneSetId) != null;
  }

  private boolean isObeyed(String zoneSetId) {
    return obeyed.filter(one -> one.zoneSetId().equals(zoneSetId)).isPresent();
  }

  /** Of the set that it obeys. */
  List<Zone> zones() {
    return zones;
  }

  /** Id of the set that it obeys. */
  String zoneSetId() {
    return obeyed.map(ZoneSet::zoneSetId).orElse("");
  }

  List<ZoneSetState> told() {
    return sets.values().stream()
        .map(one -> new ZoneSetState(one.zoneSetId(), one.mapId(), isObeyed(one.zoneSetId())))
        .toList();
  }
}
