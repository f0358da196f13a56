package dev.aisle.agv.zone;

import dev.aisle.device.agv.StateDetails;
import dev.aisle.device.agv.StateDetails.AccessResponse;
import dev.aisle.device.agv.VehicleId;
import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle's leave to be in a zone, or to plan its way anew there (VDA 5050 3.0, 6.4). It counts
 * until the vehicle says that it is over, or the lease is: also a revoked one, until the vehicle
 * has heard of it.
 *
 * @param requestId by which the vehicle asked
 * @param needlessSince when the vehicle was seen to have nothing to do with the zone any more
 * @param toldAt when it was last told
 * @param heard true once its state said so too
 */
public record Grant(
    VehicleId vehicle,
    String requestId,
    String zone,
    Instant leaseEnds,
    boolean revoked,
    Optional<Instant> needlessSince,
    Instant toldAt,
    boolean heard) {

  Grant heardOf() {
    return new Grant(vehicle, requestId, zone, leaseEnds, revoked, needlessSince, toldAt, !revoked);
  }

  Grant needless(Optional<Instant> since) {
    return new Grant(vehicle, requestId, zone, leaseEnds, revoked, since, toldAt, heard);
  }

  Grant leasedUntil(Instant end, Instant now) {
    return new Grant(vehicle, requestId, zone, end, false, needlessSince, now, heard);
  }

  Grant revokedAt(Instant now) {
    return new Grant(vehicle, requestId, zone, leaseEnds, true, needlessSince, now, heard);
  }

  AccessResponse told() {
    return revoked
        ? new AccessResponse(requestId, StateDetails.Grant.REVOKED, Optional.empty())
        : new AccessResponse(requestId, StateDetails.Grant.GRANTED, Optional.of(leaseEnds));
  }
}
