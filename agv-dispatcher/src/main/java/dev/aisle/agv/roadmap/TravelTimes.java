package dev.aisle.agv.roadmap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shortest times to goals on one roadmap, kept for the goals asked for last. */
final class TravelTimes {
  /** Times kept for all goals together, 8 bytes each. */
  private static final int MOST_KEPT = 8_000_000;

  private record Key(int goal, double maxSpeedMps, boolean cost) {}

  /** Lane times kept for so many kinds of vehicles. */
  private static final int MOST_PACES = 64;

  private record PaceKey(double maxSpeedMps, String type) {}

  /** Times of lanes; whether a lane is closed does not change its own. */
  private static final class Lanes {
    private final Map<PaceKey, LaneTimes> known = new LinkedHashMap<>(16, 0.75f, true);

    synchronized LaneTimes of(Roadmap map, PaceKey key) {
      LaneTimes times = known.get(key);
      if (times == null) {
        times = new LaneTimes(map, key.maxSpeedMps, key.type);
        if (known.size() >= MOST_PACES) {
          known.remove(known.keySet().iterator().next());
        }
        known.put(key, times);
      }
      return times;
    }
  }

  private final Lanes lanes;
  private final Map<Key, long[]> known = new LinkedHashMap<>(16, 0.75f, true);

  TravelTimes() {
    this(new Lanes());
  }

  private TravelTimes(Lanes lanes) {
    this.lanes = lanes;
  }

  /** For the same lanes, of which others are closed. */
  TravelTimes ofSameLanes() {
    return new TravelTimes(lanes);
  }

  LaneTimes lanes(Roadmap map, double maxSpeedMps, String type) {
    return lanes.of(map, new PaceKey(maxSpeedMps, type));
  }

  synchronized long[] to(Roadmap map, int goal, double maxSpeedMps, boolean cost) {
    LaneTimes each = lanes(map, maxSpeedMps, "");
    Key key = new Key(goal, maxSpeedMps, cost && each.anyExtra());
    long[] times = known.get(key);
    if (times == null) {
      times = compute(map, key, each);
      int most = Math.max(16, MOST_KEPT / Math.max(1, times.length));
      if (known.size() >= most) {
        known.remove(known.keySet().iterator().next());
      }
      known.put(key, times);
    }
    return times;
  }

  private static long[] compute(Roadmap map, Key key, LaneTimes lanes) {
    int goal = key.goal;
    long[] best = new long[map.nodes().size()];
    Arrays.fill(best, Long.MAX_VALUE);
    best[goal] = 0;
    LeastFirst heap = new LeastFirst();
    heap.add(0, goal);
    while (!heap.isEmpty()) {
      long time = heap.leastKey();
      int node = heap.remove();
      if (time > best[node] || (node != goal && map.node(node).kind().isEndpoint())) {
        continue;
      }
      for (int lane : map.lanesIn(node)) {
        long takes = lanes.travelMs(lane) + (key.cost ? lanes.extraMs(lane) : 0);
        long longer = time + takes;
        int from = map.laneFrom(lane);
        if (longer < best[from]) {
          best[from] = longer;
          heap.add(longer, from);
        }
      }
    }
    return best;
  }
}
