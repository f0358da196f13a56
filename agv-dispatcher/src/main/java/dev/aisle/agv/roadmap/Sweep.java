package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.LaneWay.Heading;
import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.agv.roadmap.geometry.Convex;
import dev.aisle.agv.roadmap.geometry.Point;
import dev.aisle.device.agv.VehicleOrder.Corridor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ground that a vehicle with its load may cover at each place.
 *
 * <ul>
 *   <li>At a node where it has to turn, or may, it covers its turning circle: nobody knows which
 *       way round it turns. Where every way in and out leads straight on, it covers its outline.
 *   <li>On a straight lane it covers its width; what reaches beyond the ends belongs to the nodes,
 *       which are held as well.
 *   <li>In a curve, or where it does not look ahead, its corners reach further out: it covers its
 *       outline at every point of the way and all between.
 *   <li>Not every vehicle heeds the heading or knows the curve it is told: so what one covers that
 *       drives forwards and straight is covered too.
 *   <li>In a corridor it may be anywhere.
 * </ul>
 */
final class Sweep {
  /** Headings closer than this, in radians, are the same: a degree. */
  private static final double SAME_HEADING = Math.PI / 180;

  /** Pieces of a smooth curve meet at less than this, in radians: 15 degrees. */
  private static final double SMOOTH = Math.PI / 12;

  private final Roadmap map;
  private final Footprint footprint;

  private Sweep(Roadmap map, Footprint footprint) {
    this.map = map;
    this.footprint = footprint;
  }

  /** Areas of all places, nodes first. */
  static List<Area> of(Roadmap map, Footprint footprint) {
    Sweep sweep = new Sweep(map, footprint);
    List<List<Facing>> arriving = new ArrayList<>();
    List<List<Facing>> leaving = new ArrayList<>();
    for (int node = 0; node < map.nodes().size(); node++) {
      arriving.add(new ArrayList<>());
      leaving.add(new ArrayList<>());
    }
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      if (map.isRide(lane)) {
        continue; // nothing is driven
      }
      leaving.get(map.laneFrom(lane)).add(sweep.facing(lane, true));
      arriving.get(map.laneTo(lane)).add(sweep.facing(lane, false));
    }
    List<Area> areas = new ArrayList<>();
    for (int node = 0; node < map.nodes().size(); node++) {
      areas.add(sweep.node(map.node(node), arriving.get(node), leaving.get(node)));
    }
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      areas.add(sweep.lane(lane));
    }
    return areas;
  }

  /** How a vehicle comes to a node, or leaves it, in radians; told and not heeded, or heeded. */
  private record Facing(double drivingRad, double lookingRad) {
    boolean isLike(Facing other) {
      return same(drivingRad, other.drivingRad) && same(lookingRad, other.lookingRad);
    }

    /** True when the vehicle looks where it drives or back. */
    boolean isAlong() {
      return same(2 * drivingRad, 2 * lookingRad);
    }
  }

  private Area node(Node node, List<Facing> arriving, List<Facing> leaving) {
    boolean straightOn =
        !arriving.isEmpty()
            && !leaving.isEmpty()
            && arriving.stream().allMatch(Facing::isAlong)
            && arriving.stream().allMatch(in -> leaving.stream().allMatch(in::isLike));
    return Area.of(
        straightOn
            ? Convex.hull(corners(node.point(), arriving.getFirst().drivingRad()))
            : Convex.disc(node.point(), footprint.turningRadiusM()));
  }

  private static boolean same(double oneRad, double otherRad) {
    return Point.turn(oneRad, otherRad) < SAME_HEADING;
  }

  private Facing facing(int lane, boolean atStart) {
    List<Point> way = map.wayOf(lane);
    int last = way.size() - 1;
    double driving =
        atStart ? way.get(0).headingTo(way.get(1)) : way.get(last - 1).headingTo(way.get(last));
    return new Facing(driving, looking(lane, driving));
  }

  private double looking(int lane, double drivingRad) {
    return map.lanes()
        .get(lane)
        .way()
        .heading()
        .map(heading -> heading.when(drivingRad))
        .orElse(drivingRad);
  }

  private Area lane(int lane) {
    Node from = map.node(map.laneFrom(lane));
    if (map.isRide(lane)) {
      return Area.of(Convex.disc(from.point(), 0));
    }
    Node to = map.node(map.laneTo(lane));
    LaneWay way = map.lanes().get(lane).way();
    List<Convex> pieces = new ArrayList<>();
    pieces.add(Convex.strip(from.point(), to.point(), footprint.widthM() / 2));
    if (!looksAlong(way.heading())) {
      pieces.add(moving(lane, from.point(), to.point()));
    }
    if (way.curve().isPresent()) {
      List<Point> points = map.wayOf(lane);
      for (int i = 1; i < points.size(); i++) {
        pieces.add(moving(lane, points.get(i - 1), points.get(i)));
        if (i + 1 < points.size() && bends(points.subList(i - 1, i + 2))) {
          pieces.add(Convex.disc(points.get(i), footprint.turningRadiusM()));
        }
      }
    }
    way.corridor().ifPresent(corridor -> corridor(map.wayOf(lane), corridor, pieces));
    return new Area(pieces);
  }

  /** Standing at an angle in it, the vehicle also reaches over its ends. */
  private void corridor(List<Point> way, Corridor corridor, List<Convex> pieces) {
    double beyond = corridor.contour() ? 0 : footprint.turningRadiusM();
    double left = Math.max(corridor.leftM() + beyond, footprint.widthM() / 2);
    double right = Math.max(corridor.rightM() + beyond, footprint.widthM() / 2);
    for (int i = 1; i < way.size(); i++) {
      Point from = way.get(i - 1);
      Point to = way.get(i);
      double heading = from.headingTo(to);
      double over = footprint.lengthM() / 2;
      pieces.add(
          Convex.hull(
              List.of(
                  from.moved(heading, -over, left),
                  from.moved(heading, -over, -right),
                  to.moved(heading, over, left),
                  to.moved(heading, over, -right))));
    }
  }

  /** True where straight pieces of a way meet at an angle, so that the vehicle turns there. */
  private static boolean bends(List<Point> three) {
    double in = three.get(0).headingTo(three.get(1));
    double out = three.get(1).headingTo(three.get(2));
    return Point.turn(in, out) > SMOOTH;
  }

  private static boolean looksAlong(Optional<Heading> heading) {
    return heading
        .map(h -> h.tangential() && (same(h.angleRad(), 0) || same(h.angleRad(), Math.PI)))
        .orElse(true);
  }

  private Convex moving(int lane, Point from, Point to) {
    double looking = looking(lane, from.headingTo(to));
    List<Point> corners = corners(from, looking);
    corners.addAll(corners(to, looking));
    return Convex.hull(corners);
  }

  private List<Point> corners(Point at, double headingRad) {
    List<Point> corners = new ArrayList<>();
    for (int side : new int[] {-1, 1}) {
      corners.add(at.moved(headingRad, footprint.lengthM() / 2, side * footprint.widthM() / 2));
      corners.add(at.moved(headingRad, -footprint.lengthM() / 2, side * footprint.widthM() / 2));
    }
    return corners;
  }
}
