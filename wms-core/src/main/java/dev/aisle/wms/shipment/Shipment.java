package dev.aisle.wms.shipment;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.OrderId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;
import java.util.Optional;

/** One parcel on its way out. */
public record Shipment(
    Sscc parcel,
    OrderId order,
    State state,
    Optional<LocationId> dock,
    Instant packedAt,
    Optional<Instant> stagedAt,
    Optional<Instant> leftAt) {
  /** How far it has come. */
  public enum State {
    /** Waits for a shipping dock. */
    PACKED,
    /** A vehicle carries it to its dock, or soon will. */
    STAGING,
    /** Stands at its dock. */
    STAGED,
    LEFT
  }
}
