package dev.aisle.agv.zone;

import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The zones that people have paused, and the vehicles that stand because of it. Never changes:
 * whatever happens makes new ones. A vehicle is told to stand, and to go on, until it says that it
 * does, for a message may be lost.
 */
public final class ZonePauses {
  /** Everything drives. */
  public static final ZonePauses NONE = new ZonePauses(Map.of(), Map.of());

  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final Map<String, ZonePause> zones;
  private final Map<VehicleId, Halt> halts;

  /**
   * What to tell one vehicle.
   *
   * @param stand or else go on
   */
  public record Word(VehicleId vehicle, boolean stand) {}

  /** Outcome of a look at all vehicles. */
  public record Turn(ZonePauses pauses, List<Word> words) {}

  private ZonePauses(Map<String, ZonePause> zones, Map<VehicleId, Halt> halts) {
    this.zones = zones;
    this.halts = halts;
  }

  /** As it was before a restart. */
  public static ZonePauses of(Collection<ZonePause> paused, Collection<Halt> told) {
    Map<String, ZonePause> zones = new LinkedHashMap<>();
    paused.forEach(one -> zones.put(one.zone(), one));
    Map<VehicleId, Halt> halts = new LinkedHashMap<>();
    told.forEach(one -> halts.put(one.vehicle(), one));
    return new ZonePauses(zones, halts);
  }

  public ZonePauses pause(ZonePause more) {
    Map<String, ZonePause> all = new LinkedHashMap<>(zones);
    all.putIfAbsent(more.zone(), more);
    return new ZonePauses(all, halts);
  }

  public ZonePauses resume(String zone) {
    Map<String, ZonePause> all = new LinkedHashMap<>(zones);
    all.remove(zone);
    return new ZonePauses(all, halts);
  }

  public List<ZonePause> zones() {
    return List.copyOf(zones.values());
  }

  public List<Halt> halts() {
    return List.copyOf(halts.values());
  }

  public Set<String> names() {
    return zones.keySet();
  }

  public boolean isEmpty() {
    return zones.isEmpty() && halts.isEmpty();
  }

  /** Whether a vehicle has to stand because of a zone. */
  public boolean holds(VehicleId vehicle) {
    Halt halt = halts.get(vehicle);
    return halt != null && !halt.over();
  }

  /**
   * Decides about every vehicle. One that is released into a paused zone has to stand as well, for
   * a release cannot be taken back.
   *
   * @param pausedBesides true for a vehicle that a person keeps standing for itself
   */
  public Turn next(Collection<Presence> all, Predicate<VehicleId> pausedBesides, Instant now) {
    Map<VehicleId, Halt> kept = new LinkedHashMap<>(halts);
    List<Word> words = new ArrayList<>();
    for (Presence one : all) {
      if (!one.commanded()) {
        continue;
      }
      boolean stand = one.held().stream().anyMatch(zones::containsKey);
      Halt before = kept.get(one.vehicle());
      Halt halt = turned(before, one.vehicle(), stand);
      if (halt == null || !one.reports()) {
        continue;
      }
      boolean done = one.halted() == stand && halt.toldAt().isAfter(Instant.EPOCH);
      if (!stand && (done || pausedBesides.test(one.vehicle()))) {
        kept.remove(one.vehicle());
      } else if (done || now.isBefore(halt.toldAt().plus(AGAIN))) {
        kept.put(one.vehicle(), halt);
      } else {
        kept.put(one.vehicle(), new Halt(one.vehicle(), !stand, now));
        words.add(new Word(one.vehicle(), stand));
      }
    }
    return new Turn(new ZonePauses(zones, kept), words);
  }

  private static @Nullable Halt turned(@Nullable Halt before, VehicleId vehicle, boolean stand) {
    if (before == null) {
      return stand ? new Halt(vehicle, false, Instant.EPOCH) : null;
    }
    return before.over() == stand ? new Halt(vehicle, !stand, Instant.EPOCH) : before;
  }
}
