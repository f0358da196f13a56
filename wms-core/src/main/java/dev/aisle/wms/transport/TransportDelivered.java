package dev.aisle.wms.transport;

import dev.aisle.wms.inventory.MoveId;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Sscc;
import java.time.Instant;

/**
 * The unit stands where the vehicle put it down; the ledger already says so.
 *
 * @param planned where it should have gone
 * @param to where it was put down
 */
public record TransportDelivered(
    TransportId id,
    MoveId move,
    Sscc unit,
    LocationId from,
    LocationId planned,
    LocationId to,
    String purpose,
    Instant at) {}
