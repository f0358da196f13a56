package dev.aisle.agv.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** All nodes, lanes and blocks of a floor. Nodes and lanes are also numbered, for the planner. */
public final class Roadmap {
  private final List<Node> nodes;
  private final List<Lane> lanes;
  private final List<Block> blocks;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> laneNumbers = new HashMap<>();
  private final int[] laneFrom;
  private final int[] laneTo;
  private final double[] laneLengthM;
  private final int[][] lanesOut;
  private final int[][] lanesIn;

  private Roadmap(List<Node> nodes, List<Lane> lanes, List<Block> blocks) {
    this.nodes = List.copyOf(nodes);
    this.lanes = List.copyOf(lanes);
    this.blocks = List.copyOf(blocks);
    for (Node node : nodes) {
      if (numbers.putIfAbsent(node.id(), numbers.size()) != null) {
        throw new IllegalArgumentException("node %s is there twice".formatted(node.id()));
      }
    }
    laneFrom = new int[lanes.size()];
    laneTo = new int[lanes.size()];
    laneLengthM = new double[lanes.size()];
    List<List<Integer>> out = new ArrayList<>();
    List<List<Integer>> in = new ArrayList<>();
    nodes.forEach(n -> out.add(new ArrayList<>()));
    nodes.forEach(n -> in.add(new ArrayList<>()));
    for (int lane = 0; lane < lanes.size(); lane++) {
      Lane l = lanes.get(lane);
      laneFrom[lane] = number(l.from());
      laneTo[lane] = number(l.to());
      laneLengthM[lane] = nodes.get(laneFrom[lane]).distanceM(nodes.get(laneTo[lane]));
      if (laneNumbers.putIfAbsent(l.id(), lane) != null) {
        throw new IllegalArgumentException("lane %s is there twice".formatted(l.id()));
      }
      out.get(laneFrom[lane]).add(lane);
      in.get(laneTo[lane]).add(lane);
    }
    for (Block block : blocks) {
      block.nodes().forEach(this::number);
    }
    lanesOut = out.stream().map(Roadmap::toArray).toArray(int[][]::new);
    lanesIn = in.stream().map(Roadmap::toArray).toArray(int[][]::new);
  }

  private static int[] toArray(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Builds a roadmap.
   *
   * @throws IllegalArgumentException if a name is used twice or a lane or block names no node
   */
  public static Roadmap of(
      Collection<Node> nodes, Collection<Lane> lanes, Collection<Block> blocks) {
    return new Roadmap(List.copyOf(nodes), List.copyOf(lanes), List.copyOf(blocks));
  }

  /** Every reason why vehicles of these footprints could get stuck here; empty when well formed. */
  public List<RoadmapFault> validate(Collection<Footprint> footprints) {
    return RoadmapCheck.faults(this, Conflicts.of(this, Footprint.coveringAll(footprints)));
  }

  public List<Node> nodes() {
    return nodes;
  }

  public List<Lane> lanes() {
    return lanes;
  }

  public List<Block> blocks() {
    return blocks;
  }

  public boolean has(String nodeId) {
    return numbers.containsKey(nodeId);
  }

  public Optional<Node> find(String nodeId) {
    return Optional.ofNullable(numbers.get(nodeId)).map(nodes::get);
  }

  public Node node(String nodeId) {
    return nodes.get(number(nodeId));
  }

  public Node node(int number) {
    return nodes.get(number);
  }

  /** Position of the node in {@link #nodes()}. */
  public int number(String nodeId) {
    Integer number = numbers.get(nodeId);
    if (number == null) {
      throw new IllegalArgumentException("no node %s on the roadmap".formatted(nodeId));
    }
    return number;
  }

  /** Position in {@link #lanes()} of the lane between two nodes, or -1 if there is none. */
  public int laneBetween(String from, String to) {
    return laneNumbers.getOrDefault(from + ">" + to, -1);
  }

  public int laneFrom(int lane) {
    return laneFrom[lane];
  }

  public int laneTo(int lane) {
    return laneTo[lane];
  }

  public double laneLengthM(int lane) {
    return laneLengthM[lane];
  }

  public double laneSpeedMps(int lane) {
    return lanes.get(lane).speedMps();
  }

  /** Numbers of the lanes that leave a node. The caller must not change the array. */
  public int[] lanesOut(int node) {
    return lanesOut[node];
  }

  /**
   * Time in milliseconds a vehicle of this top speed needs on a lane, with starting and turning.
   */
  public long travelMs(int lane, double maxSpeedMps) {
    return Math.max(
        1, Math.round(laneLengthM[lane] / Math.min(maxSpeedMps, laneSpeedMps(lane)) * 1000) + 200);
  }

  /**
   * Shortest time in milliseconds from every node to one, not through end points. {@link
   * Long#MAX_VALUE} marks nodes from which it cannot be reached.
   */
  public long[] travelMsTo(int goal, double maxSpeedMps) {
    long[] best = new long[nodes.size()];
    Arrays.fill(best, Long.MAX_VALUE);
    best[goal] = 0;
    PriorityQueue<long[]> queue = new PriorityQueue<>((a, b) -> Long.compare(a[0], b[0]));
    queue.add(new long[] {0, goal});
    while (!queue.isEmpty()) {
      long[] top = queue.remove();
      int node = (int) top[1];
      if (top[0] > best[node] || (node != goal && nodes.get(node).kind().isEndpoint())) {
        continue;
      }
      for (int lane : lanesIn[node]) {
        long time = top[0] + travelMs(lane, maxSpeedMps);
        if (time < best[laneFrom[lane]]) {
          best[laneFrom[lane]] = time;
          queue.add(new long[] {time, laneFrom[lane]});
        }
      }
    }
    return best;
  }

  /** The node nearest to a position, if one lies within the given distance in metres. */
  public Optional<Node> nearest(double xM, double yM, double withinM) {
    Node best = null;
    double bestM = withinM;
    for (Node node : nodes) {
      double distance = Math.hypot(node.xM() - xM, node.yM() - yM);
      if (distance <= bestM) {
        best = node;
        bestM = distance;
      }
    }
    return Optional.ofNullable(best);
  }
}
