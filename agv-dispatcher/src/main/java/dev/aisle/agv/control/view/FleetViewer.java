package dev.aisle.agv.control.view;

import dev.aisle.agv.assignment.Waiting;
import dev.aisle.agv.control.io.FleetView;
import dev.aisle.agv.control.io.TransportView;
import dev.aisle.agv.control.io.VehicleView;
import dev.aisle.agv.control.io.VehicleView.WaitsAt;
import dev.aisle.agv.control.io.VehicleView.WaitsFor;
import dev.aisle.agv.control.io.VehicleView.Word;
import dev.aisle.agv.control.machine.Handovers;
import dev.aisle.agv.control.state.Known;
import dev.aisle.agv.control.state.MachineStates;
import dev.aisle.agv.control.state.Refusal;
import dev.aisle.agv.control.state.VehicleTrack;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.Trouble.Kind;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Closure;
import dev.aisle.agv.roadmap.ZoneGround;
import dev.aisle.agv.traffic.ReleaseRule;
import dev.aisle.agv.transport.TransportRecord;
import dev.aisle.agv.transport.TransportStage;
import dev.aisle.agv.zone.ZonePause;
import dev.aisle.device.agv.VehicleId;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.State;
import dev.aisle.device.agv.VehicleReport.VehicleError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts the state in the words of the screens and says why things wait. */
public final class FleetViewer {
  private final Known state;
  private final Map<VehicleId, VehicleTrack> tracks;
  private final Instant now;
  private final WhyViewer whys;
  private final Handovers handovers;
  private final Map<VehicleId, Itinerary> itineraries = new LinkedHashMap<>();

  public FleetViewer(Known state, Instant now) {
    this.state = state;
    this.tracks = state.tracks();
    this.now = now;
    this.whys = new WhyViewer(state, now);
    this.handovers =
        new Handovers(
            state.machines().gates(), state.machines().stations(), state.transports(), now);
    for (VehicleTrack track : state.tracks().values()) {
      if (track.isLocated()) {
        itineraries.put(track.spec.id(), track.itinerary(now));
      }
    }
  }

  public FleetView view() {
    return new FleetView(
        tracks.values().stream().map(this::vehicle).toList(),
        state.transports().values().stream().map(this::transport).toList(),
        List.copyOf(state.map().closures()),
        state.machines().doors().troubles(),
        state.machines().lifts().reports(now),
        state.machines().stations().troubles(),
        state.zones().record());
  }

  private VehicleView vehicle(VehicleTrack track) {
    Optional<State> last = track.state;
    Optional<WaitsFor> waitsFor = waitsFor(track);
    Optional<WaitsAt> machine = waitsFor.isPresent() ? Optional.empty() : waitsAt(track);
    return new VehicleView(
        track.spec.id(),
        word(
            track,
            waitsFor.isPresent()
                || machine.isPresent()
                || closedAhead(track).isPresent()
                || pausedAhead(track).isPresent()),
        last.flatMap(State::pose),
        track.isLocated() ? track.here().node() : "",
        last.map(s -> OptionalDouble.of(s.batteryPercent())).orElse(OptionalDouble.empty()),
        last.map(State::charging).orElse(false),
        last.map(State::loads).orElse(List.of()),
        track.heardAt,
        track.sent.map(VehicleOrder::orderId).orElse(""),
        path(track, true),
        path(track, false),
        waitsFor,
        machine,
        track.transport,
        track.errand,
        trouble(track),
        whys.of(track));
  }

  private static List<String> path(VehicleTrack track, boolean released) {
    return track.visits.stream()
        .filter(v -> (v.index() <= track.released) == released)
        .map(Visit::node)
        .toList();
  }

