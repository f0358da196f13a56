package dev.aisle.agv.roadmap;

import java.util.List;

/** A reason why vehicles could get stuck on a roadmap, with the nodes concerned. */
public record RoadmapFault(Kind kind, List<String> nodes, String message) {
  public RoadmapFault {
    nodes = List.copyOf(nodes);
  }

  /** Sort of mistake, for translation. */
  public enum Kind {
    /** No vehicle ever gets there without driving through an end point. */
    UNREACHABLE,
    /** One can drive in but not out again. */
    NO_WAY_BACK,
    /** A parked vehicle would reach into a lane that others need. */
    PARKING_BLOCKS_LANE,
    /** Two vehicles cannot both stand on their parking nodes. */
    PARKING_TOO_CLOSE,
    /** There is no lane node at all. */
    NO_LANES
  }
}
