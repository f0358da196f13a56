package dev.aisle.agv.control.work;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Effort;
import dev.aisle.agv.planning.Goal;
import dev.aisle.agv.planning.PlannedVisit;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Timetable;
import dev.aisle.agv.planning.Timetable.Hold;
import dev.aisle.device.agv.VehicleId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings vehicles home that stand in each other's way, as after a night on which people parked them
 * all on a ring: none finds a way to its home while the others stand. Each goes as far towards its
 * home as is free and makes room for the one behind it. As nobody ever goes away from its home, the
 * distances only shrink and it comes to an end.
 */
final class Clearing {
  private final Draft draft;
  private final Schedule schedule;

  Clearing(Draft draft, Schedule schedule) {
    this.draft = draft;
    this.schedule = schedule;
  }

  /** A way to come nearer, for a vehicle that stands about and finds none to its home. */
  public Optional<List<PlannedVisit>> nearer(VehicleTrack track, Effort effort) {
    if (!standsAbout(track) || draft.now.isBefore(track.asideUntil)) {
      return Optional.empty();
    }
    long[] times = draft.map.travelMsTo(draft.map.number(track.spec.parksAt()), track.speedMps());
    int node = draft.map.number(track.here().node());
    int farthest = -1;
    for (OptionalInt next = next(node, times); next.isPresent(); next = next(node, times)) {
      Optional<VehicleId> inTheWay = inTheWay(track, next.getAsInt());
      if (inTheWay.isPresent()) {
        boolean alike = inTheWay.map(draft.tracks::get).filter(this::standsAbout).isPresent();
        return farthest < 0 || !alike ? Optional.empty() : way(track, farthest, effort);
      }
      node = next.getAsInt();
      farthest = isInLift(node) ? farthest : node;
    }
    return Optional.empty();
  }

  /** Nobody waits there for a way on. */
  boolean isInLift(int node) {
    return draft.map.liftAt(draft.map.node(node).id()).isPresent();
  }

  /** A way to a node, to stand there. */
  Optional<List<PlannedVisit>> way(VehicleTrack track, int to, Effort effort) {
    return schedule.route(track, List.of(new Goal(draft.map.node(to).id(), Stop.park())), effort);
  }

  /** Has nothing ahead of it and is not at home. */
  boolean standsAbout(VehicleTrack track) {
    return track.isWilling(draft.now) && track.reached == track.lastIndex() && !track.endsAtHome();
  }

  /** The next lane node on the shortest way home. */
  private OptionalInt next(int node, long[] times) {
    int best = -1;
    for (int lane : draft.map.lanesOut(node)) {
      int to = draft.map.laneTo(lane);
      if (times[to] < times[best < 0 ? node : best]) {
        best = to;
      }
    }
    return best < 0 || draft.map.node(best).kind().isEndpoint()
        ? OptionalInt.empty()
        : OptionalInt.of(best);
  }

  /** Who will stand there for ever as things are. */
  private Optional<VehicleId> inTheWay(VehicleTrack track, int node) {
    for (int near : draft.conflicts.with(node)) {
      for (Hold hold : schedule.timetable().holdsOf(near)) {
        if (hold.toMs() >= Timetable.NEVER && !hold.vehicle().equals(track.spec.id())) {
          return Optional.of(hold.vehicle());
        }
      }
    }
    return Optional.empty();
  }
}