  private Word word(VehicleTrack track, boolean waits) {
    if (!track.isLocated() || !track.isOnline(now) || track.lost) {
      return Word.UNKNOWN;
    }
    State last = track.state.orElseThrow();
    if (last.emergencyStop()) {
      return Word.EMERGENCY_STOP;
    }
    if (!track.isAutomatic()) {
      return Word.MANUAL;
    }
    if (track.paused || last.paused()) {
      return Word.PAUSED;
    }
    if (!track.held.isEmpty()) {
      return Word.HELD;
    }
    Optional<Stop.Kind> stop = track.here().stop().map(Stop::kind);
    if (stop.isPresent() && handovers.withholds(track, track.here()) && !handovers.isTold(track)) {
      return Word.WAITING;
    }
    if (stop.equals(Optional.of(Stop.Kind.PICK))) {
      return Word.PICKING;
    }
    if (stop.equals(Optional.of(Stop.Kind.DROP))) {
      return Word.DROPPING;
    }
    if (track.reached < track.released) {
      return Word.DRIVING;
    }
    if (last.charging()) {
      return Word.CHARGING;
    }
    if (track.reached == track.lastIndex()) {
      return track.endsAtHome() ? Word.PARKED : Word.IDLE;
    }
    return waits ? Word.WAITING : Word.IDLE;
  }

  private Optional<WaitsFor> waitsFor(VehicleTrack track) {
    if (!track.isLocated()
        || track.released == track.lastIndex()
        || track.here().stop().equals(Optional.of(Stop.stand()))) {
      return Optional.empty();
    }
    Visit next = track.visit(track.released + 1);
    return ReleaseRule.blocker(next, itineraries)
        .map(after -> new WaitsFor(after.vehicle(), next.node(), key(tracks.get(after.vehicle()))));
  }

  /** What the vehicle stands before, because a person has closed it. */
  private Optional<Closure> closedAhead(VehicleTrack track) {
    Itinerary own = itineraries.get(track.spec.id());
    return own == null || track.released == track.lastIndex()
        ? Optional.empty()
        : ReleaseRule.closed(state.map(), own, track.released + 1);
  }

  private Optional<WaitsAt> waitsAt(VehicleTrack track) {
    if (!track.isLocated()) {
      return Optional.empty();
    }
    if (track.doorStop.isPresent()) {
      return track.doorStop.map(stop -> new WaitsAt(kindOf(stop.door()), stop.door()));
    }
    if (handovers.waitsForStation(track)) {
      return Optional.of(new WaitsAt(WaitsAt.Kind.STATION, track.here().node()));
    }
    return track
        .here()
        .stop()
        .filter(stop -> track.reached == track.released)
        .flatMap(handovers::gate)
        .map(gate -> new WaitsAt(WaitsAt.Kind.GATE, gate))
        .or(() -> machineAhead(track));
  }

  private WaitsAt.Kind kindOf(String machine) {
    return state.map().lifts().stream().anyMatch(lift -> lift.id().equals(machine))
        ? WaitsAt.Kind.LIFT
        : WaitsAt.Kind.DOOR;
  }

  /** The door or the lift that it stands before, or in, until it is open. */
  private Optional<WaitsAt> machineAhead(VehicleTrack track) {
    if (track.released == track.lastIndex() || track.releasedEnd().stop().isPresent()) {
      return Optional.empty();
    }
    String from = track.releasedEnd().node();
    String to = track.visit(track.released + 1).node();
    MachineStates machines = state.machines();
    return machines
        .doors()
        .barring(from, to, now)
        .or(() -> machines.lifts().barring(state.map(), from, to, now))
        .map(machine -> new WaitsAt(kindOf(machine), machine));
  }

  /** The paused zone that it stands in, or before. */
  private Optional<ZonePause> pausedAhead(VehicleTrack track) {
    if (state.zones().isEmpty() || !track.isLocated()) {
      return Optional.empty();
    }
    ZoneGround ground = state.ground().conflicts().ground();
    int here = state.map().number(track.releasedEnd().node());
    int next =
        track.released == track.lastIndex()
            ? here
            : state.map().number(track.visit(track.released + 1).node());
    int lane = state.map().laneBetween(here, next);
    return state.zones().pauses().zones().stream()
        .filter(
            pause ->
                ground.hasNode(pause.zone(), here) || ground.isEntered(pause.zone(), lane, next))
        .findFirst();
  }

