package dev.aisle.agv.control.report;

import dev.aisle.agv.charging.ChargeRule;
import dev.aisle.agv.control.command.Asking;
import dev.aisle.agv.control.command.Errands;
import dev.aisle.agv.control.command.Pausing;
import dev.aisle.agv.control.command.TransportDesk;
import dev.aisle.agv.control.io.DispatchInput;
import dev.aisle.agv.control.io.DispatchInput.Change;
import dev.aisle.agv.control.io.DispatchInput.Close;
import dev.aisle.agv.control.io.DispatchInput.Open;
import dev.aisle.agv.control.io.DispatchInput.Pause;
import dev.aisle.agv.control.io.DispatchInput.Report;
import dev.aisle.agv.control.io.DispatchInput.Resume;
import dev.aisle.agv.control.io.DispatchInput.Submit;
import dev.aisle.agv.control.io.DispatchOutput;
import dev.aisle.agv.control.state.Draft;
import dev.aisle.agv.control.state.Refusal;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Ability;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.passage.door.DoorMove;
import dev.aisle.agv.passage.lift.LiftMove;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.traffic.PassingOrder;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.zone.ZonePause;
import dev.aisle.device.agv.InstantAction;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in what is reported and asked for. Reports may come twice, late or not at all. */
public final class Reception {
  /** A state whose header id is lower by less than this is late; by more, the vehicle restarted. */
  private static final long LATE_BY_AT_MOST = 50;

  /** A vehicle this close to a node, in metres, counts as standing on it. */
  private static final double AT_NODE_M = 0.5;

  /** And this close, while a person moves it. */
  private static final double BY_HAND_M = 5;

  private static final Duration CANCEL_AGAIN = Duration.ofSeconds(10);

  /** A vehicle must claim for so long to have forgotten its order. */
  private static final Duration BELIEVED_AFTER = Duration.ofSeconds(4);

  private final Draft draft;

  public Reception(Draft draft) {
    this.draft = draft;
  }

  public void take(DispatchInput input) {
    switch (input) {
      case Submit submit -> new TransportDesk(draft).submit(submit.request());
      case Change change -> new TransportDesk(draft).change(change.command());
      case Report report -> report(report.report());
      case Pause pause -> pause(pause.vehicle(), true);
      case Resume resume -> pause(resume.vehicle(), false);
      case Close close -> close(close.place(), close.by(), close.why());
      case Open open -> open(open.place());
      case DispatchInput.PauseZone pause -> pauseZone(pause.zone(), pause.by());
      case DispatchInput.ResumeZone resume ->
          draft.zones = draft.zones.with(draft.zones.pauses().resume(resume.zone()));
      case DispatchInput.Door door ->
          draft.doors = draft.doors.heard(door.door(), door.position(), draft.now);
      case DispatchInput.Lift lift ->
          draft.lifts = draft.lifts.heard(lift.lift(), lift.cab(), draft.now);
      case DispatchInput.Gate read ->
          draft.gates = draft.gates.read(read.gate(), read.load(), draft.now);
      case DispatchInput.Station said ->
          draft.stations = draft.stations.heard(said.node(), said.state(), draft.now);
      case DispatchInput.Ask ask -> new Asking(draft).begin(ask.action());
      case DispatchInput.Send send -> Errands.begin(draft, send.vehicle(), send.errand());
      case DispatchInput.Recover recover ->
          new Recovering(draft).recover(recover.vehicle(), recover.found());
      case DispatchInput.Work work -> Errands.end(draft, work.vehicle());
    }
  }

  private void pause(VehicleId vehicle, boolean paused) {
    VehicleTrack track = draft.tracks.get(vehicle);
    if (track == null) {
      return;
    }
    track.paused = paused;
    if (!paused) {
      track.held = Optional.empty();
      track.refusals = 0;
      track.mismatchSince = Optional.empty();
    }
    new Pausing(draft).begin(track);
  }

  private void pauseZone(String zone, String by) {
    if (draft.map.zones().stream().anyMatch(one -> one.id().equals(zone))) {
      draft.zones =
          draft.zones.with(draft.zones.pauses().pause(new ZonePause(zone, by, draft.now)));
    }
  }

  private void close(Closure.Place place, String by, String why) {
    List<Closure> closed =
        new ArrayList<>(
            draft.map.closures().stream().filter(c -> !c.place().equals(place)).toList());
    closed.add(new Closure(place, by, why, draft.now));
    draft.map = draft.map.closing(closed);
  }

