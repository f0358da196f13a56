package dev.aisle.agv.control.state;

import dev.aisle.agv.control.io.Errand;
import dev.aisle.agv.control.io.VehicleOrderRecord;
import dev.aisle.agv.fleet.OrderLimits;
import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.fleet.VehicleSpec;
import dev.aisle.agv.passage.door.DoorStop;
import dev.aisle.agv.planning.Course;
import dev.aisle.agv.planning.Itinerary;
import dev.aisle.agv.planning.Pace;
import dev.aisle.agv.planning.Stop;
import dev.aisle.agv.planning.Visit;
import dev.aisle.agv.roadmap.Node;
import dev.aisle.agv.transport.TransportId;
import dev.aisle.device.agv.VehicleCapabilities;
import dev.aisle.device.agv.VehicleOrder;
import dev.aisle.device.agv.VehicleReport.ConnectionState;
import dev.aisle.device.agv.VehicleReport.OperatingMode;
import dev.aisle.device.agv.VehicleReport.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one vehicle. Changed only inside a step, on a copy of that step's own. */
public final class VehicleTrack {
  /** A vehicle that says nothing for so long counts as gone. */
  static final Duration SILENT_AFTER = Duration.ofSeconds(30);

  /** Expected extra wait behind a vehicle that is gone or held, for planning only. */
  private static final long STANDSTILL_MS = 60_000;

  public final VehicleSpec spec;
  public Optional<State> state = Optional.empty();
  public ConnectionState connection = ConnectionState.OFFLINE;
  public Optional<Instant> heardAt = Optional.empty();
  public Optional<Instant> askedAt = Optional.empty();

  /** Empty while nobody knows where the vehicle is; else from {@link #reached} on. */
  public List<Visit> visits = List.of();

  /** The visits in numbers, as far as they were looked up before. */
  public Optional<Course> course = Optional.empty();

  public long reached;
  public long released;
  public long firstVisit;
  public int counter;
  public Optional<VehicleOrder> sent = Optional.empty();
  public Optional<Instant> sentAt = Optional.empty();
  public boolean mirrored;
  public boolean ended;
  public Optional<TransportId> transport = Optional.empty();
  public boolean paused;

  /** How often it has been told that it is paused, or is no more, and when last. */
  public int pauseTold;

  public Instant pauseToldAt = Instant.EPOCH;

  /** Stopped before a door that closed, whatever a person wants of it. */
  public Optional<DoorStop> doorStop = Optional.empty();

  public Optional<Trouble> held = Optional.empty();
  public boolean mustCharge;
  public Optional<Errand> errand = Optional.empty();
  public Energy energy = new Energy();
  public boolean charger;
  public boolean lost;
  public boolean foreign;
  public Optional<Instant> cancelledAt = Optional.empty();

  /** A person has seen to it while it was silent: the order it may still have is to end. */
  public boolean cancelWhenHeard;

  public Optional<Instant> doubtSince = Optional.empty();
  public Optional<Instant> mismatchSince = Optional.empty();
  public Optional<Instant> loadGoneSince = Optional.empty();

  /** Where a person saw it, until its own reports say so too. */
  public Optional<String> placing = Optional.empty();

  /** What it said itself at that time. */
  public String placedFrom = "";

  public int placings;
  public Instant placeAgainAt = Instant.EPOCH;
  public Instant planAgainAt = Instant.EPOCH;

  /** Has made room for another and waits so long at most for its way home to become free. */
  public Instant asideUntil = Instant.EPOCH;

  /** Searches for a way that found none, one after the other. */
  public int vain;

  /** When its way was to end as planned, in milliseconds; long past when nobody remembers. */
  public long plannedEndMs;

  public Instant movedAt = Instant.EPOCH;
  public VehicleCapabilities can;
  private Pace pace;
  public Optional<Refusal> refusal = Optional.empty();
  public int refusals;

  /** What people asked of it outside its order and its state does not show yet. */
  public List<Asked> asked = List.of();

  /** What failed last and it could try again. */
  public Optional<FailedAction> failed = Optional.empty();

  public Instant orderAgainAt = Instant.EPOCH;

  public VehicleTrack(VehicleSpec spec) {
    this.spec = spec;
    this.can = spec.stated();
    this.pace = paceOf(spec, can);
  }

  public VehicleTrack copy() {
    VehicleTrack copy = new VehicleTrack(spec);
    copy.state = state;
    copy.connection = connection;
    copy.heardAt = heardAt;
    copy.askedAt = askedAt;
    copy.visits = visits;
    copy.course = course;
    copy.reached = reached;
    copy.released = released;
    copy.firstVisit = firstVisit;
    copy.counter = counter;
    copy.sent = sent;
    copy.sentAt = sentAt;
    copy.mirrored = mirrored;
    copy.ended = ended;
    copy.transport = transport;
    copy.paused = paused;
    copy.pauseTold = pauseTold;
    copy.pauseToldAt = pauseToldAt;
    copy.doorStop = doorStop;
    copy.held = held;
    copy.mustCharge = mustCharge;
    copy.errand = errand;
    copy.energy = energy.copy();
    copy.charger = charger;
    copy.lost = lost;
    copy.foreign = foreign;
    copy.cancelledAt = cancelledAt;
    copy.cancelWhenHeard = cancelWhenHeard;
    copy.doubtSince = doubtSince;
    copy.mismatchSince = mismatchSince;
    copy.loadGoneSince = loadGoneSince;
    copy.placing = placing;
    copy.placedFrom = placedFrom;
    copy.placings = placings;
    copy.placeAgainAt = placeAgainAt;
    copy.planAgainAt = planAgainAt;
    copy.asideUntil = asideUntil;
    copy.vain = vain;
    copy.plannedEndMs = plannedEndMs;
    copy.movedAt = movedAt;
    copy.can = can;
    copy.pace = pace;
    copy.refusal = refusal;
    copy.refusals = refusals;
    copy.asked = asked;
    copy.failed = failed;
    copy.orderAgainAt = orderAgainAt;
    return copy;
  }

