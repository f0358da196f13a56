package dev.aisle.wms.transport;

import dev.aisle.wms.shared.Evidence;
import dev.aisle.wms.shared.LocationId;
import java.time.Instant;

/**
 * What the dispatcher tells. Every report may come twice or late: what a transport already is, it
 * does not become again, and no event leaves twice.
 */
public interface TransportReports {
  void accepted(TransportId id);

  void assigned(TransportId id, LocationId vehicle, Instant at);

  /** Also moves the unit onto the vehicle in the ledger. */
  void pickedUp(TransportId id, LocationId vehicle, Instant at, Evidence evidence);

  /** Also posts the move in the ledger. */
  void delivered(TransportId id, LocationId at, Instant time);

  /** No vehicle comes for it any more; another will. */
  void unassigned(TransportId id);

  /**
   * It is brought elsewhere than it was asked for; the place first kept for it is free at once, and
   * the move is posted where it arrives.
   */
  void rerouted(TransportId id, LocationId to);

  /**
   * Cancelled with the unit elsewhere than wanted, where it stands now; voids the move. One that
   * was cancelled before only has its unit placed.
   */
  void returned(TransportId id, LocationId at, TransportFailure why, Instant time);

  void failed(TransportId id, TransportFailure why, Instant at);
}
