package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.exchange.FloorPlan;
import dev.aisle.agv.exchange.FloorPlan.Equipment;
import dev.aisle.agv.exchange.FloorPlan.HandOver;
import dev.aisle.agv.exchange.FloorPlan.Place;
import dev.aisle.agv.exchange.FloorPlan.VehicleType;
import dev.aisle.agv.exchange.Use;
import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.hmi.app.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The site file's floor in the words of the roadmap. */
public final class FloorPlans {
  private static final double MM_PER_M = 1000;

  private FloorPlans() {}

  public static FloorPlan of(Site site) {
    return new FloorPlan(
        site.id(),
        site.floor().nodes().stream().map(FloorPlans::place).toList(),
        site.floor().lanes().stream()
            .map(lane -> new Lane(lane.from(), lane.to(), lane.speedMps(), lane.way()))
            .toList(),
        site.floor().blocks().stream()
            .map(block -> new Block(block.id(), Set.copyOf(block.nodes()), block.atMost()))
            .toList(),
        site.floor().zones(),
        types(site),
        doors(site),
        LiftReader.of(site),
        equipment(site));
  }

  private static Map<String, Equipment> equipment(Site site) {
    return site.floor().nodes().stream()
        .filter(node -> node.gate().isPresent() || node.handOver().isPresent())
        .collect(
            Collectors.toMap(
                Site.Node::id,
                node -> new Equipment(node.gate(), node.handOver().map(FloorPlans::handOver))));
  }

  private static HandOver handOver(Site.HandOver station) {
    return new HandOver(
        station.ready(),
        station.occupied(),
        station.request(),
        station.busy(),
        station.instead(),
        station.within());
  }

  private static Map<String, String> doors(Site site) {
    Map<String, String> doors = new LinkedHashMap<>();
    for (Site.Lane lane : site.floor().lanes()) {
      lane.door()
          .ifPresent(
              door -> doors.put(new Lane(lane.from(), lane.to(), lane.speedMps()).id(), door));
    }
    return doors;
  }

  private static List<VehicleType> types(Site site) {
    Map<String, List<Site.Vehicle>> byType =
        site.vehicles().stream()
            .collect(
                Collectors.groupingBy(Site.Vehicle::type, LinkedHashMap::new, Collectors.toList()));
    byType.remove("");
    return byType.entrySet().stream()
        .map(
            type ->
                new VehicleType(
                    type.getKey(),
                    Optional.of(
                        Footprint.coveringAll(
                            type.getValue().stream().map(FloorPlans::sizeOf).toList())),
                    type.getValue().stream().map(Site.Vehicle::maxSpeedMps).max(Double::compare)))
        .toList();
  }

  /** What each vehicle of the site covers. */
  public static List<Footprint> footprints(Site site) {
    return site.vehicles().stream().map(FloorPlans::sizeOf).toList();
  }

  private static Footprint sizeOf(Site.Vehicle vehicle) {
    return new Footprint(vehicle.lengthMm() / MM_PER_M, vehicle.widthMm() / MM_PER_M);
  }

  private static Place place(Site.Node node) {
    return new Place(
        node.id(), node.xM(), node.yM(), useOf(node.use()), node.holds(), node.zone(), node.map());
  }

  static Use useOf(Site.NodeUse use) {
    return switch (use) {
      case LANE -> Use.LANE;
      case DOCK -> Use.DOCK;
      case SHIP_DOCK -> Use.SHIP_DOCK;
      case SLOT -> Use.SLOT;
      case PICK -> Use.PICK;
      case PACK -> Use.PACK;
      case CHARGER -> Use.CHARGER;
      case PARKING -> Use.PARKING;
    };
  }

  static Site.NodeUse useOf(Use use) {
    return switch (use) {
      case LANE -> Site.NodeUse.LANE;
      case DOCK -> Site.NodeUse.DOCK;
      case SHIP_DOCK -> Site.NodeUse.SHIP_DOCK;
      case SLOT -> Site.NodeUse.SLOT;
      case PICK -> Site.NodeUse.PICK;
      case PACK -> Site.NodeUse.PACK;
      case CHARGER -> Site.NodeUse.CHARGER;
      case PARKING -> Site.NodeUse.PARKING;
    };
  }
}
