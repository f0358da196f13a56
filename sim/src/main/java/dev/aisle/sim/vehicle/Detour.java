package dev.aisle.sim.vehicle;

import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import java.util.ArrayList;
import java.util.List;

/** The way around what stands on an edge, on the wider side of its corridor. */
final class Detour {
  /** It leaves the line, and comes back to it, over so many metres. */
  private static final double RAMP_M = 0.6;

  private static final double PIECE_M = 0.5;

  /** Less is no way around anything. */
  private static final double LEAST_ASIDE_M = 0.2;

  private static final double MOST_ASIDE_M = 0.6;
  private static final double MARGIN_M = 0.05;

  private Detour() {}

  /** How far to the left it drives, 0 if there is no room for that, or for turning. */
  static double leftM(VehicleSpec spec, Corridor corridor) {
    boolean left = corridor.leftM() >= corridor.rightM();
    double turning = corridor.contour() ? Math.hypot(spec.lengthM(), spec.widthM()) / 2 : 0;
    double room = Math.max(corridor.leftM(), corridor.rightM()) - turning - MARGIN_M;
    double aside = Math.min(room, MOST_ASIDE_M);
    boolean turns = Math.min(corridor.leftM(), corridor.rightM()) >= turning;
    return aside < LEAST_ASIDE_M || !turns ? 0 : left ? aside : -aside;
  }

  /** The points to drive to before the end of the edge; none where it is too near. */
  static List<Point> points(EdgeLine line, double alongM, double leftM) {
    List<Point> points = new ArrayList<>();
    double last = line.lengthM() - RAMP_M;
    for (double at = alongM + RAMP_M; at < last; at += PIECE_M) {
      points.add(line.at(at, leftM));
    }
    if (!points.isEmpty()) {
      points.add(line.at(last, leftM));
    }
    return points;
  }
}
