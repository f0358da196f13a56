package dev.aisle.agv.transport;

import dev.aisle.agv.fleet.Trouble;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.Optional;

/** A transport with all that must survive a restart. */
public record TransportRecord(
    TransportRequest request,
    TransportStage stage,
    Optional<VehicleId> vehicle,
    Instant since,
    int attempts,
    Optional<Trouble> note) {

  public static TransportRecord waiting(TransportRequest request, Instant now) {
    return new TransportRecord(
        request, TransportStage.WAITING, Optional.empty(), now, 0, Optional.empty());
  }

  public TransportId id() {
    return request.id();
  }

  public TransportRecord to(TransportStage next, Instant now) {
    return next == stage ? this : new TransportRecord(request, next, vehicle, now, attempts, note);
  }

  public TransportRecord by(VehicleId carrier, Instant now) {
    return new TransportRecord(
        request, TransportStage.ASSIGNED, Optional.of(carrier), now, attempts, Optional.empty());
  }

  /** The load is on the vehicle: failed tries to fetch it no longer count. */
  public TransportRecord carrying(Instant now) {
    return new TransportRecord(request, TransportStage.CARRYING, vehicle, now, 0, Optional.empty());
  }

  /** Gives the transport back to be assigned anew. */
  public TransportRecord unassigned(Instant now) {
    return new TransportRecord(
        request, TransportStage.WAITING, Optional.empty(), now, attempts, note);
  }

  /** Counts one more failed try of the action under way. */
  public TransportRecord failedOnce(Trouble why) {
    return new TransportRecord(request, stage, vehicle, since, attempts + 1, Optional.of(why));
  }

  public TransportRecord over(TransportStage end, Optional<Trouble> why, Instant now) {
    return new TransportRecord(request, end, vehicle, now, attempts, why);
  }

  /** The pick and drop actions of this transport carry these names; a retry gets a new one. */
  public String actionId(String what) {
    String id = request.id() + ":" + what;
    return attempts == 0 ? id : id + ":" + (attempts + 1);
  }
}
