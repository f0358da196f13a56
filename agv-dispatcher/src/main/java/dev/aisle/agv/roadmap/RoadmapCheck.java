package dev.aisle.agv.roadmap;

import dev.aisle.agv.roadmap.RoadmapFault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
  private final Conflicts conflicts;
  private final List<RoadmapFault> faults = new ArrayList<>();

  private RoadmapCheck(Roadmap map, Conflicts conflicts) {
    this.map = map;
    this.conflicts = conflicts;
  }

  static List<RoadmapFault> faults(Roadmap map, Conflicts conflicts) {
    RoadmapCheck check = new RoadmapCheck(map, conflicts);
    check.parking();
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
    if (place < map.nodes().size()) {
      Node other = map.node(place);
      if (other.kind().isHome()) {
        if (home < place) {
          fault(Kind.PARKING_TOO_CLOSE, name, other.id(), "%s and %s cannot both be parked on");
        }
      } else {
        fault(Kind.PARKING_BLOCKS_LANE, name, other.id(), "a vehicle parked on %s blocks %s");
      }
    } else {
      int number = place - map.nodes().size();
      if (touches(home, map.laneFrom(number)) || touches(home, map.laneTo(number))) {
        return; // said already of its end
      }
      String lane = map.lanes().get(number).id();
      faults.add(
          new RoadmapFault(
              Kind.PARKING_BLOCKS_LANE,
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

  private void reach() {
    Graph<String, DefaultEdge> lanesOnly = new DefaultDirectedGraph<>(DefaultEdge.class);
    Predicate<String> isLane = id -> map.node(id).kind() == NodeKind.LANE;
    map.nodes().stream().map(Node::id).filter(isLane).forEach(lanesOnly::addVertex);
    for (Lane lane : map.lanes()) {
      if (isLane.test(lane.from()) && isLane.test(lane.to())) {
        lanesOnly.addEdge(lane.from(), lane.to());
      }
    }
    if (lanesOnly.vertexSet().isEmpty()) {
      faults.add(new RoadmapFault(Kind.NO_LANES, List.of(), "there is no lane node"));
      return;
    }
    Set<String> core =
        new KosarajuStrongConnectivityInspector<>(lanesOnly)
            .stronglyConnectedSets().stream()
                .max(
                    Comparator.<Set<String>>comparingInt(Set::size)
                        .thenComparing(set -> set.stream().sorted().findFirst().orElseThrow()))
                .orElseThrow();
    Set<String> reached = spread(core, true);
    Set<String> returning = spread(core, false);
    for (Node node : map.nodes()) {
      if (!reached.contains(node.id())) {
        faults.add(
            new RoadmapFault(
                Kind.UNREACHABLE,
                List.of(node.id()),
                "no vehicle can reach %s without driving through an end point"
                    .formatted(node.id())));
      } else if (!returning.contains(node.id())) {
        faults.add(
            new RoadmapFault(
                Kind.NO_WAY_BACK,
                List.of(node.id()),
                "a vehicle at %s cannot get away again".formatted(node.id())));
      }
    }
  }

  private Set<String> spread(Set<String> core, boolean forward) {
    Set<String> seen = core.stream().collect(Collectors.toSet());
    List<String> open = new ArrayList<>(core);
    while (!open.isEmpty()) {
      String node = open.removeLast();
      if (map.node(node).kind().isEndpoint()) {
        continue;
      }
      for (Lane lane : map.lanes()) {
        String here = forward ? lane.from() : lane.to();
        String there = forward ? lane.to() : lane.from();
        if (here.equals(node) && seen.add(there)) {
          open.add(there);
        }
      }
    }
    return seen;
  }
}
