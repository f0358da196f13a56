package dev.aisle.agv.roadmap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Ways of the fewest lanes, to see whether there is one at all. */
final class Ways {
  private static final int UNSEEN = -2;
  private static final int START = -1;

  private Ways() {}

  /** Numbers of the lanes to drive, not through end points; empty when there is no way. */
  static Optional<List<Integer>> between(Roadmap map, int from, int to) {
    int[] lane = new int[map.nodes().size()];
    Arrays.fill(lane, UNSEEN);
    lane[from] = START;
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty() && lane[to] == UNSEEN) {
      int node = open.remove();
      if (node != from && map.node(node).kind().isEndpoint()) {
        continue;
      }
      for (int out : map.lanesOut(node)) {
        if (lane[map.laneTo(out)] == UNSEEN) {
          lane[map.laneTo(out)] = out;
          open.add(map.laneTo(out));
        }
      }
    }
    if (lane[to] == UNSEEN) {
      return Optional.empty();
    }
    List<Integer> way = new ArrayList<>();
    for (int node = to; lane[node] != START; node = map.laneFrom(lane[node])) {
      way.add(lane[node]);
    }
    return Optional.of(way.reversed());
  }
}
