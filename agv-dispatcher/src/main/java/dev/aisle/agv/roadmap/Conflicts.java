package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.agv.roadmap.geometry.AreaIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Which places two vehicles must not hold at the same time. Places are the nodes, by number, and
 * after them the lanes. Two places are in conflict when what vehicles sweep on them ({@link Sweep})
 * comes closer than a margin, when both lie in a zone for one vehicle, or in the cab of one lift. A
 * vehicle on a lane holds both its ends too, so lanes that share an end, and rides in a lift, need
 * no conflict of their own.
 */
public final class Conflicts {
  /** Vehicles may stand this far from where they should, in metres. */
  static final double MARGIN_M = 0.05;

  private final int nodes;
  private final int[][] with;
  private final ZoneGround ground;

  private Conflicts(int nodes, int[][] with, ZoneGround ground) {
    this.nodes = nodes;
    this.with = with;
    this.ground = ground;
  }

  public static Conflicts of(Roadmap map, Footprint footprint) {
    int nodes = map.nodes().size();
    List<Area> areas = Sweep.of(map, footprint);
    List<List<Integer>> with = new ArrayList<>(areas.size());
    for (int place = 0; place < areas.size(); place++) {
      with.add(new ArrayList<>());
      if (place < nodes) {
        with.get(place).add(place);
      }
    }
    AreaIndex index = new AreaIndex(areas, MARGIN_M);
    for (int place = 0; place < areas.size(); place++) {
      int one = place;
      index.near(
          areas.get(one),
          other -> {
            if (other > one
                && canMeet(map, one, other)
                && !areOneWay(map, one, other)
                && areas.get(one).isNearer(areas.get(other), MARGIN_M)) {
              both(with, one, other);
            }
          });
    }
    blocks(map, with);
    map.lifts().forEach(lift -> each(lift.stops().stream().mapToInt(map::number).toArray(), with));
    ZoneGround ground = ZoneGround.of(map, areas, MARGIN_M);
    map.zones().stream().filter(Zone::isForOne).forEach(zone -> each(ground.in(zone.id()), with));
    return new Conflicts(
        nodes,
        with.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).sorted().distinct().toArray())
            .toArray(int[][]::new),
        ground);
  }

  private static void blocks(Roadmap map, List<List<Integer>> with) {
    for (Block block : map.blocks()) {
      each(block.nodes().stream().mapToInt(map::number).sorted().toArray(), with);
    }
  }

  /** Whoever holds one of these places holds them all. */
  private static void each(int[] members, List<List<Integer>> with) {
    for (int i = 0; i < members.length; i++) {
      for (int j = i + 1; j < members.length; j++) {
        both(with, members[i], members[j]);
      }
    }
  }

  /** False on different maps, and for a ride, which covers no more than its ends do. */
  private static boolean canMeet(Roadmap map, int first, int second) {
    int nodes = map.nodes().size();
    return (first < nodes || !map.isRide(first - nodes))
        && (second < nodes || !map.isRide(second - nodes))
        && map.mapOf(first).equals(map.mapOf(second));
  }

  /** True for a lane and its end, and for lanes that share one. */
  private static boolean areOneWay(Roadmap map, int first, int second) {
    int nodes = map.nodes().size();
    if (second < nodes) {
      return false;
    }
    int lane = second - nodes;
    if (first < nodes) {
      return touches(map, lane, first);
    }
    int other = first - nodes;
    return touches(map, lane, map.laneFrom(other)) || touches(map, lane, map.laneTo(other));
  }

  private static boolean touches(Roadmap map, int lane, int node) {
    return map.laneFrom(lane) == node || map.laneTo(lane) == node;
  }

  private static void both(List<List<Integer>> with, int a, int b) {
    with.get(a).add(b);
    with.get(b).add(a);
  }

  public int placeOfLane(int lane) {
    return nodes + lane;
  }

  /** Which places lie in which zones. */
  public ZoneGround ground() {
    return ground;
  }

  /** Number of all places. */
  public int places() {
    return with.length;
  }

  /** Places in conflict with this one; a node conflicts with itself. Not to be changed. */
  public int[] with(int place) {
    return with[place];
  }
}
