package dev.aisle.agv.transport;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.agv.transport.Terms.Call;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transport with all that must survive a restart.
 *
 * @param note what last went wrong with it, or why it ended as it did
 * @param onHold a person keeps it from being given to a vehicle
 * @param takenBack why it was cancelled when the load was on the vehicle already, which now brings
 *     it to where the request says; it ends as cancelled
 * @param calls places of its terms that it has called at
 * @param clearance that it may be set down behind an RFID gate
 */
public record TransportRecord(
    TransportRequest request,
    TransportStage stage,
    Optional<VehicleId> vehicle,
    Instant since,
    int attempts,
    Optional<Trouble> note,
    boolean onHold,
    Optional<Trouble> takenBack,
    int calls,
    Optional<Clearance> clearance) {

  /** What an earlier version of the program stored was never taken back, and knew no gates. */
  public TransportRecord {
    takenBack = Objects.requireNonNullElse(takenBack, Optional.empty());
    clearance = Objects.requireNonNullElse(clearance, Optional.empty());
  }

  public static TransportRecord waiting(TransportRequest request, Instant now) {
    return new TransportRecord(
        request,
        TransportStage.WAITING,
        Optional.empty(),
        now,
        0,
        Optional.empty(),
        false,
        Optional.empty(),
        0,
        Optional.empty());
  }

  public TransportId id() {
    return request.id();
  }

  public TransportRecord to(TransportStage next, Instant now) {
    return next == stage ? this : with(next, vehicle, now, attempts, note);
  }

  public TransportRecord by(VehicleId carrier, Instant now) {
    return with(TransportStage.ASSIGNED, Optional.of(carrier), now, attempts, Optional.empty());
  }

  /** The load is on the vehicle: failed tries to fetch it no longer count. */
  public TransportRecord carrying(Instant now) {
    return with(TransportStage.CARRYING, vehicle, now, 0, Optional.empty());
  }

  /** Gives the transport back to be assigned anew. */
  public TransportRecord unassigned(Instant now) {
    return with(TransportStage.WAITING, Optional.empty(), now, attempts, note);
  }

  /** Counts one more failed try of the action under way. */
  public TransportRecord failedOnce(Trouble why) {
    return with(stage, vehicle, since, attempts + 1, Optional.of(why));
  }

  /** Something is wrong with it, of which nothing follows by itself. */
  public TransportRecord noted(Trouble why) {
    return with(stage, vehicle, since, attempts, Optional.of(why));
  }

  public TransportRecord over(TransportStage end, Optional<Trouble> why, Instant now) {
    return with(end, vehicle, now, attempts, why);
  }

  /** The same transport, asked for in another way. */
  public TransportRecord asking(TransportRequest other) {
    return new TransportRecord(
        other, stage, vehicle, since, attempts, note, onHold, takenBack, calls, clearance);
  }

  public TransportRecord held(boolean hold) {
    return new TransportRecord(
        request, stage, vehicle, since, attempts, note, hold, takenBack, calls, clearance);
  }

  /**
   * The load, on the vehicle already, is to be brought to a node and the transport to end there.
   */
  public TransportRecord takenBackTo(String node, Trouble why) {
    return new TransportRecord(
        request.to(node).on(request.terms().callingAt(List.of())),
        stage,
        vehicle,
        since,
        attempts,
        note,
        onHold,
        Optional.of(why),
        0,
        Optional.empty());
  }

  /** Its gate has read the load, or a person has accepted it, for the place it goes to now. */
  public TransportRecord cleared(Optional<Trouble> accepted) {
    return new TransportRecord(
        request,
        stage,
        vehicle,
        since,
        attempts,
        note,
        onHold,
        takenBack,
        calls,
        Optional.of(new Clearance(request.toNode(), accepted)));
  }

  /** Whether it may be set down where it goes to now, whatever gate stands there. */
  public boolean isCleared() {
    return clearance.filter(one -> one.node().equals(request.toNode())).isPresent();
  }

  /** It has stood long enough at the next place to call at. */
  public TransportRecord calledOnce() {
    return new TransportRecord(
        request, stage, vehicle, since, attempts, note, onHold, takenBack, calls + 1, clearance);
  }

  /** Where it still has to call at with the load. */
  public List<Call> callsLeft() {
    List<Call> all = request.terms().calls();
    return all.subList(Math.min(calls, all.size()), all.size());
  }

  /** The pick and drop actions of this transport carry these names; a retry gets a new one. */
  public String actionId(String what) {
    String id = request.id() + ":" + what;
    return attempts == 0 ? id : id + ":" + (attempts + 1);
  }

  private TransportRecord with(
      TransportStage next,
      Optional<VehicleId> carrier,
      Instant at,
      int tries,
      Optional<Trouble> why) {
    return new TransportRecord(
        request, next, carrier, at, tries, why, onHold, takenBack, calls, clearance);
  }
}
