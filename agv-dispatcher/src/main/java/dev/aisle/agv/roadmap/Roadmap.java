package dev.aisle.agv.roadmap;

import static java.util.Comparator.comparingDouble;

import dev.aisle.agv.roadmap.geometry.Curve;
import dev.aisle.agv.roadmap.geometry.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All nodes, lanes, blocks and zones of a floor. Nodes and lanes are also numbered, for the
 * planner; the numbers stay the same when places are closed and opened.
 */
public final class Roadmap {
  private final List<Node> nodes;
  private final List<Lane> lanes;
  private final List<Block> blocks;
  private final List<Zone> zones;
  private final Shafts shafts;
  private final BitSet rides = new BitSet();
  private final Map<Closure.Place, Closure> closures;
  private final Map<String, Integer> numbers;
  private final Map<Long, Integer> laneNumbers;
  private final int[] laneFrom;
  private final int[] laneTo;
  private final double[] laneLengthM;
  private final Bearings bearings;
  private final TravelTimes times;

  /** The same floor with nothing closed; itself if nothing is. */
  private final Roadmap open;

  private final ZoneEffects[] effects;
  private final int[][] lanesOut;
  private final int[][] lanesIn;

  private Roadmap(
      List<Node> nodes, List<Lane> lanes, List<Block> blocks, List<Zone> zones, List<Lift> lifts) {
    this.nodes = nodes;
    this.lanes = lanes;
    this.blocks = blocks;
    this.zones = zones;
    closures = Map.of();
    times = new TravelTimes();
    open = this;
    numbers = new HashMap<>();
    laneNumbers = new HashMap<>();
    for (Node node : nodes) {
      if (numbers.putIfAbsent(node.id(), numbers.size()) != null) {
        throw new IllegalArgumentException("node %s is there twice".formatted(node.id()));
      }
    }
    laneFrom = new int[lanes.size()];
    laneTo = new int[lanes.size()];
    laneLengthM = new double[lanes.size()];
    bearings = new Bearings(lanes.size());
    effects = new ZoneEffects[lanes.size()];
    for (int lane = 0; lane < lanes.size(); lane++) {
      Lane l = lanes.get(lane);
      laneFrom[lane] = number(l.from());
      laneTo[lane] = number(l.to());
      if (laneNumbers.putIfAbsent(ends(laneFrom[lane], laneTo[lane]), lane) != null) {
        throw new IllegalArgumentException("lane %s is there twice".formatted(l.id()));
      }
      laneLengthM[lane] =
          l.way()
              .curve()
              .map(Curve::lengthM)
              .orElse(nodes.get(laneFrom[lane]).distanceM(nodes.get(laneTo[lane])));
      List<Point> way = wayOf(lane);
      bearings.note(lane, way);
      rides.set(lane, l.way().ride().isPresent());
      effects[lane] = ZoneEffects.on(way, zonesOf(lane));
    }
    shafts = new Shafts(lifts, lanes, this::node);
    for (Block block : blocks) {
      block.nodes().forEach(this::number);
    }
    lanesOut = openLanes(laneFrom);
    lanesIn = openLanes(laneTo);
  }

  /** The same floor with other places closed. */
  private Roadmap(Roadmap floor, Map<Closure.Place, Closure> closures) {
    nodes = floor.nodes;
    lanes = floor.lanes;
    blocks = floor.blocks;
    zones = floor.zones;
    shafts = floor.shafts;
    rides.or(floor.rides);
    numbers = floor.numbers;
    laneNumbers = floor.laneNumbers;
    laneFrom = floor.laneFrom;
    laneTo = floor.laneTo;
    laneLengthM = floor.laneLengthM;
    bearings = floor.bearings;
    effects = floor.effects;
    this.closures = Map.copyOf(closures);
    times = floor.times.ofSameLanes();
    open = floor.open;
    lanesOut = openLanes(laneFrom);
    lanesIn = openLanes(laneTo);
  }

  private List<Zone> zonesOf(int lane) {
    String map = nodes.get(laneFrom[lane]).map();
    return isRide(lane) ? List.of() : zones.stream().filter(z -> z.map().equals(map)).toList();
  }

