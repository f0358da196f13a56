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
    /** The same for a charger: a vehicle that needs it stays empty. */
    CHARGER_UNREACHABLE,
    /** One can drive to this place but not away again. */
    NO_WAY_BACK,
    /** Lane nodes that one can drive into, but out of which no way leads back. */
    ONE_WAY_TRAP,
    /** A parked vehicle would reach into a lane that others need. */
    PARKING_BLOCKS_LANE,
    /** The same for one that charges. */
    CHARGER_BLOCKS_LANE,
    /** Two vehicles cannot both stand on their parking nodes. */
    PARKING_TOO_CLOSE,
    /** A vehicle at this place, or on this lane, would reach into a blocked zone. */
    REACHES_INTO_BLOCKED_ZONE,
    /** There is no lane node at all. */
    NO_LANES
  }
}
