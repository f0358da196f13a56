package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.RoadmapFault.Kind;
import dev.aisle.agv.roadmap.geometry.Area;
import dev.aisle.device.agv.ZoneSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/**
 * A roadmap is well formed when every end point can be reached from every other by lane nodes alone
 * and parked vehicles keep clear of those: then a vehicle at home always finds a way, at the latest
 * when all others are at home (Čáp, Vokřínek, Kleiner 2015, "well-formed infrastructure").
 */
final class RoadmapCheck {
  private final Roadmap map;
  private final Footprint footprint;
  private final Conflicts conflicts;
  private final List<RoadmapFault> faults = new ArrayList<>();

  private RoadmapCheck(Roadmap map, Footprint footprint) {
    this.map = map;
    this.footprint = footprint;
    this.conflicts = Conflicts.of(map, footprint);
  }

  static List<RoadmapFault> faults(Roadmap map, Footprint footprint) {
    RoadmapCheck check = new RoadmapCheck(map, footprint);
    check.parking();
    check.blockedZones();
    check.reach();
    return List.copyOf(check.faults);
  }

  private void parking() {
    for (int home = 0; home < map.nodes().size(); home++) {
      if (!map.node(home).kind().isHome()) {
        continue;
      }
      for (int place : conflicts.with(home)) {
        if (place != home) {
          parkedVehicleTouches(home, place);
        }
      }
    }
  }

  private void parkedVehicleTouches(int home, int place) {
    String name = map.node(home).id();
    Kind blocks =
        map.node(home).kind() == NodeKind.CHARGER
            ? Kind.CHARGER_BLOCKS_LANE
            : Kind.PARKING_BLOCKS_LANE;
    if (place < map.nodes().size()) {
      Node other = map.node(place);
      if (other.kind().isHome()) {
        if (home < place) {
          fault(Kind.PARKING_TOO_CLOSE, name, other.id(), "%s and %s cannot both be parked on");
        }
      } else {
        fault(blocks, name, other.id(), "a vehicle parked on %s blocks %s");
      }
    } else {
      int number = place - map.nodes().size();
      if (touches(home, map.laneFrom(number)) || touches(home, map.laneTo(number))) {
        return; // said already of its end
      }
      String lane = map.lanes().get(number).id();
      faults.add(
          new RoadmapFault(
              blocks,
              List.of(name),
              "a vehicle parked on %s blocks lane %s".formatted(name, lane)));
    }
  }

  private boolean touches(int home, int node) {
    return node != home && Arrays.stream(conflicts.with(home)).anyMatch(near -> near == node);
  }

  private void fault(Kind kind, String first, String second, String text) {
    faults.add(new RoadmapFault(kind, List.of(first, second), text.formatted(first, second)));
  }

  /** Lanes that lead through a blocked zone are not driven; the others must keep clear of it. */
  private void blockedZones() {
    List<Zone> blocked =
        map.zones().stream().filter(z -> z.rule() instanceof ZoneSet.Rule.Blocked).toList();
    if (blocked.isEmpty()) {
      return;
    }
    List<Area> areas = Sweep.of(map, footprint);
    for (Zone zone : blocked) {
      for (int place = 0; place < areas.size(); place++) {
        int lane = place - map.nodes().size();
        boolean driven = lane < 0 ? isDriven(place) : map.isOpen(lane);
        boolean there = map.mapOf(place).equals(zone.map());
        if (driven && there && zone.outline().touches(areas.get(place))) {
          List<String> nodes =
              lane < 0
                  ? List.of(map.node(place).id())
                  : List.of(map.lanes().get(lane).from(), map.lanes().get(lane).to());
          faults.add(
              new RoadmapFault(
                  Kind.REACHES_INTO_BLOCKED_ZONE,
                  nodes,
                  "a vehicle %s %s reaches into the blocked zone %s"
                      .formatted(
                          lane < 0 ? "at" : "on the lane", String.join(">", nodes), zone.id())));
        }
      }
    }
  }

  private boolean isDriven(int node) {
    return map.lanesOut(node).length > 0 || map.lanesIn(node).length > 0;
  }

  private void reach() {
    Graph<Integer, DefaultEdge> lanesOnly = new DefaultDirectedGraph<>(DefaultEdge.class);
    for (int node = 0; node < map.nodes().size(); node++) {
      if (isLane(node)) {
        lanesOnly.addVertex(node);
      }
    }
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      if (map.isOpen(lane) && isLane(map.laneFrom(lane)) && isLane(map.laneTo(lane))) {
        lanesOnly.addEdge(map.laneFrom(lane), map.laneTo(lane));
      }
    }
    if (lanesOnly.vertexSet().isEmpty()) {
      faults.add(new RoadmapFault(Kind.NO_LANES, List.of(), "there is no lane node"));
      return;
    }
    Set<Integer> core =
        new KosarajuStrongConnectivityInspector<>(lanesOnly)
            .stronglyConnectedSets().stream()
                .max(
                    Comparator.<Set<Integer>>comparingInt(Set::size)
                        .thenComparing(set -> -set.stream().min(Integer::compare).orElseThrow()))
                .orElseThrow();
    Set<Integer> reached = spread(core, true);
    Set<Integer> returning = spread(core, false);
    Set<Integer> trapped = new TreeSet<>();
    for (int node = 0; node < map.nodes().size(); node++) {
      if (!reached.contains(node)) {
        unreachable(map.node(node));
      } else if (!returning.contains(node) && isLane(node)) {
        trapped.add(node);
      } else if (!returning.contains(node)) {
        one(Kind.NO_WAY_BACK, node, "a vehicle at %s cannot get away again");
      }
    }
    while (!trapped.isEmpty()) {
      trap(trapped);
    }
  }

  private void unreachable(Node node) {
    one(
        node.kind() == NodeKind.CHARGER ? Kind.CHARGER_UNREACHABLE : Kind.UNREACHABLE,
        map.number(node.id()),
        "no vehicle can reach %s without driving through an end point");
  }

  private void one(Kind kind, int node, String text) {
    String name = map.node(node).id();
    faults.add(new RoadmapFault(kind, List.of(name), text.formatted(name)));
  }

  /** Takes the first trapped node, and all that hang together with it, out of the set. */
  private void trap(Set<Integer> trapped) {
    List<String> members = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(trapped.iterator().next());
    trapped.remove(open.peek());
    while (!open.isEmpty()) {
      int node = open.remove();
      members.add(map.node(node).id());
      for (int lane : map.lanesOut(node)) {
        if (trapped.remove(map.laneTo(lane))) {
          open.add(map.laneTo(lane));
        }
      }
      for (int lane : map.lanesIn(node)) {
        if (trapped.remove(map.laneFrom(lane))) {
          open.add(map.laneFrom(lane));
        }
      }
    }
    faults.add(
        new RoadmapFault(
            Kind.ONE_WAY_TRAP,
            members,
            "vehicles that drive to %s cannot get back".formatted(String.join(", ", members))));
  }

  private boolean isLane(int node) {
    return map.node(node).kind() == NodeKind.LANE;
  }

  private Set<Integer> spread(Set<Integer> core, boolean forward) {
    Set<Integer> seen = new HashSet<>(core);
    Deque<Integer> open = new ArrayDeque<>(core);
    while (!open.isEmpty()) {
      int node = open.remove();
      if (map.node(node).kind().isEndpoint()) {
        continue;
      }
      for (int lane : forward ? map.lanesOut(node) : map.lanesIn(node)) {
        int there = forward ? map.laneTo(lane) : map.laneFrom(lane);
        if (seen.add(there)) {
          open.add(there);
        }
      }
    }
    return seen;
  }
}
