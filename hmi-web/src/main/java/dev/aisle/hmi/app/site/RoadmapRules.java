package dev.aisle.hmi.app.site;

import dev.aisle.agv.roadmap.Block;
import dev.aisle.agv.roadmap.Footprint;
import dev.aisle.agv.roadmap.Lane;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.roadmap.NodeKind;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.agv.roadmap.RoadmapFault;
import dev.aisle.hmi.app.site.Reading.Kind;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;

/**
 * What must hold so that vehicles never get stuck: every place can be reached and left, and parked
 * vehicles keep clear of the lanes. Asked only of a floor that is correct in its parts.
 */
final class RoadmapRules {
  private static final double MM_PER_M = 1000;

  private RoadmapRules() {}

  static void check(Site site, Mark floorAt, Reading reading) {
    if (site.vehicles().isEmpty()) {
      return;
    }
    Roadmap map =
        Roadmap.of(
            site.floor().nodes().stream()
                .map(node -> new Node(node.id(), node.xM(), node.yM(), kind(node.use())))
                .toList(),
            site.floor().lanes().stream()
                .map(lane -> new Lane(lane.from(), lane.to(), lane.speedMps()))
                .toList(),
            site.floor().blocks().stream()
                .map(block -> new Block(block.id(), Set.copyOf(block.nodes()), block.atMost()))
                .toList());
    List<Footprint> footprints =
        site.vehicles().stream()
            .map(each -> new Footprint(each.lengthMm() / MM_PER_M, each.widthMm() / MM_PER_M))
            .toList();
    for (RoadmapFault fault : map.validate(footprints)) {
      Mark at =
          fault.nodes().stream()
              .flatMap(node -> reading.definition(Kind.NODE, node).stream())
              .findFirst()
              .orElse(floorAt);
      reading.fault(at, "floor", fault.message());
    }
  }

  private static NodeKind kind(Site.NodeUse use) {
    return switch (use) {
      case LANE -> NodeKind.LANE;
      case DOCK, SHIP_DOCK -> NodeKind.DOCK;
      case SLOT -> NodeKind.SLOT;
      case PICK, PACK -> NodeKind.STATION;
      case CHARGER -> NodeKind.CHARGER;
      case PARKING -> NodeKind.PARKING;
    };
  }
}
