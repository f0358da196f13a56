package dev.aisle.agv.traffic;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import dev.aisle.device.agv.VehicleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds who has to move aside, and where to, when vehicles stand in each other's way and none comes
 * to where it wants to go: the puzzle of pebbles on a graph (Kornhauser, Miller, Spirakis 1984),
 * searched best first, one vehicle driving at a time. It says what is possible, not when; the moves
 * are then planned among the times of all others.
 */
public final class MovesAside {
  /** Positions of all vehicles that one search looks at, */
  private static final int MOST_POSITIONS = 300;

  /** nodes that it looks at for all of them together, */
  private static final int MOST_WORK = 150_000;

  /** and places that a vehicle may move aside to, the nearest ones. */
  private static final int MOST_PLACES = 40;

  /**
   * A part of a vehicle's way.
   *
   * @param node number of the node that it leads to
   */
  public record Leg(int node, boolean loaded) {}

  /**
   * A vehicle in the way.
   *
   * @param node number of the node at which it stands
   * @param legs where it wants to go, not empty
   */
  public record Standing(VehicleId vehicle, int node, double speedMps, List<Leg> legs) {
    public Standing {
      legs = List.copyOf(legs);
    }
  }

  /** A vehicle drives to a node, by number, and stands there. */
  public record Move(VehicleId vehicle, int node) {}

  /**
   * What to do, in this order.
   *
   * @param freed who has a way to all it wants after the moves
   */
  public record Plan(List<Move> moves, VehicleId freed) {
    public Plan {
      moves = List.copyOf(moves);
    }
  }

  /** Where all stand, by number of the node, after some moves. */
  private static final class Position {
    final int[] at;
    final @Nullable Position before;
    final int moved;
    final int moves;
    final int rank;
    final long number;

    Position(int[] at, @Nullable Position before, int moved, int rank, long number) {
      this.at = at;
      this.before = before;
      this.moved = moved;
      this.moves = before == null ? 0 : before.moves + 1;
      this.rank = rank;
      this.number = number;
    }
  }

  private final Roadmap map;
  private final Conflicts conflicts;
  private final List<Standing> standing;
  private final BitSet taken;
  private final IntPredicate mayStand;
  private final Set<Move> vain;
  private final int[] seen;
  private final BitSet others;
  private int round;
  private int work;

  /**
   * @param standing those that may move
   * @param taken places, by number, that cannot be had because of all others
   * @param mayStand at which nodes, by number, a vehicle may stand aside
   * @param vain moves that cannot be carried out as things are
   */
  public MovesAside(
      Roadmap map,
      Conflicts conflicts,
      List<Standing> standing,
      BitSet taken,
      IntPredicate mayStand,
      Set<Move> vain) {
    this.map = map;
    this.conflicts = conflicts;
    this.standing = List.copyOf(standing);
    this.taken = taken;
    this.mayStand = mayStand;
    this.vain = Set.copyOf(vain);
    seen = new int[map.nodes().size()];
    others = new BitSet(conflicts.places());
  }

