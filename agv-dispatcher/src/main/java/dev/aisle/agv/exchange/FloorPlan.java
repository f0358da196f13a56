package dev.aisle.agv.exchange;

import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Lift;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.RoadmapFault;
import dev.aisle.agv.roadmap.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A floor with what the site file says of it beyond the roadmap.
 *
 * @param name of the layout
 * @param types of vehicle that it was made for
 * @param doors on lanes, by {@link Lane#id()}
 * @param lifts between the maps of the places
 * @param equipment of places, by their id
 */
public record FloorPlan(
    String name,
    List<Place> places,
    List<Lane> lanes,
    List<Block> blocks,
    List<Zone> zones,
    List<VehicleType> types,
    Map<String, String> doors,
    List<Lift> lifts,
    Map<String, Equipment> equipment) {
  public FloorPlan {
    places = List.copyOf(places);
    lanes = List.copyOf(lanes);
    blocks = List.copyOf(blocks);
    zones = List.copyOf(zones);
    types = List.copyOf(types);
    doors = Map.copyOf(doors);
    lifts = List.copyOf(lifts);
    equipment = Map.copyOf(equipment);
  }

  /** A floor without machines. */
  public FloorPlan(
      String name,
      List<Place> places,
      List<Lane> lanes,
      List<Block> blocks,
      List<Zone> zones,
      List<VehicleType> types) {
    this(name, places, lanes, blocks, zones, types, Map.of(), List.of(), Map.of());
  }

  /**
   * What stands at a place for loads.
   *
   * @param gate the read point that has to see a load before it is set down
   */
  public record Equipment(Optional<String> gate, Optional<HandOver> handOver) {}

  /**
   * Points of a machine that takes and gives loads.
   *
   * @param instead where a load goes that is not taken
   * @param within it must be ready so long after a vehicle has come
   */
  public record HandOver(
      String ready,
      String occupied,
      String request,
      String busy,
      Optional<String> instead,
      Duration within) {}

  /**
   * A node.
   *
   * @param holds how many handling units may stand there
   * @param storage group of slots that it belongs to, empty for none
   * @param map that it is on; empty where the floor has only one
   */
  public record Place(
      String id, double xM, double yM, Use use, int holds, String storage, String map) {

    /** On a floor of one map. */
    public Place(String id, double xM, double yM, Use use, int holds, String storage) {
      this(id, xM, yM, use, holds, storage, "");
    }

    /** A place that holds as much as is usual for its use. */
    public Place(String id, double xM, double yM, Use use) {
      this(id, xM, yM, use, use.hasLoads() ? 1 : 0, use == Use.SLOT ? "ambient" : "");
    }

    /** True when nothing is said that the use does not say already. */
    public boolean isUsual() {
      return equals(new Place(id, xM, yM, use).on(map));
    }

    /** The same on another map. */
    public Place on(String other) {
      return new Place(id, xM, yM, use, holds, storage, other);
    }

    Node node() {
      return new Node(id, xM, yM, use.kind(), map);
    }
  }

  /**
   * @param maxSpeedMps metres per second
   */
  public record VehicleType(
      String id, Optional<Footprint> footprint, Optional<Double> maxSpeedMps) {}

  public Roadmap roadmap() {
    return Roadmap.of(places.stream().map(Place::node).toList(), lanes, blocks, zones, lifts);
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
