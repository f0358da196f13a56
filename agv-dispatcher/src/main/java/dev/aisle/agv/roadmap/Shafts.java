package dev.aisle.agv.roadmap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The lifts of a roadmap by the nodes in their cabs. */
final class Shafts {
  private final List<Lift> lifts;
  private final Map<String, Lift> byStop = new HashMap<>();

  /**
   * @throws IllegalArgumentException if a lift stops where it cannot, or a lane leads to another
   *     map without one
   */
  Shafts(List<Lift> lifts, List<Lane> lanes, Function<String, Node> nodes) {
    this.lifts = lifts;
    for (Lift lift : lifts) {
      Set<String> maps = new HashSet<>();
      for (String stop : lift.stops()) {
        Node node = nodes.apply(stop);
        if (byStop.put(stop, lift) != null) {
          throw new IllegalArgumentException("node %s is in two lifts".formatted(stop));
        }
        if (node.kind() != NodeKind.LANE) {
          throw new IllegalArgumentException("nothing can stay in a lift at %s".formatted(stop));
        }
        if (!maps.add(node.map())) {
          throw new IllegalArgumentException(
              "lift %s stops twice on map %s".formatted(lift.id(), node.map()));
        }
      }
    }
    for (Lane lane : lanes) {
      boolean sameMap = nodes.apply(lane.from()).map().equals(nodes.apply(lane.to()).map());
      if (lane.way().ride().isEmpty() && !sameMap) {
        throw new IllegalArgumentException(
            "lane %s leads to another map without a lift".formatted(lane.id()));
      }
    }
  }

  List<Lift> all() {
    return lifts;
  }

  Optional<Lift> at(String node) {
    return Optional.ofNullable(byStop.get(node));
  }
}
