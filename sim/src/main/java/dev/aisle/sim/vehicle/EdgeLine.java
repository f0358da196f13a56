package dev.aisle.sim.vehicle;

import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Edge;
import dev.aisle.device.agv.VehicleOrder.Node;
import dev.aisle.device.agv.VehicleOrder.Trajectory;
import java.util.ArrayList;
import java.util.List;

/** The line of an edge, by its length in metres: along its curve if it has one. */
final class EdgeLine {
  private final List<Point> points;

  private EdgeLine(List<Point> points) {
    this.points = points;
  }

  /**
   * @param from where the vehicle set out on the edge
   */
  static EdgeLine of(Edge edge, Point from, Node to) {
    return edge.passage()
        .trajectory()
        .map(way -> new EdgeLine(curve(way).points()))
        .orElseGet(() -> new EdgeLine(List.of(from, new Point(to.xM(), to.yM()))));
  }

  private static Curve curve(Trajectory way) {
    return new Curve(
        way.degree(),
        way.knots(),
        way.points().stream()
            .map(p -> new Curve.ControlPoint(new Point(p.xM(), p.yM()), p.weight()))
            .toList());
  }

  double lengthM() {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i - 1).distanceM(points.get(i));
    }
    return length;
  }

  /** How far along is the point of the line that is nearest. */
  double alongM(Point at) {
    double passed = 0;
    double best = 0;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double length = from.distanceM(to);
      double apart = at.distanceToM(from, to);
      if (apart < nearest && length > 0) {
        nearest = apart;
        double dx = (to.xM() - from.xM()) / length;
        double dy = (to.yM() - from.yM()) / length;
        double part = (at.xM() - from.xM()) * dx + (at.yM() - from.yM()) * dy;
        best = passed + Math.clamp(part, 0.0, length);
      }
      passed += length;
    }
    return best;
  }

  /** How far beside the line a point lies. */
  double besideM(Point at) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.size(); i++) {
      nearest = Math.min(nearest, at.distanceToM(points.get(i - 1), points.get(i)));
    }
    return nearest;
  }

  /** The corners of the line that lie farther along, its end not among them. */
  List<Point> cornersAfter(double alongM) {
    List<Point> ahead = new ArrayList<>();
    double passed = 0;
    for (int i = 1; i + 1 < points.size(); i++) {
      passed += points.get(i - 1).distanceM(points.get(i));
      if (passed > alongM) {
        ahead.add(points.get(i));
      }
    }
    return ahead;
  }

  /** A point so far along and to the left of the line. */
  Point at(double alongM, double leftM) {
    double passed = 0;
    for (int i = 1; i < points.size(); i++) {
      Point from = points.get(i - 1);
      Point to = points.get(i);
      double length = from.distanceM(to);
      if (length > 0 && (alongM <= passed + length || i + 1 == points.size())) {
        return from.moved(from.headingTo(to), alongM - passed, leftM);
      }
      passed += length;
    }
    return points.getLast();
  }
}