  public boolean isLocated() {
    return !visits.isEmpty();
  }

  /** True if it reported lately and the broker does not say otherwise. */
  public boolean isOnline(Instant now) {
    return connection == ConnectionState.ONLINE
        && heardAt.isPresent()
        && heardAt.get().plus(SILENT_AFTER).isAfter(now);
  }

  public boolean isAutomatic() {
    return state.map(State::mode).map(OperatingMode::commanded).orElse(false);
  }

  public boolean isSentToCharge() {
    return errand.filter(e -> e.kind() == Errand.Kind.CHARGE).isPresent();
  }

  public OrderLimits limits() {
    return new OrderLimits(can);
  }

  /** Name of the map of a node, as the vehicle calls it. */
  public String mapId(Node node) {
    return node.map().isEmpty() ? spec.mapId() : node.map();
  }

  public double speedMps() {
    return pace.speedMps();
  }

  /** The vehicle has said what it can do. */
  public void learn(VehicleCapabilities said) {
    can = said;
    pace = paceOf(spec, said);
  }

  private static Pace paceOf(VehicleSpec spec, VehicleCapabilities can) {
    VehicleCapabilities.Motion motion = can.motion();
    return new Pace(
        new OrderLimits(can).speedMps(spec.maxSpeedMps()),
        motion.maxAngularSpeed().filter(turn -> turn > 0).orElse(Pace.USUAL_TURN_RADPS),
        motion.deceleration().filter(braking -> braking > 0).orElse(Pace.USUAL_BRAKING_MPS2),
        spec.type());
  }

  /** True if it may be sent on. */
  public boolean isWilling(Instant now) {
    return isLocated()
        && isOnline(now)
        && isAutomatic()
        && !paused
        && doorStop.isEmpty()
        && !lost
        && !foreign
        && doubtSince.isEmpty()
        && placing.isEmpty()
        && held.isEmpty()
        && !state.map(State::emergencyStop).orElse(false);
  }

  public Visit visit(long index) {
    return visits.get((int) (index - reached));
  }

  public Visit here() {
    return visits.getFirst();
  }

  public Visit releasedEnd() {
    return visit(released);
  }

  public long lastIndex() {
    return visits.getLast().index();
  }

  /** Where it rests when it has nothing to do, with nobody else: at home or at its charger. */
  public String restsAt() {
    return energy.charger.orElse(spec.parksAt());
  }

  public boolean endsAtHome() {
    return visits.getLast().node().equals(restsAt());
  }

  public void reach(long index, Instant now) {
    visits = List.copyOf(visits.subList((int) (index - reached), visits.size()));
    reached = index;
    movedAt = now;
  }

  /** Puts the vehicle at a node it was not known to be at, with no way ahead. */
  public void locate(String node, Instant now) {
    long index = visits.isEmpty() ? 1 : lastIndex() + 1;
    visits = List.of(new Visit(index, node, Optional.empty(), List.of()));
    reached = index;
    released = index;
    ended = true;
    movedAt = now;
  }

  /** What the present visit was for is done or given up. */
  public void stopDone() {
    List<Visit> all = new ArrayList<>(visits);
    all.set(0, all.getFirst().done());
    visits = List.copyOf(all);
    mismatchSince = Optional.empty();
  }

  /** Nothing of this kind is left to do on the way. */
  public void stopsDone(Stop.Kind kind) {
    visits =
        visits.stream()
            .map(v -> v.stop().map(Stop::kind).equals(Optional.of(kind)) ? v.done() : v)
            .toList();
    mismatchSince = Optional.empty();
  }

  /** Whether the last order carries an action of this name. */
  public boolean wasTold(String actionId) {
    return sent.stream()
        .flatMap(o -> o.nodes().stream())
        .flatMap(n -> n.actions().stream())
        .anyMatch(a -> OrderLimits.same(actionId, a.actionId()));
  }

  /** No longer stops for anything on the way that is not released yet. */
  public void dropStops() {
    visits =
        visits.stream()
            .map(v -> v.index() > released && v.index() < lastIndex() ? v.done() : v)
            .toList();
  }

  public Itinerary itinerary(Instant now) {
    return new Itinerary(
        spec.id(), pace, reached, released, visits, isWilling(now) ? 0 : STANDSTILL_MS);
  }

  public VehicleOrderRecord record() {
    return new VehicleOrderRecord(
        spec.id(),
        counter,
        sent,
        firstVisit,
        reached,
        released,
        ended,
        visits,
        transport,
        paused,
        held,
        errand,
        energy.charger,
        doorStop);
  }

  public static VehicleTrack restored(VehicleSpec spec, VehicleOrderRecord journal) {
    VehicleTrack track = new VehicleTrack(spec);
    track.counter = journal.counter();
    track.sent = journal.order();
    track.firstVisit = journal.firstVisit();
    track.reached = journal.reached();
    track.released = journal.released();
    track.ended = journal.ended();
    track.visits = journal.visits();
    track.transport = journal.transport();
    track.paused = journal.paused();
    track.held = journal.held();
    track.errand = journal.errand();
    track.energy.charger = journal.charger();
    track.doorStop = journal.doorStop();
    return track;
  }
}
