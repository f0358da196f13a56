package dev.aisle.agv.control.work;

import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Effort;
import dev.aisle.agv.planning.Goal;
import dev.aisle.agv.planning.PlannedVisit;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Timetable;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.traffic.MovesAside;
import dev.aisle.agv.traffic.MovesAside.Leg;
import dev.aisle.agv.traffic.MovesAside.Move;
import dev.aisle.agv.traffic.MovesAside.Plan;
import dev.aisle.agv.traffic.MovesAside.Standing;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gets vehicles past each other that stand head to head, or before one that was put down in the
 * middle of a lane: somebody backs off or moves aside, and who has a way then sets out. Each time
 * one more comes to where it wants to go, so it comes to an end.
 */
final class MakingRoom {
  /** Vehicles that may move aside for each other; the others there stand as they stand. */
  private static final int MOST_IN_A_JAM = 8;

  /** First moves that are tried, where the times of others leave no way to some. */
  private static final int ATTEMPTS = 3;

  /** So long who has moved aside does not come back to where it was, unless it has a way home. */
  private static final Duration ASIDE = Duration.ofSeconds(60);

  private final Draft draft;
  private final Schedule schedule;
  private final Clearing clearing;

  MakingRoom(Draft draft, Schedule schedule, Clearing clearing) {
    this.draft = draft;
    this.schedule = schedule;
    this.clearing = clearing;
  }

  /**
   * Lets others, or the vehicle itself, move aside, so that one of them has a way. Then that one
   * sets out, and nobody who moved aside stays there longer than it must.
   *
   * @param goals what each of them wants
   * @return who has a way after that; empty if nobody could be helped
   */
  Optional<VehicleTrack> aside(
      VehicleTrack track, Function<VehicleTrack, List<Goal>> goals, Effort effort) {
    if (!clearing.standsAbout(track)) {
      return Optional.empty();
    }
    List<VehicleTrack> jammed =
        draft.tracks.values().stream()
            .filter(other -> other == track || isJammed(other))
            .sorted(Comparator.comparingDouble(other -> apartM(track, other)))
            .limit(MOST_IN_A_JAM)
            .toList();
    List<Standing> standing =
        jammed.stream().map(each -> standing(each, goals.apply(each))).toList();
    BitSet taken = taken(jammed);
    Set<Move> vain = new HashSet<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Plan> plan =
          new MovesAside(draft.map, draft.conflicts, standing, taken, this::mayStand, vain).find();
      if (plan.isEmpty() || plan.get().moves().isEmpty()) {
        return Optional.empty();
      }
      Move first = plan.get().moves().getFirst();
      if (!move(first, effort)) {
        vain.add(first);
        continue;
      }
      Set<VehicleId> moved = new HashSet<>(Set.of(first.vehicle()));
      for (Move next : plan.get().moves().subList(1, plan.get().moves().size())) {
        if (!moved.add(next.vehicle()) || !move(next, effort)) {
          return Optional.empty();
        }
      }
      return moved.contains(plan.get().freed())
          ? Optional.empty()
          : Optional.ofNullable(draft.tracks.get(plan.get().freed()));
    }
    return Optional.empty();
  }

  private boolean move(Move move, Effort effort) {
    VehicleTrack track = draft.tracks.get(move.vehicle());
    Optional<List<PlannedVisit>> way =
        track == null ? Optional.empty() : clearing.way(track, move.node(), effort);
    if (track == null || way.isEmpty() || way.get().isEmpty()) {
      return false;
    }
    schedule.take(track, way.get());
    track.asideUntil = draft.now.plus(ASIDE);
    return true;
  }

  private double apartM(VehicleTrack one, VehicleTrack other) {
    return draft.map.node(one.here().node()).distanceM(draft.map.node(other.here().node()));
  }

  /** Nothing keeps it from driving but that it has no way, or one that never becomes free. */
  private boolean isJammed(VehicleTrack track) {
    return track.isWilling(draft.now)
        && track.reached == track.released
        && track.here().stop().isEmpty()
        && (clearing.standsAbout(track)
            || (track.lastIndex() > track.released
                && schedule.timetable().endMs(track.spec.id()) >= Timetable.NEVER));
  }

  private Standing standing(VehicleTrack track, List<Goal> goals) {
    List<Leg> legs = new ArrayList<>();
    boolean loaded = goals.getFirst().stop().kind() == Stop.Kind.DROP;
    for (Goal goal : goals) {
      Stop.Kind kind = goal.stop().kind();
      legs.add(new Leg(draft.map.number(goal.node()), loaded || kind == Stop.Kind.DROP));
      loaded = kind == Stop.Kind.PICK;
    }
    return new Standing(
        track.spec.id(), draft.map.number(track.here().node()), track.speedMps(), legs);
  }

  /** What nobody can have because of those that are not part of the jam. */
  private BitSet taken(List<VehicleTrack> jammed) {
    BitSet taken = new BitSet(draft.conflicts.places());
    for (VehicleTrack track : draft.tracks.values()) {
      if (!track.isLocated() || jammed.contains(track)) {
        continue;
      }
      boolean stays =
          !track.isWilling(draft.now)
              || schedule.timetable().endMs(track.spec.id()) >= Timetable.NEVER;
      for (Visit visit : track.visits) {
        if (visit.index() == track.lastIndex() || (stays && visit.index() <= track.released)) {
          for (int place : draft.conflicts.with(draft.map.number(visit.node()))) {
            taken.set(place);
          }
        }
      }
    }
    return taken;
  }

  /** Beside nobody's home or work, and in no lift. */
  private boolean mayStand(int node) {
    Node place = draft.map.node(node);
    boolean lane = !place.kind().isEndpoint() && !clearing.isInLift(node);
    return lane || draft.chargers().contains(place.id());
  }
}