  private void open(Closure.Place place) {
    draft
        .doors
        .on(place.from(), place.to())
        .filter(door -> draft.doors.failureOf(door).isPresent())
        .ifPresent(door -> draft.outputs.add(new DispatchOutput.MoveDoor(door, DoorMove.RESET)));
    draft
        .lifts
        .failedAt(draft.map, place)
        .ifPresent(lift -> draft.outputs.add(new DispatchOutput.MoveLift(lift, LiftMove.RESET)));
    draft.map =
        draft.map.closing(
            draft.map.closures().stream().filter(c -> !c.place().equals(place)).toList());
  }

  private void report(VehicleReport report) {
    VehicleTrack track = draft.tracks.get(report.vehicle());
    if (track == null) {
      return;
    }
    switch (report) {
      case VehicleReport.Connection connection -> {
        if (connection.state() != ConnectionState.ONLINE) {
          track.connection = connection.state();
        }
      }
      case State state -> state(track, state);
      case VehicleReport.Visualization visualization -> {}
      case VehicleReport.Factsheet factsheet -> track.learn(factsheet.capabilities());
    }
  }

  private void state(VehicleTrack track, State state) {
    boolean late =
        track
            .state
            .map(
                last ->
                    state.headerId() < last.headerId()
                        && last.headerId() - state.headerId() < LATE_BY_AT_MOST)
            .orElse(false);
    if (!late) {
      track.state = Optional.of(state);
      track.heardAt = Optional.of(state.at());
      track.connection = ConnectionState.ONLINE;
      if (track.sent.filter(o -> o.orderId().equals(state.orderId())).isEmpty()) {
        track.counter = Math.max(track.counter, numberIn(track, state.orderId()));
      }
      track.energy.report(state, draft.now);
      track.mustCharge =
          ChargeRule.mustCharge(
              ChargeRule.within(draft.before.ground().charging(), track.can.charging()),
              state.batteryPercent(),
              track.mustCharge || track.isSentToCharge());
      Errands.charged(track);
    }
    boolean ours = track.sent.map(o -> o.orderId().equals(state.orderId())).orElse(false);
    if (!late) {
      track.foreign =
          !ours && !state.nodeStates().isEmpty() && (track.sent.isEmpty() || track.mirrored);
      endForeign(track, state);
      new Recovering(draft).endOrderOf(track, state);
    }
    if (!track.isLocated() && !track.foreign) {
      nodeOf(state).ifPresent(node -> appear(track, node));
    }
    if (!late) {
      track.refusal = track.sent.filter(o -> !track.mirrored).flatMap(o -> Refusal.of(o, state));
    }
    if (!late && new Recovering(draft).isToldWhereItIs(track, state)) {
      track.doubtSince = Optional.empty();
    } else if (!late && !state.mode().takesOrders()) {
      track.doubtSince = Optional.empty();
      if (ours) {
        progress(track, state);
      }
      followByHand(track, state);
    } else if (ours && !late && OrderKept.hasDropped(track, state)) {
      doubt(track, state);
    } else if (ours) {
      track.doubtSince = Optional.empty();
      VehicleOrder order = track.sent.orElseThrow();
      track.mirrored |= state.orderUpdateId() >= order.orderUpdateId();
      track.refusals = track.mirrored ? 0 : track.refusals;
      progress(track, state);
    } else if (!late && !track.foreign && OrderKept.hasForgotten(draft.map, track, state)) {
      doubt(track, state);
    } else if (!late) {
      track.doubtSince = Optional.empty();
    }
  }

  /**
   * The vehicle follows an order nobody here remembers. It drives its base to the end, which cannot
   * be prevented; what is left of it then is cancelled.
   */
  private void endForeign(VehicleTrack track, State state) {
    boolean drivesOn =
        state.driving() || state.nodeStates().stream().anyMatch(VehicleReport.NodeState::released);
    boolean asked =
        track.cancelledAt.map(at -> at.plus(CANCEL_AGAIN).isAfter(draft.now)).orElse(false);
    if (track.foreign && !drivesOn && !asked && Ability.CANCEL.isIn(track.can)) {
      track.cancelledAt = Optional.of(draft.now);
      draft.outputs.add(
          new DispatchOutput.SendAction(
              new InstantAction(
                  track.spec.id(),
                  "%s-cancel-%d".formatted(track.spec.id(), draft.now.toEpochMilli()),
                  "cancelOrder",
                  Map.of())));
    }
  }

  private static int numberIn(VehicleTrack track, String orderId) {
    String prefix = orderId.matches("[0-9]{1,9}") ? "" : track.spec.id() + "-";
    if (!orderId.startsWith(prefix) || !orderId.substring(prefix.length()).matches("[0-9]{1,9}")) {
      return 0;
    }
    return Integer.parseInt(orderId.substring(prefix.length()));
  }

