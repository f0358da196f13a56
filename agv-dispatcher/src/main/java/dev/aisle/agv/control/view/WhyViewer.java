package dev.aisle.agv.control.view;

import dev.aisle.agv.assignment.Candidate;
import dev.aisle.agv.assignment.Demand;
import dev.aisle.agv.assignment.Idling;
import dev.aisle.agv.assignment.Ready;
import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.assignment.WhyNotYet;
import dev.aisle.agv.assignment.WhyNotYet.Member;
import dev.aisle.agv.assignment.WhyNotYet.Use;
import dev.aisle.agv.charging.ChargeRule;
import dev.aisle.agv.control.state.Known;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.control.work.Giving;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.traffic.WaitRule;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says of each transport why it has no vehicle yet, and of each vehicle why it has no transport.
 */
final class WhyViewer {
  private final Known state;
  private final Instant now;
  private final Map<VehicleId, Member> members = new LinkedHashMap<>();
  private final WhyNotYet why;

  WhyViewer(Known state, Instant now) {
    this.state = state;
    this.now = now;
    List<String> chargers = state.ground().chargers();
    state.tracks().forEach((id, track) -> members.put(id, member(track, chargers)));
    List<Demand> ready = Giving.ready(state.transports(), now);
    int waiting =
        (int)
            state.transports().values().stream()
                .filter(record -> record.stage() == TransportStage.WAITING)
                .count();
    why = new WhyNotYet(state.map(), List.copyOf(members.values()), ready, waiting, now);
  }

  public Waiting of(TransportRecord record) {
    if (!state.open()) {
      return Waiting.of(Waiting.Kind.STARTING);
    }
    Optional<Waiting> waits = Ready.waits(record, state.transports(), now);
    if (waits.isPresent()) {
      return waits.get();
    }
    String from = record.request().fromNode();
    if (state.machines().stations().trouble(from, true).isPresent()) {
      return Waiting.of(Waiting.Kind.STATION_NOT_READY, from);
    }
    Optional<TransportId> first =
        WaitRule.fetchFirst(record.request(), state.transports().values());
    return first
        .map(one -> Waiting.of(Waiting.Kind.FETCH_FIRST, one.value()))
        .orElseGet(() -> ofReady(record));
  }

  private Waiting ofReady(TransportRecord record) {
    Waiting reason = why.of(Ready.demand(record, state.transports()));
    return switch (reason.kind()) {
      case NO_WAY, BATTERY, TURN -> closedWay(record).orElse(reason);
      default -> reason;
    };
  }

  /** The closed place without which one of the free vehicles could carry the load. */
  private Optional<Waiting> closedWay(TransportRecord record) {
    String from = record.request().fromNode();
    Optional<Closure> onward = state.map().closureBetween(from, record.request().toNode());
    if (onward.isPresent()) {
      return onward.map(WhyViewer::closed);
    }
    List<Optional<Closure>> each =
        members.values().stream()
            .filter(one -> one.use() == Use.FREE || one.use() == Use.NO_WAY)
            .map(one -> state.map().closureBetween(one.as().node(), from))
            .toList();
    return each.stream().allMatch(Optional::isPresent)
        ? each.stream().findFirst().flatMap(one -> one.map(WhyViewer::closed))
        : Optional.empty();
  }

  public static Waiting closed(Closure closure) {
    if (closure.door().isPresent()) {
      return Waiting.of(Waiting.Kind.DOOR_FAILED, closure.door().get());
    }
    if (closure.lift().isPresent()) {
      return Waiting.of(Waiting.Kind.LIFT_FAILED, closure.lift().get());
    }
    return Waiting.of(Waiting.Kind.CLOSED, closure.place().id(), closure.by(), closure.why());
  }

  public Optional<Idling> of(VehicleTrack track) {
    if (!state.open() && track.transport.isEmpty()) {
      return Optional.of(Idling.of(Idling.Kind.STARTING));
    }
    return Optional.ofNullable(members.get(track.spec.id())).flatMap(why::of);
  }

  private Member member(VehicleTrack track, List<String> chargers) {
    Candidate as =
        track.isLocated()
            ? new Candidate(
                track.spec.id(),
                track.releasedEnd().node(),
                0,
                track.speedMps(),
                track.can,
                track.energy.enduranceMs(state.map(), track, chargers),
                track.transport)
            : new Candidate(track.spec.id(), track.spec.parksAt(), 0, track.speedMps());
    return new Member(
        track.spec.id(),
        use(track),
        track.can,
        as,
        track.state.map(State::batteryPercent).orElse(0.0),
        ChargeRule.within(state.ground().charging(), track.can.charging()).leaveAtPercent());
  }

  private Use use(VehicleTrack track) {
    if (track.transport.isPresent()) {
      return Use.BUSY;
    }
    if (!track.isLocated() || !track.isOnline(now) || track.lost) {
      return Use.AWAY;
    }
    if (!track.isWilling(now)) {
      return Use.STOPPED;
    }
    if (track.errand.isPresent()) {
      return Use.SENT;
    }
    if (!Ability.CARRY.isIn(track.can)) {
      return Use.UNABLE;
    }
    if (track.state.map(one -> !one.loads().isEmpty()).orElse(false)) {
      return Use.LOADED;
    }
    if (track.mustCharge || track.energy.isSettling(now, track.can)) {
      return Use.CHARGING;
    }
    return track.planAgainAt.isAfter(now) ? Use.NO_WAY : Use.FREE;
  }
}
