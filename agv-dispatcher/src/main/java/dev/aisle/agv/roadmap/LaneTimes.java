package dev.aisle.agv.roadmap;

import java.util.Arrays;

/** What each lane takes vehicles of one top speed and type, in milliseconds, without turning. */
public final class LaneTimes {
  private final long[] travelMs;
  private final long[] extraMs;
  private final boolean anyExtra;

  LaneTimes(Roadmap map, double maxSpeedMps, String type) {
    int lanes = map.lanes().size();
    travelMs = new long[lanes];
    extraMs = new long[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      travelMs[lane] = map.travelMs(lane, maxSpeedMps, type);
      extraMs[lane] = map.costMs(lane, maxSpeedMps) - map.travelMs(lane, maxSpeedMps);
    }
    anyExtra = Arrays.stream(extraMs).anyMatch(ms -> ms != 0);
  }

  boolean anyExtra() {
    return anyExtra;
  }

  public long travelMs(int lane) {
    return travelMs[lane];
  }

  /** What a lane counts for beyond its time; negative where it is preferred. */
  public long extraMs(int lane) {
    return extraMs[lane];
  }
}
