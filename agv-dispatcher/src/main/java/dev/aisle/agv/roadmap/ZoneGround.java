package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.agv.roadmap.geometry.Convex;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which places lie in which zones: a place does when anything of a vehicle with its load that
 * stands or drives there may reach into the outline (VDA 5050 3.0, 6.4: zones hold for the
 * contour). Places are numbered as in {@link Conflicts}.
 */
public final class ZoneGround {
  private final int nodes;
  private final Map<String, BitSet> places;

  private ZoneGround(int nodes, Map<String, BitSet> places) {
    this.nodes = nodes;
    this.places = places;
  }

  /**
   * @param areas that vehicles cover at each place
   */
  static ZoneGround of(Roadmap map, List<Area> areas, double marginM) {
    Map<String, BitSet> places = new HashMap<>();
    for (Zone zone : map.zones()) {
      BitSet inside = new BitSet(areas.size());
      for (int place = 0; place < areas.size(); place++) {
        if (map.mapOf(place).equals(zone.map())
            && zone.outline().touches(wider(areas.get(place), marginM))) {
          inside.set(place);
        }
      }
      places.put(zone.id(), inside);
    }
    return new ZoneGround(map.nodes().size(), places);
  }

  private static Area wider(Area area, double marginM) {
    return new Area(
        area.pieces().stream().map(p -> new Convex(p.corners(), p.radiusM() + marginM)).toList());
  }

  /** Numbers of all places in a zone. */
  int[] in(String zone) {
    return set(zone).stream().toArray();
  }

  private BitSet set(String zone) {
    return places.getOrDefault(zone, new BitSet());
  }

  /** Whether a vehicle at a node, by number, reaches into a zone. */
  public boolean hasNode(String zone, int node) {
    return set(zone).get(node);
  }

  /**
   * Whether a vehicle that drives from one node to another, or stands at the other, reaches into a
   * zone.
   *
   * @param lane between them, or -1 if there is none
   */
  public boolean isEntered(String zone, int lane, int node) {
    return hasNode(zone, node) || (lane >= 0 && set(zone).get(nodes + lane));
  }
}
