package dev.aisle.agv.planning;

import dev.aisle.agv.roadmap.Conflicts;
import dev.aisle.agv.roadmap.Roadmap;
import java.util.List;
import java.util.Optional;

/**
 * Finds a quick way of one vehicle over several goals that fits between the times of all others,
 * waiting where it must: safe interval path planning (Phillips, Likhachev, ICRA 2011) with one
 * layer for each goal. On its way a vehicle holds both ends of a lane. The last goal is where it
 * rests, so it must stay free for ever.
 */
public final class RoutePlanner {
  /** A search is given up after so many nodes looked at. */
  public static final int MOST_STEPS = 60_000;

  private final Roadmap map;
  private final Conflicts conflicts;

  public RoutePlanner(Roadmap map, Conflicts conflicts) {
    this.map = map;
    this.conflicts = conflicts;
  }

  /** Plans with as much work as one search may take. */
  public Optional<List<PlannedVisit>> plan(
      Itinerary own, Timetable timetable, List<Goal> goals, long nowMs) {
    return plan(own, timetable, goals, nowMs, new Effort(MOST_STEPS));
  }

  /**
   * Plans from the end of the vehicle's released way.
   *
   * @return the visits after the released ones, or empty if there is no way as things are; an empty
   *     list if the vehicle is already where it shall rest
   */
  public Optional<List<PlannedVisit>> plan(
      Itinerary own, Timetable timetable, List<Goal> goals, long nowMs, Effort effort) {
    return new RouteSearch(map, conflicts, own, timetable, goals, nowMs).run(effort);
  }
}
