package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.LaneTimes;
import dev.aisle.agv.roadmap.LeastFirst;
import dev.aisle.agv.roadmap.Roadmap;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * What is left to one goal from each node, in milliseconds, with the price of the crowds on the
 * way. A search whose estimate leaves the crowds out looks at all ways around each of them before
 * it goes on.
 *
 * <p>Looked up only as far from the goal as the way begins; beyond that the estimate is what has
 * been looked up at most, which is never too much.
 */
final class CrowdedWays {
  private final long[] leftMs;
  private final long leastBeyondMs;

  /**
   * @param from the node at which the way to the goal begins
   * @param reachable time to the goal without crowds, {@link Long#MAX_VALUE} where there is no way
   * @param crowdMs price of coming to a node
   */
  CrowdedWays(
      Roadmap map,
      LaneTimes lanes,
      int from,
      int goal,
      long[] reachable,
      IntToLongFunction crowdMs) {
    leftMs = new long[map.nodes().size()];
    Arrays.fill(leftMs, Long.MAX_VALUE);
    boolean[] settled = new boolean[leftMs.length];
    LeastFirst open = new LeastFirst();
    leftMs[goal] = 0;
    open.add(0, goal);
    long reached = 0;
    while (!open.isEmpty() && !settled[from] && reachable[from] < Long.MAX_VALUE) {
      reached = open.leastKey();
      int node = open.remove();
      if (settled[node] || reached > leftMs[node]) {
        continue;
      }
      settled[node] = true;
      if (node != goal && map.node(node).kind().isEndpoint()) {
        continue;
      }
      long price = crowdMs.applyAsLong(node);
      for (int lane : map.lanesIn(node)) {
        int before = map.laneFrom(lane);
        long more = reached + lanes.travelMs(lane) + lanes.extraMs(lane) + price;
        if (more < leftMs[before]) {
          leftMs[before] = more;
          open.add(more, before);
        }
      }
    }
    leastBeyondMs = reached;
    for (int node = 0; node < leftMs.length; node++) {
      if (reachable[node] == Long.MAX_VALUE) {
        leftMs[node] = Long.MAX_VALUE;
      } else if (!settled[node]) {
        leftMs[node] = Math.max(leastBeyondMs, reachable[node]);
      }
    }
  }

  /** {@link Long#MAX_VALUE} where there is no way to the goal. */
  long leftMs(int node) {
    return leftMs[node];
  }
}
