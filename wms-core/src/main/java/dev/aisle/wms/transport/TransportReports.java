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

  void failed(TransportId id, TransportFailure why, Instant at);
}
