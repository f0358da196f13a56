package dev.aisle.agv.control.work;

import dev.aisle.agv.control.command.Errands;
import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.planning.Effort;
import dev.aisle.agv.planning.Goal;
import dev.aisle.agv.planning.PlannedVisit;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.transport.TransportRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who does what and by which way. Every way ends on the vehicle's own home, which nobody
 * else may use: so nobody ever rests in another's way, and a vehicle at home can always be planned.
 */
public final class Tasking {
  /** Ways planned in one step, so that a step stays short; */
  private static final int PLANS_A_STEP = 16;

  /** in a very large fleet more, one for so many vehicles, for timing all is most of the work. */
  private static final int VEHICLES_A_PLAN = 20;

  /** Nodes that the searches of one step may look at together, for each way. */
  private static final int WORK_A_PLAN = 750;

  /** Of these, for one way; twice as many each time that none was found, */
  private static final int WORK_FOR_WAY = 3_000;

  /** up to so many times, and after a longer pause each time. */
  private static final int MOST_VAIN = 3;

  /** And those of one search that only looks for a better way than there is. */
  private static final int WORK_FOR_BETTER = 3_000;

  /** Up to so many vehicles new work is given out in the step it comes in. */
  private static final int SMALL_FLEET = 50;

  /**
   * Once in so long all that waits is brought together anew, and ways are improved. A round that is
   * more work than one step may do goes on in the next.
   */
  private static final Duration ROUND = Duration.ofSeconds(1);

  private static final Duration PLAN_AGAIN = Duration.ofSeconds(1);

  /** A vehicle that has waited for so long looks for a better way, */
  private static final Duration BETTER_AFTER = Duration.ofSeconds(1);

  /** and again after so long. */
  private static final Duration BETTER_AGAIN = Duration.ofSeconds(5);

  /**
   * One that waits as it was planned to looks only after so long, since there was no better way,
   */
  private static final Duration BETTER_ANYHOW = Duration.ofSeconds(15);

  /** and asks after so long whether things are still as planned. */
  private static final Duration STILL_AS_PLANNED = Duration.ofSeconds(3);

  /** Vehicles that look for a better way in one step. */
  private static final int BETTER_A_STEP = 12;

  /** A new way must be quicker by so much, in milliseconds, to be worth a change. */
  private static final long BETTER_BY_MS = 3_000;

  private final Draft draft;
  private final Schedule schedule;
  private final Clearing clearing;
  private final MakingRoom room;
  private final int mostPlans;
  private final Effort effort;
  private int plans;
  private int better;
  private boolean cleared;

  public Tasking(Draft draft) {
    this.draft = draft;
    schedule = new Schedule(draft);
    clearing = new Clearing(draft, schedule);
    room = new MakingRoom(draft, schedule, clearing);
    mostPlans = Math.max(PLANS_A_STEP, draft.tracks.size() / VEHICLES_A_PLAN);
    effort = new Effort(mostPlans * WORK_A_PLAN);
  }

  public void plan() {
    for (VehicleTrack track : draft.tracks.values()) {
      if (track.isLocated() && mayPlan(track) && needsWay(track)) {
        setOut(track, goals(track));
      }
    }
    boolean round = !draft.now.isBefore(draft.plannedAt.plus(ROUND));
    if (round || draft.tracks.size() <= SMALL_FLEET) {
      new Giving(draft, this).give(round);
    }
    if (!round) {
      return;
    }
    for (VehicleTrack track : draft.tracks.values()) {
      if (isStuck(track) && mayPlan(track) && track.isWilling(draft.now)) {
        findBetter(track);
      }
    }
    if (plans < mostPlans && effort.left() > 0) {
      draft.plannedAt = draft.now;
    }
  }

  boolean mayPlan(VehicleTrack track) {
    return plans < mostPlans && effort.left() > 0 && !draft.now.isBefore(track.planAgainAt);
  }

  private boolean needsWay(VehicleTrack track) {
    if (track.held.isPresent()) {
      return false;
    }
    if (!track.endsAtHome()) {
      return true;
    }
    Optional<TransportRecord> transport = draft.transportOf(track);
    if (leadsOverClosed(track)) {
      return true;
    }
    if (transport.isEmpty() || track.energy.diverted) {
      return (transport.isEmpty() && Errands.needsWay(track)) || goesAstray(track);
    }
    Stop.Kind next = transport.get().stage().isLoaded() ? Stop.Kind.DROP : Stop.Kind.PICK;
    for (Visit visit : track.visits) {
      if (visit.stop().isPresent() && visit.stop().get().kind() == next) {
        return false;
      }
    }
    return true;
  }

  private boolean leadsOverClosed(VehicleTrack track) {
    if (draft.map.closures().isEmpty()) {
      return false;
    }
    for (long i = track.released + 1; i <= track.lastIndex(); i++) {
      int lane = draft.map.laneBetween(track.visit(i - 1).node(), track.visit(i).node());
      if (lane >= 0 && !draft.map.isOpen(lane)) {
        return true;
      }
    }
    return false;
  }

