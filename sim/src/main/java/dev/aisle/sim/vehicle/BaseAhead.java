package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessRequest;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleReport.WayPoint;
import dev.aisle.device.agv.vda5050.Version;
import dev.aisle.sim.vehicle.zone.CorridorUse;
import dev.aisle.sim.vehicle.zone.ZoneObedience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a vehicle says of the base before it, and of itself besides. */
final class BaseAhead {
  private static final double MS_PER_S = 1000;

  private BaseAhead() {}

  static double lengthM(Body body, List<Node> base) {
    double leftM = 0;
    double xM = body.xM();
    double yM = body.yM();
    for (Node node : base) {
      leftM += Math.hypot(node.xM() - xM, node.yM() - yM);
      xM = node.xM();
      yM = node.yM();
    }
    return leftM;
  }

  /** Its nodes, with the times that the vehicle would be there at if it never slowed down. */
  static List<WayPoint> way(Body body, List<Node> base, double speedMps, Instant at) {
    List<WayPoint> way = new ArrayList<>();
    double wayM = 0;
    double xM = body.xM();
    double yM = body.yM();
    for (Node node : base) {
      wayM += Math.hypot(node.xM() - xM, node.yM() - yM);
      xM = node.xM();
      yM = node.yM();
      Duration takes = Duration.ofMillis(Math.round(wayM / speedMps * MS_PER_S));
      way.add(new WayPoint(xM, yM, Optional.of(at.plus(takes))));
    }
    return way;
  }

  private static List<AccessRequest> requests(ZoneObedience zones, CorridorUse corridors) {
    List<AccessRequest> requests = new ArrayList<>(zones.requests());
    requests.addAll(corridors.requests());
    return requests;
  }

  /** What a state tells besides: since 3.0 more than before. */
  static StateDetails details(
      VehicleSpec spec,
      Body body,
      OrderBook order,
      ZoneObedience zones,
      CorridorUse corridors,
      List<StateDetails.MapState> more,
      boolean fieldViolated,
      Instant at) {
    boolean third = spec.version().hasZones();
    return new StateDetails(
        Optional.of(new StateDetails.Velocity(body.speedMps(), 0, 0)),
        Optional.empty(),
        Optional.empty(),
        fieldViolated,
        third ? order.actions().instant() : List.of(),
        List.of(),
        spec.version() == Version.V2_0
            ? List.of()
            : Stream.concat(
                    spec.maps().stream().map(map -> new StateDetails.MapState(map, "1", true)),
                    more.stream())
                .toList(),
        third ? zones.sets() : List.of(),
        third ? requests(zones, corridors) : List.of(),
        third ? way(body, order.base(), spec.maxSpeedMps(), at) : List.of(),
        List.of());
  }
}
