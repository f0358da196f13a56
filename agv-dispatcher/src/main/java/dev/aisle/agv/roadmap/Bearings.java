package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.geometry.Point;
import java.util.List;

/** In which directions lanes begin and end, in radians. */
final class Bearings {
  private final double[] first;
  private final double[] last;

  Bearings(int lanes) {
    first = new double[lanes];
    last = new double[lanes];
  }

  void note(int lane, List<Point> way) {
    first[lane] = courseRad(way.get(0), way.get(1));
    last[lane] = courseRad(way.get(way.size() - 2), way.getLast());
  }

  private static double courseRad(Point from, Point to) {
    return Math.atan2(to.yM() - from.yM(), to.xM() - from.xM());
  }

  /** Angle, 0 to pi, between the end of one lane and the beginning of another. */
  double turnRad(int lane, int next) {
    double turn = Math.abs(first[next] - last[lane]);
    return turn > Math.PI ? 2 * Math.PI - turn : turn;
  }
}
