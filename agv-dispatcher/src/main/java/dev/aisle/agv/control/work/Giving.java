package dev.aisle.agv.control.work;

import dev.aisle.agv.assignment.Assignment;
import dev.aisle.agv.assignment.Candidate;
import dev.aisle.agv.assignment.Demand;
import dev.aisle.agv.assignment.FloorLoad;
import dev.aisle.agv.assignment.Ready;
import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Offer;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.traffic.WaitRule;
import dev.aisle.agv.transport.TransportEvent;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportRequest;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives transports to vehicles, and takes them from those that others do better. */
public final class Giving {
  /** Vehicles without work that are looked at in one step, the longest idle first. */
  private static final int IDLE_AT_ONCE = 40;

  /** And those on their way to a load that another might fetch. */
  private static final int LEAVING_AT_ONCE = 16;

  /** A vehicle keeps a transport so long before it may go to another. */
  private static final Duration KEPT = Duration.ofSeconds(5);

  private final Draft draft;
  private final Tasking tasking;

  Giving(Draft draft, Tasking tasking) {
    this.draft = draft;
    this.tasking = tasking;
  }

  /**
   * Brings vehicles and transports together.
   *
   * @param round true if it is time to look at all anew; else only new ones are a reason to
   */
  public void give(boolean round) {
    List<VehicleTrack> takers =
        new ArrayList<>(
            draft.tracks.values().stream()
                .filter(track -> isFree(draft, track) && tasking.mayPlan(track))
                .sorted(Comparator.comparing((VehicleTrack track) -> track.movedAt))
                .limit(IDLE_AT_ONCE)
                .toList());
    if (takers.isEmpty()) {
      return;
    }
    List<Demand> demands = new ArrayList<>(ready(draft));
    Offer offer =
        new Offer(
            takers.stream().map(track -> track.spec.id()).toList(),
            demands.stream().map(demand -> demand.request().id()).toList());
    if (!round && offer.equals(draft.offered)) {
      return;
    }
    draft.offered = offer;
    List<VehicleTrack> leaving = leaving();
    if (demands.isEmpty() && leaving.isEmpty()) {
      return;
    }
    takers.addAll(leaving);
    leaving.stream()
        .map(draft::transportOf)
        .flatMap(Optional::stream)
        .forEach(record -> demands.add(Ready.demand(record, draft.transports)));
    List<Candidate> candidates = takers.stream().map(this::candidate).toList();
    carryOut(Assignment.assign(draft.map, candidates, demands, floorLoad(leaving), draft.now));
  }

  /** Transports that wait for nothing but a vehicle. */
  public static List<Demand> ready(Draft draft) {
    return ready(draft.transports, draft.now).stream()
        .filter(one -> draft.stations.trouble(one.request().fromNode(), true).isEmpty())
        .toList();
  }

  public static List<Demand> ready(Map<TransportId, TransportRecord> transports, Instant now) {
    Map<String, TransportRequest> firstToFetch = WaitRule.firstToFetch(transports.values());
    return transports.values().stream()
        .filter(record -> record.stage() == TransportStage.WAITING)
        .filter(record -> Ready.waits(record, transports, now).isEmpty())
        .filter(record -> !WaitRule.mustWait(record.request(), firstToFetch))
        .map(record -> Ready.demand(record, transports))
        .toList();
  }

  static boolean isFree(Draft draft, VehicleTrack track) {
    return track.transport.isEmpty()
        && track.errand.isEmpty()
        && !track.mustCharge
        && track.isWilling(draft.now)
        && !track.energy.isSettling(draft.now, track.can)
        && track.endsAtHome()
        && track.state.map(s -> s.loads().isEmpty()).orElse(false)
        && Ability.CARRY.isIn(track.can);
  }

  /** Those that are on their way to a load and can still be told to leave it. */
  private List<VehicleTrack> leaving() {
    return draft.tracks.values().stream()
        .filter(track -> track.transport.isPresent() && track.errand.isEmpty())
        .filter(track -> track.isWilling(draft.now) && tasking.mayPlan(track))
        .filter(
            track ->
                draft
                    .transportOf(track)
                    .filter(record -> !record.stage().isLoaded() && !record.stage().isOver())
                    .filter(record -> record.attempts() == 0)
                    .filter(record -> record.since().plus(KEPT).isBefore(draft.now))
                    .filter(record -> !TransportDesk.grip(track, record).sentToLoad())
                    .isPresent())
        .sorted(Comparator.comparing((VehicleTrack track) -> track.movedAt).reversed())
        .limit(LEAVING_AT_ONCE)
        .toList();
  }

  private Candidate candidate(VehicleTrack track) {
    return new Candidate(
        track.spec.id(),
        track.releasedEnd().node(),
        tasking.readyAtReleasedMs(track) - draft.now.toEpochMilli(),
        track.speedMps(),
        track.can,
        track.energy.enduranceMs(draft.map, track, draft.chargers()),
        track.transport);
  }

  /** Those whose work is given anew are not counted where they may never go. */
  private FloorLoad floorLoad(List<VehicleTrack> leaving) {
    Map<String, Integer> heading = new HashMap<>();
    Set<String> obstructed = new HashSet<>();
    Set<VehicleTrack> left = new HashSet<>(leaving);
    for (VehicleTrack track : draft.tracks.values()) {
      if (!left.contains(track)) {
        for (Visit visit : track.visits) {
          if (visit.stop().isPresent() && visit.stop().get().kind() != Stop.Kind.PARK) {
            heading.merge(visit.node(), 1, Integer::sum);
          }
        }
      }
      if (track.isLocated() && !track.isWilling(draft.now)) {
        obstructed.add(track.here().node());
      }
    }
    return new FloorLoad(heading, obstructed);
  }

  private void carryOut(Map<TransportRequest, VehicleId> takers) {
    takers.forEach(
        (request, vehicle) -> {
          TransportRecord record = draft.transports.get(request.id());
          VehicleTrack track = draft.tracks.get(vehicle);
          if (record == null
              || track == null
              || record.vehicle().equals(Optional.of(vehicle))
              || !tasking.mayPlan(track)) {
            return;
          }
          draft.transportOf(track).ifPresent(other -> tasking.takeBack(track, other));
          record
              .vehicle()
              .map(draft.tracks::get)
              .ifPresent(other -> tasking.takeBack(other, record));
          give(request.id(), track);
        });
  }

  private void give(TransportId id, VehicleTrack track) {
    TransportRecord record = draft.transports.get(id);
    if (record == null) {
      return;
    }
    Optional<String> charger = track.energy.charger;
    track.energy.charger = Optional.empty();
    track.transport = Optional.of(id);
    if (!tasking.setOut(track)) {
      track.transport = Optional.empty();
      track.energy.charger = charger;
      return;
    }
    draft.put(record.by(track.spec.id(), draft.now));
    draft.happened(new TransportEvent.Assigned(id, track.spec.id(), draft.now));
  }
}
