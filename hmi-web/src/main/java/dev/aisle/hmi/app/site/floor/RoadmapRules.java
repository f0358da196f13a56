package dev.aisle.hmi.app.site.floor;

import dev.aisle.agv.roadmap.RoadmapFault;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.text.Reading;
import dev.aisle.hmi.app.site.text.Reading.Kind;
import org.yaml.snakeyaml.error.Mark;

/**
 * What must hold so that vehicles never get stuck: every place can be reached and left, and parked
 * vehicles keep clear of the lanes. Asked only of a floor that is correct in its parts.
 */
public final class RoadmapRules {
  private RoadmapRules() {}

  public static void check(Site site, Mark floorAt, Reading reading) {
    if (site.vehicles().isEmpty()) {
      return;
    }
    for (RoadmapFault fault : FloorPlans.of(site).roadmap().validate(FloorPlans.footprints(site))) {
      Mark at =
          fault.nodes().stream()
              .flatMap(node -> reading.definition(Kind.NODE, node).stream())
              .findFirst()
              .orElse(floorAt);
      reading.fault(at, "floor", fault.message());
    }
  }
}