  private int[][] openLanes(int[] end) {
    List<List<Integer>> at = new ArrayList<>();
    nodes.forEach(n -> at.add(new ArrayList<>()));
    IntPredicate open = this::isOpen;
    IntStream.range(0, lanes.size()).filter(open).forEach(lane -> at.get(end[lane]).add(lane));
    return at.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Builds a roadmap without zones. */
  public static Roadmap of(
      Collection<Node> nodes, Collection<Lane> lanes, Collection<Block> blocks) {
    return of(nodes, lanes, blocks, List.of());
  }

  /** Builds a roadmap of one level. */
  public static Roadmap of(
      Collection<Node> nodes,
      Collection<Lane> lanes,
      Collection<Block> blocks,
      Collection<Zone> zones) {
    return of(nodes, lanes, blocks, zones, List.of());
  }

  /**
   * Builds a roadmap of several levels. The rides of the lifts become lanes like any others.
   *
   * @throws IllegalArgumentException if a name is used twice, a lane or block names no node, a lane
   *     leads to another map, or a lift stops where it cannot
   */
  public static Roadmap of(
      Collection<Node> nodes,
      Collection<Lane> lanes,
      Collection<Block> blocks,
      Collection<Zone> zones,
      Collection<Lift> lifts) {
    List<Lane> all = new ArrayList<>(lanes);
    lifts.forEach(lift -> all.addAll(lift.rides()));
    return new Roadmap(
        List.copyOf(nodes),
        List.copyOf(all),
        List.copyOf(blocks),
        List.copyOf(zones),
        List.copyOf(lifts));
  }

  /** This floor with these places closed and no others. Places it has not are left out. */
  public Roadmap closing(Collection<Closure> all) {
    Map<Closure.Place, Closure> known = new HashMap<>();
    all.stream().filter(c -> has(c.place())).forEach(c -> known.put(c.place(), c));
    if (known.isEmpty()) {
      return open;
    }
    return known.equals(closures) ? this : new Roadmap(open, known);
  }

  /** What is closed just now. */
  public Collection<Closure> closures() {
    return closures.values();
  }

  public boolean has(Closure.Place place) {
    return place.isNode() ? has(place.from()) : laneBetween(place.from(), place.to()) >= 0;
  }

  /** Why a lane may not be driven just now: it is closed itself, or the node it leads to. */
  public Optional<Closure> closureOf(int lane) {
    if (closures.isEmpty()) {
      return Optional.empty();
    }
    Lane l = lanes.get(lane);
    return Optional.ofNullable(closures.get(Closure.Place.lane(l.from(), l.to())))
        .or(() -> Optional.ofNullable(closures.get(Closure.Place.node(l.to()))));
  }

  /**
   * What closes the way from one node to another, the first on the shortest way that is else free;
   * empty when there is a way, or would be none anyhow.
   */
  public Optional<Closure> closureBetween(String from, String to) {
    if (closures.isEmpty() || Ways.between(this, number(from), number(to)).isPresent()) {
      return Optional.empty();
    }
    return Ways.between(closing(List.of()), number(from), number(to))
        .flatMap(way -> way.stream().flatMap(lane -> closureOf(lane).stream()).findFirst());
  }

  /** False while a lane is closed, and for ever when a zone forbids it. */
  public boolean isOpen(int lane) {
    return effects[lane].open() && closureOf(lane).isEmpty();
  }

  /** Every reason why vehicles of these footprints could get stuck here; empty when well formed. */
  public List<RoadmapFault> validate(Collection<Footprint> footprints) {
    return RoadmapCheck.faults(this, Footprint.coveringAll(footprints));
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

  public List<Zone> zones() {
    return zones;
  }

  public List<Lift> lifts() {
    return shafts.all();
  }

  /** The lift in whose cab a node is. */
  public Optional<Lift> liftAt(String nodeId) {
    return shafts.at(nodeId);
  }

  /** True where a lane is ridden in a lift. */
  public boolean isRide(int lane) {
    return rides.get(lane);
  }

  /** The map of a place, numbered as in {@link Conflicts}; that where a ride begins. */
  String mapOf(int place) {
    return nodes.get(place < nodes.size() ? place : laneFrom[place - nodes.size()]).map();
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
    Integer start = numbers.get(from);
    Integer end = numbers.get(to);
    return start == null || end == null ? -1 : laneBetween(start, end);
  }

  /** The same for nodes by number; also lanes that are closed are found. */
  public int laneBetween(int from, int to) {
    return laneNumbers.getOrDefault(ends(from, to), -1);
  }

  private static long ends(int from, int to) {
    return (long) from << Integer.SIZE | to;
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

  /**
   * Angle in radians, 0 to pi, between the end of one lane and the beginning of another. While it
   * rides in a lift a vehicle does not turn.
   */
  public double turnRad(int lane, int next) {
    return rides.get(lane) || rides.get(next) ? 0 : bearings.turnRad(lane, next);
  }

  /** Points of the way from end to end, to be joined by straight lines. */
  public List<Point> wayOf(int lane) {
    return lanes
        .get(lane)
        .way()
        .curve()
        .map(Curve::points)
        .orElseGet(
            () -> List.of(nodes.get(laneFrom[lane]).point(), nodes.get(laneTo[lane]).point()));
  }

  /** Speed limit in metres per second, of the lane and of the zones it passes. */
  public double laneSpeedMps(int lane) {
    return Math.min(lanes.get(lane).speedMps(), effects[lane].mostMps());
  }

  /** Speed limit in metres per second for one type of vehicle. */
  public double laneSpeedMps(int lane, String type) {
    return Math.min(lanes.get(lane).speedMps(type), effects[lane].mostMps());
  }

  /** Whether vehicles with, or without, a load may drive on a lane. */
  public boolean admits(int lane, boolean loaded) {
    return lanes.get(lane).way().loads().admits(loaded);
  }

  /** Numbers of the open lanes that leave a node. The caller must not change the array. */
  public int[] lanesOut(int node) {
    return lanesOut[node];
  }

  /** Numbers of the open lanes that lead to a node. The caller must not change the array. */
  public int[] lanesIn(int node) {
    return lanesIn[node];
  }

  /**
   * Time in milliseconds a vehicle of this top speed needs on a lane, with starting and turning.
   */
  public long travelMs(int lane, double maxSpeedMps) {
    return travelMs(lane, maxSpeedMps, "");
  }

  /** The same for a type of vehicle. */
  public long travelMs(int lane, double maxSpeedMps, String type) {
    Optional<Duration> ride = lanes.get(lane).way().ride();
    if (ride.isPresent()) {
      return ride.get().toMillis();
    }
    double speed = Math.min(maxSpeedMps, laneSpeedMps(lane, type));
    return Math.max(1, Math.round(laneLengthM[lane] / speed * 1000) + 200);
  }

  /** {@link #travelMs} made dearer or cheaper by the zones on the way; the time itself is not. */
  public long costMs(int lane, double maxSpeedMps) {
    return Math.max(1, Math.round(travelMs(lane, maxSpeedMps) * effects[lane].costFactor()));
  }

  /** Travel times of all lanes at once, for searches. */
  public LaneTimes laneTimes(double maxSpeedMps, String type) {
    return times.lanes(this, maxSpeedMps, type);
  }

  /**
   * Shortest time in milliseconds from every node to one, not through end points. {@link
   * Long#MAX_VALUE} marks nodes from which it cannot be reached. Not to be changed.
   */
  public long[] travelMsTo(int goal, double maxSpeedMps) {
    return times.to(this, goal, maxSpeedMps, false);
  }

  /** Like {@link #travelMsTo}, but of {@link #costMs}. */
  public long[] costMsTo(int goal, double maxSpeedMps) {
    return times.to(this, goal, maxSpeedMps, true);
  }

  /**
   * The node nearest to a position, if one lies within the given distance in metres.
   *
   * @param onMap of the position; nodes of other maps are passed over, those of none are not
   */
  public Optional<Node> nearest(double xM, double yM, String onMap, double withinM) {
    return nodes.stream()
        .filter(node -> node.map().isEmpty() || node.map().equals(onMap))
        .filter(node -> Math.hypot(node.xM() - xM, node.yM() - yM) <= withinM)
        .min(comparingDouble(node -> Math.hypot(node.xM() - xM, node.yM() - yM)));
  }
}