  /**
   * The moves after which somebody has a way, the fewer the better; none at all if one has it
   * anyhow. Empty if nothing was found.
   */
  public Optional<Plan> find() {
    PriorityQueue<Position> open =
        new PriorityQueue<>(
            (a, b) ->
                a.rank != b.rank
                    ? Integer.compare(a.rank, b.rank)
                    : Long.compare(a.number, b.number));
    Set<List<Integer>> known = new HashSet<>();
    long number = 0;
    int[] first = standing.stream().mapToInt(Standing::node).toArray();
    known.add(Arrays.stream(first).boxed().toList());
    open.add(new Position(first, null, -1, 0, number++));
    for (int looked = 0; !open.isEmpty() && looked < MOST_POSITIONS && work < MOST_WORK; looked++) {
      Position position = open.remove();
      for (int v = 0; v < first.length; v++) {
        if (comesThrough(position.at, v)) {
          return Optional.of(plan(position, v));
        }
      }
      for (int v = 0; v < first.length; v++) {
        for (int node : placesFor(position, v)) {
          int[] at = position.at.clone();
          at[v] = node;
          if (known.add(Arrays.stream(at).boxed().toList())) {
            int rank = 2 * (position.moves + 1) + 3 * fewestInTheWay(at);
            open.add(new Position(at, position, v, rank, number++));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Plan plan(Position last, int freed) {
    List<Move> moves = new ArrayList<>();
    for (Position each = last; each.before != null; each = each.before) {
      moves.add(new Move(standing.get(each.moved).vehicle(), each.at[each.moved]));
    }
    Collections.reverse(moves);
    return new Plan(moves, standing.get(freed).vehicle());
  }

  /** Whether a vehicle gets to all it wants while the others stand. */
  private boolean comesThrough(int[] at, int vehicle) {
    standAround(at, vehicle);
    int from = at[vehicle];
    for (Leg leg : standing.get(vehicle).legs()) {
      if (!leads(from, leg, standing.get(vehicle).speedMps())) {
        return false;
      }
      from = leg.node();
    }
    return true;
  }

  private boolean leads(int from, Leg leg, double speedMps) {
    long[] left = map.travelMsTo(leg.node(), speedMps);
    if (left[from] == Long.MAX_VALUE) {
      return false;
    }
    PriorityQueue<Integer> open = new PriorityQueue<>((a, b) -> Long.compare(left[a], left[b]));
    round++;
    open.add(from);
    seen[from] = round;
    while (!open.isEmpty() && work++ < MOST_WORK) {
      int node = open.remove();
      if (node == leg.node()) {
        return true;
      }
      for (int lane : map.lanesOut(node)) {
        int to = map.laneTo(lane);
        if (seen[to] != round
            && left[to] < Long.MAX_VALUE
            && isFree(lane, leg.loaded())
            && (to == leg.node() || !map.node(to).kind().isEndpoint())) {
          seen[to] = round;
          open.add(to);
        }
      }
    }
    return false;
  }

  /** Where a vehicle can go to stand aside, the nearest first. */
  private List<Integer> placesFor(Position position, int vehicle) {
    List<Integer> places = new ArrayList<>();
    if (position.moved == vehicle) {
      return places; // where it could go from here, it could go before
    }
    standAround(position.at, vehicle);
    Standing own = standing.get(vehicle);
    boolean loaded = own.legs().getFirst().loaded();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    round++;
    open.add(position.at[vehicle]);
    seen[position.at[vehicle]] = round;
    while (!open.isEmpty() && places.size() < MOST_PLACES && work++ < MOST_WORK) {
      int node = open.remove();
      for (int lane : map.lanesOut(node)) {
        int to = map.laneTo(lane);
        if (seen[to] == round || !isFree(lane, loaded)) {
          continue;
        }
        seen[to] = round;
        if (mayStand.test(to)
            && (position.before != null || !vain.contains(new Move(own.vehicle(), to)))) {
          places.add(to);
        }
        if (!map.node(to).kind().isEndpoint()) {
          open.add(to);
        }
      }
    }
    return places;
  }

  private void standAround(int[] at, int vehicle) {
    others.clear();
    for (int v = 0; v < at.length; v++) {
      if (v != vehicle) {
        for (int place : conflicts.with(at[v])) {
          others.set(place);
        }
      }
    }
  }

  private boolean isFree(int lane, boolean loaded) {
    int way = conflicts.placeOfLane(lane);
    int end = map.laneTo(lane);
    return map.admits(lane, loaded)
        && !others.get(way)
        && !others.get(end)
        && !taken.get(way)
        && !taken.get(end);
  }

  /** How many stand on somebody's shortest way to the first place it wants, at least. */
  private int fewestInTheWay(int[] at) {
    int fewest = at.length;
    for (int v = 0; v < at.length; v++) {
      fewest = Math.min(fewest, inTheWay(at, v, fewest));
    }
    return fewest;
  }

  private int inTheWay(int[] at, int vehicle, int most) {
    Standing own = standing.get(vehicle);
    long[] left = map.travelMsTo(own.legs().getFirst().node(), own.speedMps());
    BitSet met = new BitSet(at.length);
    int node = at[vehicle];
    while (left[node] > 0 && met.cardinality() < most && work++ < MOST_WORK) {
      int best = -1;
      for (int lane : map.lanesOut(node)) {
        int to = map.laneTo(lane);
        if (left[to] < left[best < 0 ? node : map.laneTo(best)]) {
          best = lane;
        }
      }
      if (best < 0 || taken.get(map.laneTo(best))) {
        return most;
      }
      for (int v = 0; v < at.length; v++) {
        if (v != vehicle && isNear(at[v], best)) {
          met.set(v);
        }
      }
      node = map.laneTo(best);
    }
    return met.cardinality();
  }

  private boolean isNear(int node, int lane) {
    int way = conflicts.placeOfLane(lane);
    int end = map.laneTo(lane);
    for (int place : conflicts.with(node)) {
      if (place == way || place == end) {
        return true;
      }
    }
    return false;
  }
}
