package dev.aisle.sim.vehicle;

import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.sim.vehicle.Driving.Leg;
import dev.aisle.sim.vehicle.zone.ZoneObedience;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to where a vehicle has to stand: an action, the end of its base, a cancel, or a zone that
 * it may not enter.
 */
final class WayAhead {
  private static final double BRAKES_LATE_BY_M = 0.05;

  private final VehicleSpec spec;
  private final ZoneObedience zones;
  private final Ailments ailments;

  WayAhead(VehicleSpec spec, ZoneObedience zones, Ailments ailments) {
    this.spec = spec;
    this.zones = zones;
    this.ailments = ailments;
  }

  List<Leg> legs(Body body, OrderBook order, boolean cancelling) {
    return legs(body, order, cancelling, true);
  }

  /** Also where a zone forbids it, to brake on. */
  List<Leg> legsAnyhow(Body body, OrderBook order) {
    return legs(body, order, false, false);
  }

  private List<Leg> legs(Body body, OrderBook order, boolean cancelling, boolean obeying) {
    List<Leg> legs = new ArrayList<>();
    double wayM = 0;
    double xM = body.xM();
    double yM = body.yM();
    List<Node> base = order.base();
    for (int i = 0; i < base.size(); i++) {
      Node node = base.get(i);
      if (obeying && !zones.mayDrive(body, xM, yM, node.xM(), node.yM())) {
        break;
      }
      double limit =
          Math.min(
              order.edgeTo(i).maxSpeedMps().orElse(spec.maxSpeedMps()),
              zones.mostMps(xM, yM, node.xM(), node.yM()));
      double allowed = Math.min(limit, spec.maxSpeedMps()) * ailments.pace();
      legs.add(new Leg(node.xM(), node.yM(), allowed));
      wayM += Math.hypot(node.xM() - xM, node.yM() - yM);
      xM = node.xM();
      yM = node.yM();
      boolean standsHere = !node.actions().isEmpty();
      double brakingM = spec.kinematics().brakingDistanceM(body.speedMps());
      if (standsHere || (cancelling && wayM >= brakingM - BRAKES_LATE_BY_M)) {
        break;
      }
    }
    return legs;
  }
}
