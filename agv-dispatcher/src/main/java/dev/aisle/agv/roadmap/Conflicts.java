package dev.aisle.agv.roadmap;

import java.util.ArrayList;
import java.util.List;

/**
 * Which places two vehicles must not hold at the same time. Places are the nodes, by number, and
 * after them the lanes. A vehicle on a lane holds both its ends too, so lanes that share an end
 * need no conflict of their own. At a node a vehicle may turn, so it covers its turning circle; on
 * a lane it covers its width.
 */
public final class Conflicts {
  /** Vehicles may stand this far from where they should, in metres. */
  static final double MARGIN_M = 0.05;

  private final int nodes;
  private final int[][] with;

  private Conflicts(int nodes, int[][] with) {
    this.nodes = nodes;
    this.with = with;
  }

  public static Conflicts of(Roadmap map, Footprint footprint) {
    int nodes = map.nodes().size();
    int places = nodes + map.lanes().size();
    double radius = footprint.turningRadiusM();
    List<List<Integer>> with = new ArrayList<>(places);
    for (int place = 0; place < places; place++) {
      with.add(new ArrayList<>());
    }
    for (int a = 0; a < nodes; a++) {
      with.get(a).add(a);
      for (int b = a + 1; b < nodes; b++) {
        if (map.node(a).distanceM(map.node(b)) < 2 * radius + MARGIN_M || exclude(map, a, b)) {
          both(with, a, b);
        }
      }
    }
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      Segment segment = Segment.of(map, lane);
      for (int node = 0; node < nodes; node++) {
        if (!touches(map, lane, node)
            && segment.distanceM(map.node(node)) < radius + footprint.widthM() / 2 + MARGIN_M) {
          both(with, nodes + lane, node);
        }
      }
      for (int other = lane + 1; other < map.lanes().size(); other++) {
        if (!touches(map, lane, map.laneFrom(other))
            && !touches(map, lane, map.laneTo(other))
            && segment.distanceM(Segment.of(map, other)) < footprint.widthM() + MARGIN_M) {
          both(with, nodes + lane, nodes + other);
        }
      }
    }
    return new Conflicts(
        nodes,
        with.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  private static boolean exclude(Roadmap map, int a, int b) {
    String first = map.node(a).id();
    String second = map.node(b).id();
    return map.blocks().stream()
        .anyMatch(block -> block.nodes().contains(first) && block.nodes().contains(second));
  }

  private static boolean touches(Roadmap map, int lane, int node) {
    return map.laneFrom(lane) == node || map.laneTo(lane) == node;
  }

  private static void both(List<List<Integer>> with, int a, int b) {
    with.get(a).add(b);
    with.get(b).add(a);
  }

  public int placeOfLane(int lane) {
    return nodes + lane;
  }

  /** Number of all places. */
  public int places() {
    return with.length;
  }

  /** Places in conflict with this one; a node conflicts with itself. Not to be changed. */
  public int[] with(int place) {
    return with[place];
  }

  private record Segment(double ax, double ay, double bx, double by) {
    static Segment of(Roadmap map, int lane) {
      Node from = map.node(map.laneFrom(lane));
      Node to = map.node(map.laneTo(lane));
      return new Segment(from.xM(), from.yM(), to.xM(), to.yM());
    }

    double distanceM(Node node) {
      return distanceM(node.xM(), node.yM());
    }

    double distanceM(double x, double y) {
      double dx = bx - ax;
      double dy = by - ay;
      double square = dx * dx + dy * dy;
      double along = square == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
      double t = Math.clamp(along, 0.0, 1.0);
      return Math.hypot(x - ax - t * dx, y - ay - t * dy);
    }

    double distanceM(Segment o) {
      if (crosses(o)) {
        return 0;
      }
      return Math.min(
          Math.min(distanceM(o.ax, o.ay), distanceM(o.bx, o.by)),
          Math.min(o.distanceM(ax, ay), o.distanceM(bx, by)));
    }

    private boolean crosses(Segment o) {
      return side(o.ax, o.ay) * side(o.bx, o.by) < 0 && o.side(ax, ay) * o.side(bx, by) < 0;
    }

    private double side(double x, double y) {
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    }
  }
}
