package dev.aisle.sim.vehicle;

import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.sim.vehicle.Driving.Leg;
import dev.aisle.sim.vehicle.zone.CorridorUse;
import dev.aisle.sim.vehicle.zone.ZoneObedience;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to where a vehicle has to stand: an action, the end of its base, a cancel, or a zone that
 * it may not enter.
 */
final class WayAhead {
  private static final double BRAKES_LATE_BY_M = 0.05;

  /** Off its line by more than wheels wander. */
  private static final double BESIDE_M = 0.1;

  private final VehicleSpec spec;
  private final ZoneObedience zones;
  private final Ailments ailments;
  private final CorridorUse corridors = new CorridorUse();

  /** Where it set out on the edge that it drives on. */
  private Point setOutAt;

  private boolean passing;

  WayAhead(VehicleSpec spec, ZoneObedience zones, Ailments ailments, Body body) {
    this.spec = spec;
    this.zones = zones;
    this.ailments = ailments;
    setOutAt = at(body);
  }

  CorridorUse corridors() {
    return corridors;
  }

  /** It has come to a node. */
  void setOut(Leg passed) {
    setOutAt = new Point(passed.toXM(), passed.toYM());
    passing = false;
  }

  /** It stands there and knows nothing of what it asked for. */
  void forget(Body body) {
    setOutAt = at(body);
    passing = false;
    corridors.forget();
  }

  /** Whether it has to stand, whatever lies ahead. */
  boolean holds(Body body, OrderBook order) {
    return (ailments.stands() && (ailments.isDown() || !leadsAround(body, order)))
        || isShutIn(body, order)
        || order.needsHelp()
        || order.mustStandForActions()
        || body.batteryPercent() <= 0;
  }

  /** Whether it drives around what stands in its way, or has done so on this edge. */
  private boolean leadsAround(Body body, OrderBook order) {
    if (aside() == 0 || order.base().isEmpty()) {
      return false;
    }
    passing = passing || !detour(line(order, 0, setOutAt), body).isEmpty();
    return passing;
  }

  /** Whether it is beside its line and must stay there. */
  private boolean isShutIn(Body body, OrderBook order) {
    return corridors.standsWithoutLeave()
        && !order.base().isEmpty()
        && line(order, 0, setOutAt).besideM(at(body)) > BESIDE_M;
  }

  /** How far to the left it may drive around something now. */
  private double aside() {
    return ailments.fieldViolated()
        ? corridors.open().map(way -> Detour.leftM(spec, way)).orElse(0.0)
        : 0;
  }

  private List<Point> detour(EdgeLine line, Body body) {
    return Detour.points(line, line.alongM(at(body)), aside());
  }

  private static EdgeLine line(OrderBook order, int index, Point from) {
    return EdgeLine.of(order.edgeTo(index), from, order.base().get(index));
  }

  private static Point at(Body body) {
    return new Point(body.xM(), body.yM());
  }

  /** The points to drive to before a node of the base. */
  private List<Point> between(int index, Body body, Point from, OrderBook order) {
    boolean around = index == 0 && aside() != 0;
    if (!around && order.edgeTo(index).passage().trajectory().isEmpty()) {
      return List.of();
    }
    EdgeLine line = line(order, index, index == 0 ? setOutAt : from);
    return around ? detour(line, body) : line.cornersAfter(index == 0 ? line.alongM(at(body)) : 0);
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
      for (Point point : between(i, body, new Point(xM, yM), order)) {
        legs.add(new Leg(point.xM(), point.yM(), allowed, false));
      }
      legs.add(new Leg(node.xM(), node.yM(), allowed, true));
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