  private void progress(VehicleTrack track, State state) {
    if (!track.isLocated() || state.lastNodeSequenceId() % 2 != 0) {
      return;
    }
    long index = track.firstVisit + state.lastNodeSequenceId() / 2;
    boolean stillAhead =
        state.nodeStates().stream().anyMatch(n -> n.sequenceId() <= state.lastNodeSequenceId());
    if (!stillAhead
        && index > track.reached
        && index <= track.released
        && track.visit(index).node().equals(state.lastNodeId())) {
      track.reach(index, draft.now);
    }
  }

  /** After a restart the first word may be an old one, so it takes a while to be believed. */
  private void doubt(VehicleTrack track, State state) {
    Instant since = track.doubtSince.orElse(draft.now);
    track.doubtSince = Optional.of(since);
    if (!draft.now.isBefore(since.plus(BELIEVED_AFTER))) {
      track.doubtSince = Optional.empty();
      comeBack(track, state);
    }
  }

  /**
   * Somebody drives or pushes it: as soon as it stands nearest to a node that it was not sent to,
   * that is where it is in the way, and what it had been told is over.
   */
  private void followByHand(VehicleTrack track, State state) {
    Optional<String> near =
        state
            .pose()
            .filter(VehicleReport.Pose::localized)
            .flatMap(p -> draft.map.nearest(p.xM(), p.yM(), p.mapId(), BY_HAND_M))
            .map(Node::id);
    boolean onItsWay =
        track.isLocated()
            && track.visits.stream()
                .filter(visit -> visit.index() <= track.released)
                .anyMatch(visit -> near.equals(Optional.of(visit.node())));
    if (near.isPresent() && track.isLocated() && !onItsWay) {
      track.sent = Optional.empty();
      track.mirrored = false;
      appear(track, near.get());
    }
  }

  /** The vehicle has lost its order, so that is over; what it was released to, it never drives. */
  void comeBack(VehicleTrack track, State state) {
    Optional<String> node = nodeOf(state);
    if (node.isEmpty()) {
      track.lost = true;
      return;
    }
    track.lost = false;
    standAt(track, node.get(), !OrderKept.isAt(draft.map.node(node.get()), state));
    draft.transportOf(track).ifPresent(t -> reconcile(track, state, t));
  }

  /**
   * It stands there without an order. From a node that it was released to it goes on by the way it
   * had, and keeps its turn: so nobody has to wait for a way that it could not find among the
   * others. If it may have left that node, it keeps the lane to the next one, too, and has to go on
   * there.
   */
  void standAt(VehicleTrack track, String node, boolean mayBeBetween) {
    long index = -1;
    for (long i = track.released; track.isLocated() && i >= track.reached; i--) {
      if (track.visit(i).node().equals(node)) {
        index = i;
        break;
      }
    }
    track.sent = Optional.empty();
    track.mirrored = false;
    if (index < 0) {
      appear(track, node);
    } else {
      track.reach(index, draft.now);
      track.released = mayBeBetween ? Math.min(index + 1, track.released) : index;
      track.ended = true;
    }
  }

  /** Without its action states, only the load tells whether fetching or bringing has happened. */
  private void reconcile(VehicleTrack track, State state, TransportRecord record) {
    boolean aboard =
        state.loads().stream()
            .anyMatch(l -> l.loadId().isBlank() || l.loadId().equals(record.request().loadId()));
    StopProgress progress = new StopProgress(draft);
    if (aboard && !record.stage().isLoaded()) {
      progress.picked(track, record);
    } else if (!aboard && record.stage().isLoaded()) {
      if (track.here().node().equals(record.request().toNode())
          && draft.gates.barring(record).isEmpty()) {
        progress.delivered(track, record);
      } else {
        track.held = Optional.of(Trouble.of(Kind.BACK_WITHOUT_LOAD));
      }
    }
  }

  private Optional<String> nodeOf(State state) {
    if (draft.map.has(state.lastNodeId())) {
      return Optional.of(state.lastNodeId());
    }
    return state
        .pose()
        .filter(VehicleReport.Pose::localized)
        .flatMap(p -> draft.map.nearest(p.xM(), p.yM(), p.mapId(), AT_NODE_M))
        .map(Node::id);
  }

  /** Puts it where nobody planned it to be; those that waited behind it wait for who was before. */
  private void appear(VehicleTrack track, String node) {
    PassingOrder order = new PassingOrder(draft.map, draft.conflicts);
    if (track.isLocated()) {
      draft.apply(order.giveUp(draft.itineraries(), track.spec.id()));
    }
    track.locate(node, draft.now);
    draft.apply(order.appear(draft.itineraries(), track.spec.id()));
  }
}