  /** Still on the way to an end point where it has nothing to do any more. */
  private boolean goesAstray(VehicleTrack track) {
    for (long i = track.released + 1; i < track.lastIndex(); i++) {
      Visit visit = track.visit(i);
      if (visit.stop().isEmpty() && draft.map.node(visit.node()).kind().isEndpoint()) {
        return true;
      }
    }
    return false;
  }

  private List<Goal> goals(VehicleTrack track) {
    List<Goal> goals = new ArrayList<>();
    draft
        .transportOf(track)
        .filter(t -> !track.energy.diverted)
        .ifPresent(
            t -> {
              if (!t.stage().isLoaded()) {
                goals.add(new Goal(t.request().fromNode(), Stop.pick(t.id())));
              }
              t.callsLeft().forEach(call -> goals.add(new Goal(call.node(), Stop.call(t.id()))));
              goals.add(new Goal(t.request().toNode(), Stop.drop(t.id())));
            });
    Errands.goal(track).ifPresent(goals::add);
    goals.add(new Goal(track.restsAt(), Stop.park()));
    return goals;
  }

  /** Plans and takes the way; false if there is none as things are. */
  private boolean setOut(VehicleTrack track, List<Goal> goals) {
    plans++;
    Effort part = effort.part(WORK_FOR_WAY << track.vain);
    Optional<List<PlannedVisit>> route = schedule.route(track, goals, part);
    effort.add(part);
    if (route.isEmpty()) {
      track.planAgainAt = draft.now.plus(PLAN_AGAIN.multipliedBy(1 + track.vain));
      track.vain = Math.min(track.vain + 1, MOST_VAIN);
      makeRoom(track);
      return false;
    }
    track.vain = 0;
    schedule.take(track, route.get());
    return true;
  }

  /** Nobody finds a way: they come nearer to their homes, or one lets another pass. */
  private void makeRoom(VehicleTrack track) {
    Optional<List<PlannedVisit>> nearer = clearing.nearer(track, effort);
    if (nearer.isPresent()) {
      schedule.take(track, nearer.get());
    } else if (track.vain > 1 && !cleared) {
      cleared = true;
      room.aside(track, this::goals, effort).ifPresent(freed -> setOut(freed, goals(freed)));
    }
  }

  /** A way for what the vehicle has to do; false if there is none as things are. */
  boolean setOut(VehicleTrack track) {
    return setOut(track, goals(track));
  }

  /** Takes a transport back from a vehicle that goes on without it. */
  public void takeBack(VehicleTrack track, TransportRecord record) {
    TransportDesk.takeBack(draft, track, record);
    schedule.stopsDropped(track);
  }

  /** When it will have done what it was released to. */
  long readyAtReleasedMs(VehicleTrack track) {
    return schedule.readyAtReleasedMs(track);
  }

  private boolean isStuck(VehicleTrack track) {
    return track.isLocated()
        && track.reached == track.released
        && track.lastIndex() > track.released
        && track.here().stop().isEmpty()
        && track.movedAt.plus(BETTER_AFTER).isBefore(draft.now);
  }

  /**
   * Who waits for one that is late goes first, or another way, where that keeps nobody else up: the
   * new way is fitted in between the times at which the others will really pass.
   */
  private void findBetter(VehicleTrack track) {
    long waitsMs =
        schedule.timetable().startMs(track.spec.id(), track.released + 1)
            - draft.now.toEpochMilli();
    if (waitsMs < BETTER_BY_MS) {
      track.planAgainAt = draft.now.plus(BETTER_AFTER);
      return;
    }
    long endMs = schedule.timetable().endMs(track.spec.id());
    boolean late = endMs > track.plannedEndMs + BETTER_BY_MS;
    if (!late && draft.now.isBefore(track.movedAt.plus(BETTER_ANYHOW))) {
      track.planAgainAt = draft.now.plus(STILL_AS_PLANNED);
      return;
    }
    if (better++ >= BETTER_A_STEP) {
      return;
    }
    plans++;
    track.planAgainAt = draft.now.plus(BETTER_AGAIN);
    List<Goal> goals =
        track.visits.stream()
            .filter(v -> v.index() > track.released && v.stop().isPresent())
            .map(v -> new Goal(v.node(), v.stop().orElseThrow()))
            .toList();
    if (goals.isEmpty() || !goals.getLast().node().equals(track.restsAt())) {
      return;
    }
    Effort part = effort.part(WORK_FOR_BETTER);
    Optional<List<PlannedVisit>> route = schedule.route(track, goals, part);
    effort.add(part);
    if (route.isPresent()
        && !route.get().isEmpty()
        && route.get().getLast().arriveMs() + BETTER_BY_MS < endMs) {
      schedule.take(track, route.get());
    }
  }
}
