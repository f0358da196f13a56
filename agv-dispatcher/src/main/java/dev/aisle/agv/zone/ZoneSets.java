package dev.aisle.agv.zone;

import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.agv.roadmap.Zone;
import dev.aisle.device.agv.StateDetails.ZoneSetState;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleCapabilities.Scope;
import dev.aisle.device.agv.VehicleOrder.Action;
import dev.aisle.device.agv.ZoneSet;
import dev.aisle.device.agv.ZoneSet.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which zones a vehicle is told, and what is to be done next so that it obeys just these (VDA 5050
 * 3.0, 6.4). A set never changes: its id is a digest of what is in it.
 */
public final class ZoneSets {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private ZoneSets() {}

  /** What to do next about the sets on a vehicle. */
  public sealed interface Next {
    /** Tell it the set. */
    record Send(ZoneSet set) implements Next {}

    /** Let it obey the set; the one before ends with that. */
    record Enable(String zoneSetId) implements Next {}

    /** Let it forget one that it does not obey any more. */
    record Delete(String zoneSetId) implements Next {}
  }

  /**
   * The zones of a map that a vehicle can be told: kinds that it knows, with actions that it can do
   * in zones, and no more than it can hold, those first that keep vehicles out.
   */
  public static ZoneSet of(List<Zone> zones, String mapId, VehicleCapabilities can) {
    List<Zone> told =
        zones.stream()
            .filter(zone -> !zone.isOnlyNamed())
            .filter(zone -> zone.map().isEmpty() || zone.map().equals(mapId))
            .filter(zone -> can.zones().contains(zone.rule().kind()))
            .filter(zone -> canDo(zone.rule(), can))
            .sorted(Comparator.comparingInt(zone -> weight(zone.rule())))
            .limit(can.limits().longest("zoneSet.zones").orElse(Integer.MAX_VALUE))
            .toList();
    return new ZoneSet(
        new OrderLimits(can).fitting("zones-" + digest(mapId, told)),
        mapId,
        told.stream().map(Zone::told).toList());
  }

  /**
   * The next thing to do; empty when the vehicle obeys the set and knows no other of its map.
   *
   * @param has what the vehicle says it has
   */
  public static Optional<Next> next(
      ZoneSet wanted, List<ZoneSetState> has, VehicleCapabilities can) {
    List<ZoneSetState> ofMap =
        has.stream().filter(one -> one.mapId().equals(wanted.mapId())).toList();
    Optional<ZoneSetState> ours =
        ofMap.stream().filter(one -> one.zoneSetId().equals(wanted.zoneSetId())).findFirst();
    if (ours.isEmpty()) {
      return wanted.zones().isEmpty() && ofMap.isEmpty()
          ? Optional.empty()
          : Optional.of(new Next.Send(wanted));
    }
    if (!ours.get().enabled()) {
      return can.canAtOnce("enableZoneSet")
          ? Optional.of(new Next.Enable(wanted.zoneSetId()))
          : Optional.empty();
    }
    return ofMap.stream()
        .filter(one -> !one.enabled() && can.canAtOnce("deleteZoneSet"))
        .map(one -> (Next) new Next.Delete(one.zoneSetId()))
        .findFirst();
  }

  private static boolean canDo(Rule rule, VehicleCapabilities can) {
    return !(rule instanceof Rule.Actions actions)
        || can.skills().isEmpty()
        || Stream.of(actions.entry(), actions.during(), actions.exit())
            .flatMap(List::stream)
            .allMatch(
                action ->
                    can.skill(action.type())
                        .filter(skill -> skill.scopes().contains(Scope.ZONE))
                        .isPresent());
  }

  private static int weight(Rule rule) {
    return switch (rule) {
      case Rule.Blocked blocked -> 0;
      case Rule.Release release -> 1;
      case Rule.CoordinatedReplanning replanning -> 2;
      case Rule.SpeedLimit limit -> 3;
      case Rule.LineGuided guided -> 4;
      default -> 5;
    };
  }

  /** 64-bit FNV-1a hash of the characters, in hexadecimal. */
  private static String digest(String mapId, List<Zone> zones) {
    StringBuilder text = new StringBuilder(mapId);
    for (Zone zone : zones) {
      text.append('\n').append(zone.id()).append(zone.outline());
      if (zone.rule() instanceof Rule.Actions actions) {
        text.append(told(actions.entry()))
            .append(told(actions.during()))
            .append(told(actions.exit()));
      } else {
        text.append(zone.rule());
      }
    }
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return Long.toHexString(hash);
  }

  /** In one order, for that of a map's entries differs from run to run. */
  private static String told(List<Action> actions) {
    return actions.stream()
        .map(a -> a.type() + a.blocking() + new TreeMap<>(a.parameters()) + a.retriable())
        .toList()
        .toString();
  }
}