  private String key(@org.jspecify.annotations.Nullable VehicleTrack other) {
    if (other == null || !other.isOnline(now)) {
      return "vehicle.waits.silent";
    }
    return other.isWilling(now) ? "vehicle.waits.passing" : "vehicle.waits.held";
  }

  private Optional<Trouble> trouble(VehicleTrack track) {
    if (!track.held.isEmpty()) {
      return track.held;
    }
    if (track.lost) {
      return Optional.of(Trouble.of(Kind.LOST_ORDER));
    }
    if (track.foreign) {
      return Optional.of(Trouble.of(Kind.FOREIGN_ORDER));
    }
    if (track.refusal.isPresent()) {
      return track.refusal.map(Refusal::trouble);
    }
    if (track.energy.stranded) {
      long percent = Math.round(track.state.map(State::batteryPercent).orElse(0.0));
      return Optional.of(Trouble.of(Kind.BATTERY_LOW, Long.toString(percent)));
    }
    Optional<Closure> closed = closedAhead(track);
    if (closed.isPresent()) {
      return closed.map(FleetViewer::closed);
    }
    Optional<ZonePause> paused = pausedAhead(track);
    if (paused.isPresent()) {
      return paused.map(p -> Trouble.of(Kind.ZONE_PAUSED, p.zone(), p.by()));
    }
    if (track.transport.isEmpty() && track.state.map(l -> !l.loads().isEmpty()).orElse(false)) {
      return Optional.of(Trouble.of(Kind.LOAD_WITHOUT_TRANSPORT));
    }
    return track.state.flatMap(
        s ->
            s.errors().stream()
                .filter(e -> e.level().compareTo(VehicleError.Level.CRITICAL) >= 0)
                .map(e -> Trouble.inWords(e.description().isBlank() ? e.type() : e.description()))
                .findFirst());
  }

  private static Trouble closed(Closure closure) {
    return closure
        .door()
        .map(door -> Trouble.of(Kind.DOOR_FAILED, door))
        .or(() -> closure.lift().map(lift -> Trouble.of(Kind.LIFT_FAILED, lift)))
        .orElse(Trouble.of(Kind.WAY_CLOSED, closure.place().id(), closure.by(), closure.why()));
  }

  private TransportView transport(TransportRecord record) {
    Optional<Waiting> why =
        record.stage() == TransportStage.WAITING
            ? Optional.of(whys.of(record))
            : stoppedBefore(record);
    return new TransportView(
        record.request(),
        record.stage(),
        record.vehicle(),
        record.since(),
        why,
        record.note(),
        record.onHold(),
        record.takenBack());
  }

  /** What keeps a vehicle from going on with a transport that it already has. */
  private Optional<Waiting> stoppedBefore(TransportRecord record) {
    return record.stage().isOver()
        ? Optional.empty()
        : record
            .vehicle()
            .map(tracks::get)
            .flatMap(
                track ->
                    closedAhead(track)
                        .map(WhyViewer::closed)
                        .or(() -> pausedAhead(track).map(FleetViewer::paused))
                        .or(() -> standsStill(track)));
  }

  private static Waiting paused(ZonePause pause) {
    return Waiting.of(Waiting.Kind.ZONE_PAUSED, pause.zone(), pause.by());
  }

  /** Why a vehicle that has a transport does nothing about it. */
  private Optional<Waiting> standsStill(VehicleTrack track) {
    if (track.isWilling(now)) {
      return Optional.empty();
    }
    Optional<Trouble> gate = track.held.filter(Trouble::isOfGate);
    if (gate.isPresent()) {
      return Optional.of(Waiting.of(Waiting.Kind.GATE_HOLDS, gate.get().values().getFirst()));
    }
    Waiting.Kind kind =
        !track.isOnline(now)
            ? Waiting.Kind.VEHICLE_SILENT
            : trouble(track).isPresent() ? Waiting.Kind.VEHICLE_ASKS : Waiting.Kind.VEHICLE_STOPPED;
    return Optional.of(Waiting.of(kind, track.spec.id().value()));
  }
}
