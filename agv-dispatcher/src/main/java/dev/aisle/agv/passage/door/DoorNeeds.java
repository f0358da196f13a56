package dev.aisle.agv.passage.door;

import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Closure.Place;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.agv.traffic.ReleaseRule;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.Pose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what the vehicles want of the doors at one moment. */
public final class DoorNeeds {
  /**
   * A door is asked so long before a vehicle that drives at full speed comes to it, in seconds. It
   * need not be the whole time that the door takes: an open door also costs, in heat and draught.
   */
  private static final double ASKED_BEFORE_S = 10;

  /** Between a vehicle's end and a door's leaf, in metres. */
  private static final double CLEAR_M = 0.3;

  private final Roadmap map;
  private final Doors doors;
  private final Map<String, Need> needs = new HashMap<>();
  private final Map<String, Set<String>> touchedFrom = new HashMap<>();

  /**
   * @param longestM length of the longest vehicle with its load, in metres
   */
  public DoorNeeds(Roadmap map, Doors doors, double longestM) {
    this.map = map;
    this.doors = doors;
    for (Doorway door : doors.all()) {
      for (Place lane : door.lanes()) {
        double halfM = map.laneLengthM(map.laneBetween(lane.from(), lane.to())) / 2;
        if (halfM < longestM / 2 + CLEAR_M) {
          touchedFrom.computeIfAbsent(lane.from(), n -> new HashSet<>()).add(door.id());
          touchedFrom.computeIfAbsent(lane.to(), n -> new HashSet<>()).add(door.id());
        }
      }
    }
  }

  Need of(String door) {
    return needs.getOrDefault(door, Need.NONE);
  }

  /**
   * A vehicle whose way is known. What it is released through must be open; what it comes to next
   * is opened in time, unless others must pass before. Where a lane is so short that a vehicle on
   * its end still reaches into the door, the door stays as it is.
   *
   * @param sent true if it may be sent on just now
   */
  public void add(Itinerary own, Map<VehicleId, Itinerary> all, boolean sent) {
    touchedFrom
        .getOrDefault(own.visit(own.reached()).node(), Set.of())
        .forEach(door -> want(door, Need.STAY));
    for (long v = own.reached() + 1; v <= own.released(); v++) {
      doorTo(own, v).ifPresent(door -> want(door, Need.OPEN));
    }
    if (sent) {
      ahead(own, all).ifPresent(door -> want(door, Need.OPEN));
    }
  }

  /** Somebody stands there whose way is not known, as a person drives it. */
  public void standing(Pose pose, double lengthM) {
    Point at = new Point(pose.xM(), pose.yM());
    for (Doorway door : doors.all()) {
      for (Place lane : door.lanes()) {
        String level = map.node(lane.from()).map();
        if (!level.isEmpty() && !level.equals(pose.mapId())) {
          continue;
        }
        double offM =
            map.node(lane.from()).point().distanceM(at)
                + map.node(lane.to()).point().distanceM(at)
                - map.laneLengthM(map.laneBetween(lane.from(), lane.to()));
        if (offM < lengthM) {
          want(door.id(), Need.STAY);
        }
      }
    }
  }

  private void want(String door, Need need) {
    needs.merge(door, need, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private Optional<String> ahead(Itinerary own, Map<VehicleId, Itinerary> all) {
    double nearM =
        own.pace().stoppingM(own.pace().speedMps()) + own.pace().speedMps() * ASKED_BEFORE_S;
    double aheadM = 0;
    for (long v = own.reached() + 1; v <= own.lastIndex() && aheadM <= nearM; v++) {
      Visit before = own.visit(v - 1);
      boolean free =
          v <= own.released()
              || (before.stop().isEmpty() && ReleaseRule.blocker(own.visit(v), all).isEmpty());
      if (!free) {
        return Optional.empty();
      }
      if (v > own.released() && doorTo(own, v).isPresent()) {
        return doorTo(own, v);
      }
      aheadM += map.node(before.node()).distanceM(map.node(own.visit(v).node()));
    }
    return Optional.empty();
  }

  private Optional<String> doorTo(Itinerary own, long visit) {
    return doors.on(own.visit(visit - 1).node(), own.visit(visit).node());
  }
}
