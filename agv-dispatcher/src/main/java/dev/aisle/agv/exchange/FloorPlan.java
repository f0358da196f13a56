package dev.aisle.agv.exchange;

import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.RoadmapFault;
import dev.aisle.agv.roadmap.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A floor with what the site file says of it beyond the roadmap.
 *
 * @param name of the layout
 * @param types of vehicle that it was made for
 * @param doors on lanes, by {@link Lane#id()}
 */
public record FloorPlan(
    String name,
    List<Place> places,
    List<Lane> lanes,
    List<Block> blocks,
    List<Zone> zones,
    List<VehicleType> types,
    Map<String, String> doors) {
  public FloorPlan {
    places = List.copyOf(places);
    lanes = List.copyOf(lanes);
    blocks = List.copyOf(blocks);
    zones = List.copyOf(zones);
    types = List.copyOf(types);
    doors = Map.copyOf(doors);
  }

  /** A floor without doors. */
  public FloorPlan(
      String name,
      List<Place> places,
      List<Lane> lanes,
      List<Block> blocks,
      List<Zone> zones,
      List<VehicleType> types) {
    this(name, places, lanes, blocks, zones, types, Map.of());
  }

  /**
   * A node.
   *
   * @param holds how many handling units may stand there
   * @param storage group of slots that it belongs to, empty for none
   */
  public record Place(String id, double xM, double yM, Use use, int holds, String storage) {

    /** A place that holds as much as is usual for its use. */
    public Place(String id, double xM, double yM, Use use) {
      this(id, xM, yM, use, use.hasLoads() ? 1 : 0, use == Use.SLOT ? "ambient" : "");
    }

    /** True when nothing is said that the use does not say already. */
    public boolean isUsual() {
      return equals(new Place(id, xM, yM, use));
    }

    Node node() {
      return new Node(id, xM, yM, use.kind());
    }
  }

  /**
   * @param maxSpeedMps metres per second
   */
  public record VehicleType(
      String id, Optional<Footprint> footprint, Optional<Double> maxSpeedMps) {}

  public Roadmap roadmap() {
    return Roadmap.of(places.stream().map(Place::node).toList(), lanes, blocks, zones);
  }

  /**
   * Why vehicles could get stuck, for those of these types whose size is known, or for one of these
   * measures when none is.
   */
  public List<RoadmapFault> faults(Footprint otherwise) {
    List<Footprint> known = types.stream().flatMap(t -> t.footprint().stream()).toList();
    return roadmap().validate(known.isEmpty() ? List.of(otherwise) : known);
  }
}
