package dev.aisle.sim.vehicle.zone;

import dev.aisle.agv.roadmap.Zone;
import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.agv.roadmap.geometry.Convex;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.sim.vehicle.Body;
import dev.aisle.sim.vehicle.VehicleSpec;
import java.util.ArrayList;
import java.util.List;

/** Where a vehicle's outline reaches into a zone. Knows neither roadmap nor dispatcher. */
public final class ZoneSense {
  private final double lengthM;
  private final double widthM;

  public ZoneSense(VehicleSpec spec) {
    lengthM = spec.lengthM();
    widthM = spec.widthM();
  }

  /** As it stands. */
  public boolean isIn(Zone zone, Body body) {
    return zone.outline()
        .touches(Area.of(Convex.hull(corners(new Point(body.xM(), body.yM()), body.thetaRad()))));
  }

  /** Anywhere on the straight way, nose ahead. */
  boolean leadsInto(Zone zone, Point from, Point to) {
    if (from.equals(to)) {
      return false;
    }
    double heading = from.headingTo(to);
    List<Point> corners = corners(from, heading);
    corners.addAll(corners(to, heading));
    return zone.outline().touches(Area.of(Convex.hull(corners)));
  }

  private List<Point> corners(Point at, double headingRad) {
    List<Point> corners = new ArrayList<>();
    for (int side : new int[] {-1, 1}) {
      corners.add(at.moved(headingRad, lengthM / 2, side * widthM / 2));
      corners.add(at.moved(headingRad, -lengthM / 2, side * widthM / 2));
    }
    return corners;
  }
}
